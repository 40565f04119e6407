import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { getEdition } from "./edition-store.server";

export type Enrolled = { ok: true; enrolmentId: string; already: boolean } | { ok: false; reason: "not-open" };

/**
 * Enrols a person in the track's present edition, in their language where the edition has it. A second click gives
 * the first enrolment, whatever became of the track. One that is withdrawn or has no edition takes nobody new.
 */
export function enrolLearner(input: {
  personId: string;
  trackSlug: string;
  language: string;
  now: Date;
}): Promise<Enrolled> {
  return transact(async (tx): Promise<Enrolled> => {
    const track = await tx.track.findUnique({
      where: { slug: input.trackSlug },
      select: { id: true, availability: true, currentEditionId: true },
    });
    if (track === null) return { ok: false, reason: "not-open" };
    const before = await tx.enrolment.findUnique({
      where: { personId_trackId: { personId: input.personId, trackId: track.id } },
    });
    if (before !== null) return { ok: true, enrolmentId: before.id, already: true };
    if (track.currentEditionId === null || track.availability === "withdrawn") return { ok: false, reason: "not-open" };
    const edition = getEdition(track.currentEditionId);
    const row = await tx.enrolment.create({
      data: {
        id: newId(),
        personId: input.personId,
        trackId: track.id,
        editionId: track.currentEditionId,
        language: edition.languages.includes(input.language) ? input.language : "en",
        enrolledAt: input.now,
        lastSeenAt: input.now,
      },
    });
    return { ok: true, enrolmentId: row.id, already: false };
  });
}
