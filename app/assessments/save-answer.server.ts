import { asked } from "../../quizzes/engine/calculated";
import { checkResponse } from "../../quizzes/engine/check-response";
import type { Blueprint, Response } from "../../quizzes/engine/model";
import { dbTime, type HotDatabase, hot, prepareHot } from "../platform/db.server";
import { BoundedCache } from "../platform/still.server";
import { isCheckedHot } from "./check-answer.server";
import { getQuestion } from "./question-store.server";
import { graceSeconds, type PinnedPaper } from "./sitting";

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
  | {
      ok: false;
      reason:
        | "no-such-sitting"
        | "no-such-question"
        | "handed-in"
        /** The question as it was shown can't have been answered so: forged ids, another kind, too long. */
        | "not-an-answer"
        /** The learner has seen whether the answer is right. */
        | "checked"
        /** A day after the end, or more changes than anybody makes: it isn't kept. */
        | "no-longer-kept";
    };

interface SittingForAnswer {
  readonly deadlineAt: string | null;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

/**
 * Saves one change of an answer in the hot lane; the promise resolves when it is on disk. Idempotent by
 * (sitting, device, sequence, what was said); of several devices the last one in server order counts.
 */
export function saveAnswer(answer: AnswerToSave): Promise<AnswerSaved> {
  return hot((connection) => saveAnswerHot(connection, answer));
}

function saveAnswerHot(connection: HotDatabase, answer: AnswerToSave): AnswerSaved {
  const found: unknown = prepareHot(
    connection,
    "SELECT deadlineAt, endedAt, endReason FROM Sitting WHERE id = ? AND personId = ?",
  ).get(answer.sittingId, answer.personId);
  if (found === undefined) return { ok: false, reason: "no-such-sitting" };
  // The statement selects these columns.
  const sitting = found as SittingForAnswer;
  if (sitting.endReason === "handed-in") return { ok: false, reason: "handed-in" };
  const { items, feedback } = getPaper(connection, answer.sittingId);
  const item = items.get(answer.questionId);
  if (item === undefined) return { ok: false, reason: "no-such-question" };
  const stored = findStored(connection, answer);
  if (stored !== undefined && isRepeat(stored, answer)) return savedBefore(stored);
  if (!fits(item, answer.response)) return { ok: false, reason: "not-an-answer" };
  if (feedback === "each" && isCheckedHot(connection, answer)) return { ok: false, reason: "checked" };
  if (isBeyondCeiling(connection, sitting, answer)) return { ok: false, reason: "no-longer-kept" };
  const sequence = sequenceFor(connection, answer, stored);
  return storeAnswer(connection, { ...answer, sequence }, isLate(sitting, answer.now));
}

/** Every change is a row of up to 40 kB. Who writes an essay makes about one each few seconds; nobody comes near this. */
const mostChanges = 5000;
const keptAfterEndMs = 86_400_000;

function isBeyondCeiling(connection: HotDatabase, sitting: SittingForAnswer, answer: AnswerToSave): boolean {
  const end = sitting.endedAt ?? sitting.deadlineAt;
  if (end !== null && answer.now.getTime() > new Date(end).getTime() + keptAfterEndMs) return true;
  const found: unknown = prepareHot(connection, "SELECT 1 FROM AnswerEvent WHERE sittingId = ? LIMIT 1 OFFSET ?").get(
    answer.sittingId,
    mostChanges - 1,
  );
  return found !== undefined;
}

/** Whether this can be an answer to the question as it was shown. */
function fits(item: PinnedPaper["items"][number], response: Response | null): boolean {
  return checkResponse(asked(getQuestion(item.revisionId), item.values), response) === null;
}

interface PaperForAnswer {
  readonly items: ReadonlyMap<string, PinnedPaper["items"][number]>;
  readonly feedback: Blueprint["feedback"];
}

/** Papers never change, so the parsed ones stay for the many answers to come. */
const papers = new BoundedCache<PaperForAnswer>(8 * 1_048_576);

function getPaper(connection: HotDatabase, sittingId: string): PaperForAnswer {
  const known = papers.get(sittingId);
  if (known !== undefined) return known;
  const found: unknown = prepareHot(connection, "SELECT paper, blueprint FROM Sitting WHERE id = ?").get(sittingId);
  // The statement selects these columns, of a sitting that was found before; `startSitting` wrote both from these types.
  const row = found as { paper: string; blueprint: string };
  const { items } = JSON.parse(row.paper) as PinnedPaper;
  const { feedback } = JSON.parse(row.blueprint) as Blueprint;
  const paper = { items: new Map(items.map((item) => [item.questionId, item])), feedback };
  papers.set(sittingId, paper, row.paper.length * 4);
  return paper;
}

/** Whether a sitting that is there asks this question. */
export function isOnPaper(
  connection: HotDatabase,
  { sittingId, questionId }: { readonly sittingId: string; readonly questionId: string },
): boolean {
  return getPaper(connection, sittingId).items.has(questionId);
}

interface StoredAnswer {
  readonly questionId: string;
  readonly response: string;
  readonly at: string;
  readonly late: 0 | 1;
}

const isRepeat = (stored: StoredAnswer, answer: AnswerToSave) =>
  stored.questionId === answer.questionId && stored.response === JSON.stringify(answer.response);

/** The confirmation was lost on the way: the repeat is told what the first one was told. */
function savedBefore({ at, late }: StoredAnswer): AnswerSaved {
  return { ok: true, savedAt: new Date(at).toISOString(), late: late === 1, replacedOtherDevice: false };
}

/** What the device has said under this number before. */
function findStored(connection: HotDatabase, answer: AnswerToSave): StoredAnswer | undefined {
  const found: unknown = prepareHot(
    connection,
    "SELECT questionId, response, at, late FROM AnswerEvent WHERE sittingId = ? AND device = ? AND sequence = ?",
  ).get(answer.sittingId, answer.device, answer.sequence);
  // The statement selects these columns.
  return found as StoredAnswer | undefined;
}

/** A browser that lost its counter begins again at 1: none of its answers is taken for a repeat and dropped. */
function sequenceFor(
  connection: HotDatabase,
  { sittingId, device, sequence }: AnswerToSave,
  stored: StoredAnswer | undefined,
): number {
  if (stored === undefined) return sequence;
  const found: unknown = prepareHot(
    connection,
    "SELECT max(sequence) AS last FROM AnswerEvent WHERE sittingId = ? AND device = ?",
  ).get(sittingId, device);
  // The device has an answer, so there is a highest number.
  return (found as { last: number }).last + 1;
}

function storeAnswer(connection: HotDatabase, answer: AnswerToSave, late: boolean): AnswerSaved {
  const { sittingId, questionId, device, sequence, response, now } = answer;
  const before: unknown = prepareHot(
    connection,
    "SELECT device FROM AnswerEvent WHERE sittingId = ? AND questionId = ? AND late = 0 ORDER BY id DESC LIMIT 1",
  ).get(sittingId, questionId);
  prepareHot(
    connection,
    "INSERT INTO AnswerEvent (sittingId, questionId, device, sequence, response, at, late) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ).run(sittingId, questionId, device, sequence, JSON.stringify(response), dbTime(now), late ? 1 : 0);
  const otherDevice = before !== undefined && (before as { device: string }).device !== device;
  return { ok: true, savedAt: now.toISOString(), late, replacedOtherDevice: otherDevice };
}

function isLate(sitting: SittingForAnswer, now: Date): boolean {
  if (sitting.endedAt !== null) return true;
  return sitting.deadlineAt !== null && now.getTime() > new Date(sitting.deadlineAt).getTime() + graceSeconds * 1000;
}
