import { countAttempt, refusedByLimit } from "../accounts/limits.server";
import { type Transaction, transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { readAccessCode } from "./access-code";
import { getEdition } from "./edition-store.server";

type Refusal = "not-open" | "not-yet" | "code-missing" | "code-wrong" | "too-many";

export type Enrolled =
  | { ok: true; enrolmentId: string; already: boolean }
  /** `not-yet`: the track opens later. `too-many`: this person or address has tried too many codes. */
  | { ok: false; reason: Refusal };

interface Enrolling {
  readonly personId: string;
  readonly trackSlug: string;
  readonly language: string;
  /** The code that came with the wish, as it was typed, and where it came from. Only a track by invitation looks at it. */
  readonly invitation?: { readonly code: string; readonly address: string };
  readonly now: Date;
}

/**
 * Enrols a person in the track's present edition, in their language where the edition has it. A second click gives
 * the first enrolment, whatever became of the track. One that is withdrawn, has no edition or opens later takes nobody
 * new; one by invitation takes who brings its code. The clock decides about the opening, not the job that shows it.
 */
export async function enrolLearner(input: Enrolling): Promise<Enrolled> {
  const attempt = {
    limit: "access-code",
    account: `${input.personId} ${input.trackSlug}`,
    address: input.invitation?.address ?? "",
    now: input.now,
  } as const;
  const enrolled = await transact(async (tx): Promise<Enrolled> => {
    const track = await findTrack(tx, input.trackSlug);
    if (track === null) return { ok: false, reason: "not-open" };
    const before = await tx.enrolment.findUnique({
      where: { personId_trackId: { personId: input.personId, trackId: track.id } },
    });
    if (before !== null) return { ok: true, enrolmentId: before.id, already: true };
    const { currentEditionId } = track;
    if (currentEditionId === null) return { ok: false, reason: "not-open" };
    const code = readAccessCode(input.invitation?.code ?? "");
    const reason = refusal(track, { code, now: input.now, hasTriedTooMany: () => refusedByLimit(attempt) !== null });
    if (reason !== null) return { ok: false, reason };
    const enrolmentId = await enrol(tx, input, { trackId: track.id, editionId: currentEditionId });
    return { ok: true, enrolmentId, already: false };
  });
  if (!enrolled.ok && enrolled.reason === "code-wrong") await countAttempt(attempt);
  return enrolled;
}

function findTrack(tx: Transaction, slug: string) {
  return tx.track.findUnique({
    where: { slug },
    select: { id: true, availability: true, opensAt: true, accessCode: true, currentEditionId: true },
  });
}

function refusal(
  track: NonNullable<Awaited<ReturnType<typeof findTrack>>>,
  { code, now, hasTriedTooMany }: { code: string; now: Date; hasTriedTooMany: () => boolean },
): Refusal | null {
  if (track.opensAt !== null && track.opensAt > now) return "not-yet";
  switch (track.availability) {
    case "open":
    case "unlisted":
      return null;
    case "invited":
      if (code === "") return "code-missing";
      if (hasTriedTooMany()) return "too-many";
      return code === track.accessCode ? null : "code-wrong";
    default:
      return "not-open";
  }
}

async function enrol(
  tx: Transaction,
  { personId, language, now }: Enrolling,
  into: { trackId: string; editionId: string },
): Promise<string> {
  const { languages } = getEdition(into.editionId);
  const id = newId();
  await tx.enrolment.create({
    data: {
      id,
      personId,
      ...into,
      language: languages.includes(language) ? language : "en",
      enrolledAt: now,
      lastSeenAt: now,
    },
  });
  return id;
}
