import { markPaper } from "../assessments/end-sitting.server";
import { missedIn } from "../assessments/missed-questions";
import type { Regraded } from "../assessments/regrade-sittings.server";
import { wasExplained } from "../assessments/shows-result";
import type { SittingRow } from "../assessments/sitting";
import { readAnswersHot } from "../assessments/sitting-store.server";
import type { HotDatabase, Transaction } from "../platform/db.server";
import { scheduleMissed, scheduleMissedLater } from "../practice/schedule-missed.server";
import { findEnrolmentById } from "./find-enrolment.server";

/**
 * What was missed in a sitting that has just ended is due in the refresher, where the quiz explains its answers: only
 * what the learner was shown comes back. Inside the transaction that ends the sitting.
 */
export function scheduleMissedIn(
  connection: HotDatabase,
  { sitting, trackId, now }: { readonly sitting: SittingRow; readonly trackId: string; readonly now: Date },
): void {
  if (!wasExplained(sitting)) return;
  const { marks } = markPaper(sitting, readAnswersHot(connection, sitting.id).counted);
  const questions = missedIn(sitting.paper, marks);
  scheduleMissed(connection, { personId: sitting.personId, trackId, questions, now });
}

/**
 * The same for attempts whose answers are shown only now: a ruling, an assessment or a late answer that counts made a
 * pass of them, in quizzes that explain themselves to those who have passed.
 * @param subjectRefs by the id of the sitting, as `lessonSubject` makes them
 */
export async function scheduleExplained(
  tx: Transaction,
  regraded: readonly Regraded[],
  subjectRefs: ReadonlyMap<string, string>,
  now: Date,
): Promise<void> {
  const cards = regraded.flatMap(({ sittingId, missedNow }) => {
    if (missedNow.length === 0) return [];
    const [enrolmentId = ""] = (subjectRefs.get(sittingId) ?? "").split(":");
    const enrolment = findEnrolmentById(enrolmentId);
    if (enrolment === null) return [];
    const { personId, edition } = enrolment;
    return missedNow.map((question) => ({ personId, trackId: edition.trackId, ...question }));
  });
  await scheduleMissedLater(tx, cards, now);
}
