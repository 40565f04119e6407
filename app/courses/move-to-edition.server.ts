import { hotIn, transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { type Edition, getEdition } from "./edition-store.server";
import { type Enrolment, findEnrolment, findEnrolmentById } from "./find-enrolment.server";
import { handInDroppedSittings } from "./hand-in-open-sittings.server";
import { lessonsOf } from "./manifest";
import { recordProgress } from "./record-progress.server";
import { listEarlierEditions, statesFromEvidence } from "./states-from-evidence.server";

export type Moved =
  | { ok: true; already: boolean }
  | { ok: false; reason: "not-enrolled" | "ended" | "complete" | "no-newer-edition" };

/**
 * Moves a learner to the edition that they were shown, because they asked for it; nobody is moved otherwise. Their
 * evidence goes with them: what was done stays done, lessons that are new are open, and where nothing is left to do the
 * track is complete. Who has completed the track stays on the edition that the certificate names.
 * @param input.number the edition that the page named: a still newer one waits until the learner has seen it
 */
export async function moveToEdition(input: {
  personId: string;
  trackSlug: string;
  number: number;
  now: Date;
}): Promise<Moved> {
  const known = findEnrolment(input);
  if (known === null) return { ok: false, reason: "not-enrolled" };
  return transact(async (tx): Promise<Moved> => {
    // Read again in its turn: a second click finds the first one's move.
    const enrolment = findEnrolmentById(known.id);
    if (enrolment === null) return { ok: false, reason: "not-enrolled" };
    if (enrolment.edition.number === input.number) return { ok: true, already: true };
    const to = newerEdition(enrolment);
    if (enrolment.ended !== null) return { ok: false, reason: "ended" };
    if (enrolment.completedAt !== null) return { ok: false, reason: "complete" };
    if (to?.number !== input.number) return { ok: false, reason: "no-newer-edition" };
    const left = { manifest: enrolment.edition.manifest, until: input.now };
    const states = statesFromEvidence(enrolment.id, to.manifest, [...listEarlierEditions(enrolment.id), left]);
    await tx.editionMove.create({
      data: {
        id: newId(),
        enrolmentId: enrolment.id,
        fromEditionId: enrolment.edition.id,
        toEditionId: to.id,
        at: input.now,
      },
    });
    const place = lessonsOf(to.manifest).some(({ id }) => id === enrolment.lastLessonId) ? {} : { lastLessonId: null };
    await tx.enrolment.update({ where: { id: enrolment.id }, data: { editionId: to.id, ...place } });
    hotIn(tx, (connection) => {
      handInDroppedSittings(connection, enrolment, to.manifest, input.now);
    });
    await tx.lessonState.deleteMany({ where: { enrolmentId: enrolment.id } });
    for (const [lessonId, state] of states) {
      if (state.fraction === 0) continue;
      const progress = { enrolmentId: enrolment.id, manifest: to.manifest, lessonId, state, now: input.now };
      await recordProgress(tx, progress);
    }
    return { ok: true, already: false };
  });
}

/** The track's present edition, where it is newer than the learner's own. */
function newerEdition({ edition, currentEditionId }: Enrolment): Edition | null {
  if (currentEditionId === null || currentEditionId === edition.id) return null;
  const current = getEdition(currentEditionId);
  return current.number > edition.number ? current : null;
}
