import { recordEvent } from "../audit/record-event.server";
import { enqueue } from "../jobs/enqueue.server";
import { type Transaction, transact } from "../platform/db.server";
import { randomText } from "../platform/ids.server";
import { bumpCatalogue } from "../societies/bump-catalogue.server";

interface Opening {
  /** Before this moment nobody can enrol, and no list shows the track. Null or absent: it is open at once. */
  readonly opensAt?: Date | null;
}

export type Availability =
  | ({ readonly is: "open" } & Opening)
  /** Not in lists and searches; whoever has the address can enrol. */
  | ({ readonly is: "unlisted" } & Opening)
  /** Not in lists and searches; whoever has the track's access code can enrol. */
  | ({ readonly is: "invited" } & Opening)
  /** Takes nobody new; the reason stands on the track's page. */
  | { readonly is: "withdrawn"; readonly reason: string };

export type AvailabilitySet =
  | { ok: true; slug: string }
  | { ok: false; reason: "not-there" | "reason-missing" | "opens-past" };

interface Setting {
  readonly societyId: string | null;
  readonly actorId: string | null;
  readonly trackSlug: string;
  readonly availability: Availability;
  readonly now: Date;
}

/**
 * Says who may find and take a track, and from when on; it holds also for a track that is not published yet. Public
 * pages show it at once: their version rises with it. The same again changes nothing. The first time by invitation
 * makes the track's access code, which it keeps whatever comes after.
 * @param input.societyId from a guard that proved an editor; null at the server's own console, for any track
 */
export function setAvailability(input: Setting): Promise<AvailabilitySet> {
  const { trackSlug: slug, now } = input;
  const wish = toColumns(input.availability);
  const { withdrawnReason, opensAt } = wish;
  return transact(async (tx): Promise<AvailabilitySet> => {
    const track = await findTrack(tx, input);
    if (track === null) return { ok: false, reason: "not-there" };
    if (withdrawnReason === "") return { ok: false, reason: "reason-missing" };
    if (isSame(track, wish)) return { ok: true, slug };
    if (opensAt !== null && opensAt <= now) return { ok: false, reason: "opens-past" };
    await tx.track.update({ where: { id: track.id }, data: { ...wish, accessCode: codeFor(track, wish) } });
    if (opensAt !== null) await enqueueOpening(tx, track.id, opensAt);
    await bumpCatalogue(tx);
    const details = { from: track.availability, to: wish.availability, opensAt: opensAt?.toISOString() ?? null };
    await recordEvent(tx, { ...aboutTrack(input), action: "track.availability", details, now });
    return { ok: true, slug };
  });
}

/**
 * Gives a track that has an access code another one: the old one invites nobody any more, who is enrolled stays. It goes
 * on record, the code doesn't.
 */
export function renewAccessCode(
  input: Omit<Setting, "availability">,
): Promise<{ ok: true } | { ok: false; reason: "not-there" }> {
  return transact(async (tx) => {
    const track = await findTrack(tx, input);
    if (track?.accessCode == null) return { ok: false, reason: "not-there" };
    await tx.track.update({ where: { id: track.id }, data: { accessCode: makeAccessCode() } });
    await recordEvent(tx, { ...aboutTrack(input), action: "track.access-code", details: {}, now: input.now });
    return { ok: true };
  });
}

/** The row's columns. A withdrawn track has no opening, any other no reason. */
function toColumns(wish: Availability) {
  return wish.is === "withdrawn"
    ? { availability: wish.is, withdrawnReason: wish.reason.trim(), opensAt: null }
    : { availability: wish.is, withdrawnReason: null, opensAt: wish.opensAt ?? null };
}

type TrackAccess = NonNullable<Awaited<ReturnType<typeof findTrack>>>;

function findTrack(tx: Transaction, { trackSlug: slug, societyId }: Pick<Setting, "trackSlug" | "societyId">) {
  return tx.track.findFirst({
    where: { slug, ...(societyId === null ? {} : { societyId }) },
    select: { id: true, availability: true, withdrawnReason: true, opensAt: true, accessCode: true },
  });
}

function isSame(track: TrackAccess, wish: Omit<TrackAccess, "id" | "accessCode">): boolean {
  return (
    track.availability === wish.availability &&
    track.withdrawnReason === wish.withdrawnReason &&
    track.opensAt?.getTime() === wish.opensAt?.getTime()
  );
}

function codeFor({ accessCode }: TrackAccess, { availability }: Pick<TrackAccess, "availability">): string | null {
  return accessCode ?? (availability === "invited" ? makeAccessCode() : null);
}

const makeAccessCode = () => randomText(10).toUpperCase();

const aboutTrack = ({ actorId, trackSlug }: Pick<Setting, "actorId" | "trackSlug">) => ({
  actorId,
  subject: `track:${trackSlug}`,
});

/** One job for each moment that was ever chosen: one that was given up or put off finds nothing to do. */
function enqueueOpening(tx: Transaction, trackId: string, opensAt: Date): Promise<void> {
  const key = `track.open ${trackId} ${opensAt.toISOString()}`;
  return enqueue(tx, { name: "track.open", payload: { trackId }, key, runAt: opensAt });
}
