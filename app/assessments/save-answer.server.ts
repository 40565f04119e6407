import type { Response } from "../../quizzes/engine/model";
import { dbTime, type HotDatabase, hot, prepareHot } from "../platform/db.server";
import { graceSeconds } from "./sitting";

export interface AnswerToSave {
  readonly personId: string;
  readonly sittingId: string;
  readonly questionId: string;
  /** Random id of the browser tab's device, and its own running number: together they make a repeat harmless. */
  readonly device: string;
  readonly sequence: number;
  /** Null takes the answer back. */
  readonly response: Response | null;
  readonly now: Date;
}

export type AnswerSaved =
  | {
      ok: true;
      /** Server time of the save that is on disk. */
      savedAt: string;
      /** It came after the deadline: kept and shown as late, not counted. */
      late: boolean;
      /** Another device had answered this question before: its answer gave way. */
      replacedOtherDevice: boolean;
    }
  | { ok: false; reason: "no-such-sitting" | "no-such-question" | "handed-in" };

interface SittingForAnswer {
  readonly paper: string;
  readonly deadlineAt: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

/**
 * Saves one change of an answer in the hot lane; the promise resolves when it is on disk. Idempotent by
 * (sitting, device, sequence); of several devices the last one in server order counts.
 */
export function saveAnswer(answer: AnswerToSave): Promise<AnswerSaved> {
  return hot((connection) => saveAnswerHot(connection, answer));
}

function saveAnswerHot(connection: HotDatabase, answer: AnswerToSave): AnswerSaved {
  const found: unknown = prepareHot(connection, "SELECT paper, deadlineAt, endedAt, endReason FROM Sitting WHERE id = ? AND personId = ?").get(
    answer.sittingId,
    answer.personId,
  );
  if (found === undefined) return { ok: false, reason: "no-such-sitting" };
  // The statement selects these columns.
  const sitting = found as SittingForAnswer;
  if (sitting.endReason === "handed-in") return { ok: false, reason: "handed-in" };
  // Ids are words without quotes, and the paper is JSON that we wrote ourselves.
  if (!sitting.paper.includes(`"questionId":"${answer.questionId}"`)) return { ok: false, reason: "no-such-question" };
  const late = isLate(sitting, answer.now);
  const before: unknown = prepareHot(
    connection,
    "SELECT device FROM AnswerEvent WHERE sittingId = ? AND questionId = ? AND late = 0 ORDER BY id DESC LIMIT 1",
  ).get(answer.sittingId, answer.questionId);
  const savedAt = dbTime(answer.now);
  prepareHot(
    connection,
    `INSERT INTO AnswerEvent (sittingId, questionId, device, sequence, response, at, late) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (sittingId, device, sequence) DO NOTHING`,
  ).run(answer.sittingId, answer.questionId, answer.device, answer.sequence, JSON.stringify(answer.response), savedAt, late ? 1 : 0);
  const otherDevice = before !== undefined && (before as { device: string }).device !== answer.device;
  return { ok: true, savedAt: answer.now.toISOString(), late, replacedOtherDevice: otherDevice };
}

function isLate(sitting: SittingForAnswer, now: Date): boolean {
  if (sitting.endedAt !== null) return true;
  return sitting.deadlineAt !== null && now.getTime() > new Date(sitting.deadlineAt).getTime() + graceSeconds * 1000;
}
