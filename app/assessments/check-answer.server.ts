import { dbTime, type HotDatabase, prepareHot, statement } from "../platform/db.server";
import { isOver, type Subject } from "./sitting";
import { listSittingsHot, readAnswersHot } from "./sitting-store.server";

/** Answers that a learner has checked, in quizzes that explain each answer as soon as it is given. */

export type AnswerChecked =
  | { ok: true }
  | { ok: false; reason: "no-such-sitting" | "no-such-question" | "not-explained-yet" | "open" | "over" };

/**
 * Ends the answering of one question: from now on its answer can't be changed, and its explanation is shown. Checking
 * twice is the same as once. An open question has nothing to check.
 */
export function checkAnswer(
  connection: HotDatabase,
  input: { personId: string; subject: Subject; number: number; questionId: string; now: Date },
): AnswerChecked {
  const sitting = listSittingsHot(connection, input).find(({ number }) => number === input.number);
  if (sitting === undefined) return { ok: false, reason: "no-such-sitting" };
  const { questionId, now } = input;
  if (!sitting.paper.items.some((item) => item.questionId === questionId))
    return { ok: false, reason: "no-such-question" };
  if (sitting.blueprint.feedback !== "each") return { ok: false, reason: "not-explained-yet" };
  if (isOver(sitting, now)) return { ok: false, reason: "over" };
  if ((readAnswersHot(connection, sitting.id).counted.get(questionId) ?? null) === null)
    return { ok: false, reason: "open" };
  prepareHot(connection, "INSERT OR IGNORE INTO CheckedAnswer (sittingId, questionId, at) VALUES (?, ?, ?)").run(
    sitting.id,
    questionId,
    dbTime(now),
  );
  return { ok: true };
}

const checkedOf = statement<[string], { questionId: string }>(
  "SELECT questionId FROM CheckedAnswer WHERE sittingId = ?",
);

/** The questions of a sitting whose answers were checked. */
export function checkedIds(sittingId: string): ReadonlySet<string> {
  return new Set(checkedOf.all(sittingId).map(({ questionId }) => questionId));
}

/** Whether one answer was checked, as the hot lane's transaction sees it. */
export function isCheckedHot(
  connection: HotDatabase,
  { sittingId, questionId }: { readonly sittingId: string; readonly questionId: string },
): boolean {
  const sql = "SELECT 1 FROM CheckedAnswer WHERE sittingId = ? AND questionId = ?";
  return prepareHot(connection, sql).get(sittingId, questionId) !== undefined;
}
