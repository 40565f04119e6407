import { setImmediate } from "node:timers/promises";
import type { Detail } from "../../quizzes/engine/mark";
import type { ItemScore, OptionKey, SittingScores } from "../../quizzes/engine/statistics";
import { ResponseSchema } from "../../quizzes/response-schema";
import { statement } from "../platform/db.server";
import { markPaper } from "./end-sitting.server";
import { getQuestion } from "./question-store.server";
import { currentQuestion } from "./regrade-form.server";
import { getSittings } from "./sitting-store.server";

interface AnswerRow {
  readonly sittingId: string;
  readonly questionId: string;
  readonly response: string;
  readonly at: string;
  readonly late: number;
}

const answersOf = statement<[string], AnswerRow>(
  `SELECT sittingId, questionId, response, at, late FROM AnswerEvent
    WHERE sittingId IN (SELECT value FROM json_each(?)) ORDER BY sittingId, id`,
);

const sittingsAtOnce = 100;
/** A longer pause is a coffee, not thinking. */
const longestThought = 600;

/**
 * The marks of sittings that are over, with the rulings of today, as the statistics want them. Items are question
 * revisions: an edited question is another question. Other requests get their turn between the blocks.
 */
export async function scoreSittings(sittingIds: readonly string[]): Promise<SittingScores[]> {
  const scored: SittingScores[] = [];
  for (let from = 0; from < sittingIds.length; from += sittingsAtOnce) {
    const ids = sittingIds.slice(from, from + sittingsAtOnce);
    const rows = new Map<string, AnswerRow[]>(ids.map((id) => [id, []]));
    for (const row of answersOf.all(JSON.stringify(ids))) rows.get(row.sittingId)?.push(row);
    for (const sitting of getSittings(ids)) scored.push(scoreSitting(sitting, rows.get(sitting.id) ?? []));
    await setImmediate();
  }
  return scored;
}

function scoreSitting(sitting: ReturnType<typeof getSittings>[number], rows: readonly AnswerRow[]): ItemScore[] {
  const inTime = rows.filter((row) => row.late === 0);
  const last = new Map(inTime.map((row) => [row.questionId, row.response]));
  const answers = new Map(
    [...last].map(([id, response]) => [id, ResponseSchema.nullable().parse(JSON.parse(response))]),
  );
  const spent = secondsByQuestion(inTime, sitting.startedAt);
  const { marks } = markPaper(sitting, answers);
  return sitting.paper.items.flatMap((item, i) => {
    const mark = marks[i];
    if (mark === undefined) return [];
    return [
      {
        questionId: item.revisionId,
        awarded: mark.awarded,
        // An essay that nobody has marked yet says nothing about the question, nor about who wrote it.
        possible: mark.outcome === "pending" ? 0 : mark.possible,
        picked: picksOf(mark.detail),
        seconds: spent.get(item.questionId) ?? null,
      },
    ];
  });
}

/** Time between an answer and the one before it belongs to its question. */
function secondsByQuestion(rows: readonly AnswerRow[], startedAt: Date): Map<string, number> {
  const spent = new Map<string, number>();
  let before = startedAt.getTime();
  for (const row of rows) {
    const at = Date.parse(row.at);
    const seconds = Math.min(longestThought, Math.max(0, at - before) / 1000);
    spent.set(row.questionId, (spent.get(row.questionId) ?? 0) + seconds);
    before = at;
  }
  return spent;
}

function picksOf(detail: Detail): string[] {
  if (detail.kind === "single" || detail.kind === "multiple")
    return detail.options.filter((option) => option.picked).map((option) => option.id);
  if (detail.kind === "true-false" && detail.picked !== null) return [String(detail.picked)];
  if (detail.kind === "likert" && detail.picked !== null) return [detail.picked];
  return [];
}

/** The options of a question whose picks are counted, right as of today; none where people type or arrange. */
export function optionKeys(revisionId: string): OptionKey[] {
  const question = currentQuestion(revisionId);
  if (question.kind === "single") return question.options.map(({ id }) => ({ id, isKey: id === question.key }));
  if (question.kind === "multiple")
    return question.options.map(({ id }) => ({ id, isKey: question.keys.includes(id) }));
  if (question.kind === "true-false")
    return [true, false].map((value) => ({ id: String(value), isKey: value === question.key }));
  return [];
}

/** The steps of each rating among these revisions, in the order of its scale. */
export function scalesOf(revisionIds: Iterable<string>): Map<string, string[]> {
  const scales = new Map<string, string[]>();
  for (const id of revisionIds) {
    const question = getQuestion(id);
    if (question.kind === "likert")
      scales.set(
        id,
        question.scale.map((step) => step.id),
      );
  }
  return scales;
}
