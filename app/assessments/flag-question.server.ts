import { dbTime, hot, type HotDatabase, prepareHot, statement } from "../platform/db.server";
import { isOnPaper } from "./save-answer.server";
import { isOver } from "./sitting";

/** "Look again later": a note that a learner makes to themselves, and finds on every device while the sitting runs. */
export interface FlagToKeep {
  readonly personId: string;
  readonly sittingId: string;
  readonly questionId: string;
  readonly flagged: boolean;
  readonly now: Date;
}

export type QuestionFlagged =
  | { ok: true; savedAt: string }
  | { ok: false; reason: "no-such-sitting" | "no-such-question" | "over" };

/** Sets or takes away one flag in the hot lane. The last word in server order counts; saying it twice changes nothing. */
export function flagQuestion(flag: FlagToKeep): Promise<QuestionFlagged> {
  return hot((connection) => flagQuestionHot(connection, flag));
}

function flagQuestionHot(connection: HotDatabase, flag: FlagToKeep): QuestionFlagged {
  const { sittingId, personId, questionId, flagged, now } = flag;
  const found: unknown = prepareHot(
    connection,
    "SELECT deadlineAt, endedAt FROM Sitting WHERE id = ? AND personId = ?",
  ).get(sittingId, personId);
  if (found === undefined) return { ok: false, reason: "no-such-sitting" };
  // The statement selects these columns.
  const { deadlineAt, endedAt } = found as { deadlineAt: string | null; endedAt: string | null };
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  if (isOver({ deadlineAt: moment(deadlineAt), endedAt: moment(endedAt) }, now)) return { ok: false, reason: "over" };
  if (!isOnPaper(connection, { sittingId, questionId })) return { ok: false, reason: "no-such-question" };
  if (flagged)
    prepareHot(connection, "INSERT OR IGNORE INTO FlaggedQuestion (sittingId, questionId, at) VALUES (?, ?, ?)").run(
      sittingId,
      questionId,
      dbTime(now),
    );
  else
    prepareHot(connection, "DELETE FROM FlaggedQuestion WHERE sittingId = ? AND questionId = ?").run(
      sittingId,
      questionId,
    );
  return { ok: true, savedAt: now.toISOString() };
}

const flagsOf = statement<[string], { questionId: string }>(
  "SELECT questionId FROM FlaggedQuestion WHERE sittingId = ?",
);

/** The questions of a sitting that its learner wants to look at again. */
export function flaggedIds(sittingId: string): string[] {
  return flagsOf.all(sittingId).map(({ questionId }) => questionId);
}
