import { BlueprintSchema } from "../../quizzes/bank-schema";
import type { Response, Ruling } from "../../quizzes/engine/model";
import { ResponseSchema } from "../../quizzes/response-schema";
import { statement, type Transaction } from "../platform/db.server";
import { markPaper, type Proposed } from "./end-sitting.server";
import { type MissedQuestion, missedIn } from "./missed-questions";
import { showsResult } from "./shows-result";
import { PinnedPaper } from "./sitting";

/** Marks sittings that are over once more, and writes what a ruling makes of them. */

/** A result as a sitting keeps it. `passed` is null while an essay waits. */
export interface Standing {
  readonly scoreHundredths: number;
  readonly maxHundredths: number;
  readonly passed: boolean | null;
}

export interface Regraded {
  readonly sittingId: string;
  readonly before: Standing;
  readonly after: Standing;
  /** What the new marking alone says; null while an essay waits. */
  readonly markedAsPassed: boolean | null;
  /** What the learner missed, where this marking is the first that shows it to them; otherwise empty. */
  readonly missedNow: readonly MissedQuestion[];
}

export type RulingKind = Ruling["kind"];

/** A ruling on a revision, on record or proposed. */
export interface RulingOn {
  readonly revisionId: string;
  readonly ruling: Ruling;
}

/** What is not on record yet: a ruling, an assessment, or an answer that begins to count. */
export interface Reconsidered extends Proposed {
  readonly answer?: { readonly questionId: string; readonly response: Response | null };
}

interface Row {
  readonly id: string;
  readonly textsHash: string | null;
  readonly blueprint: string;
  readonly paper: string;
  readonly scoreHundredths: number | null;
  readonly maxHundredths: number | null;
  readonly passed: 0 | 1 | null;
}

const sittingsById = statement<[string], Row>(
  `SELECT s.id, s.textsHash, s.blueprint, s.paper, s.scoreHundredths, s.maxHundredths, s.passed
     FROM json_each(?) j JOIN Sitting s ON s.id = j.value WHERE s.endedAt IS NOT NULL ORDER BY j.key`,
);
const answersById = statement<[string], { sittingId: string; questionId: string; response: string }>(
  `SELECT a.sittingId, a.questionId, a.response FROM json_each(?) j JOIN AnswerEvent a ON a.sittingId = j.value
    WHERE a.late = 0 ORDER BY a.id`,
);

/** Small enough that other requests get their turn in between. */
const chunkSize = 100;

function chunksOf(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / chunkSize) }, (_, i) =>
    ids.slice(i * chunkSize, (i + 1) * chunkSize),
  );
}

const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * Marks these sittings with what is proposed; whatever was passed stays passed. One that still runs is left out: its
 * hand-in marks it. Reads what is committed: inside a transaction that has not written yet, that is the present state.
 */
export async function regradeSittings(ids: readonly string[], proposed: Reconsidered): Promise<Regraded[]> {
  const regraded: Regraded[] = [];
  for (const chunk of chunksOf(ids)) {
    regraded.push(...regradeChunk(JSON.stringify(chunk), proposed));
    await breathe();
  }
  return regraded;
}

function regradeChunk(ids: string, proposed: Reconsidered): Regraded[] {
  const answers = answersOf(ids);
  return sittingsById.all(ids).map((row) => {
    const before = standingOf(row);
    const blueprint = BlueprintSchema.parse(JSON.parse(row.blueprint));
    const paper = PinnedPaper.parse(JSON.parse(row.paper));
    const { marks, verdict } = markPaper(
      { id: row.id, textsHash: row.textsHash, blueprint, paper },
      withAnswer(answers.get(row.id), proposed),
      proposed,
    );
    const { scoreHundredths, maxHundredths } = verdict;
    const markedAsPassed = verdict.passed;
    const passed = before.passed === true ? true : markedAsPassed;
    const after = { scoreHundredths, maxHundredths, passed };
    const isShownNow = !showsResult(blueprint.feedback, before.passed) && showsResult(blueprint.feedback, after.passed);
    return { sittingId: row.id, before, after, markedAsPassed, missedNow: isShownNow ? missedIn(paper, marks) : [] };
  });
}

type Answers = ReadonlyMap<string, Response | null>;

function withAnswer(answers: Answers = new Map(), { answer }: Reconsidered): Answers {
  return answer === undefined ? answers : new Map([...answers, [answer.questionId, answer.response]]);
}

function standingOf({ scoreHundredths, maxHundredths, passed }: Row): Standing {
  return {
    scoreHundredths: scoreHundredths ?? 0,
    maxHundredths: maxHundredths ?? 0,
    passed: passed === null ? null : passed === 1,
  };
}

function answersOf(ids: string): Map<string, Map<string, Response | null>> {
  const bySitting = new Map<string, Map<string, string>>();
  for (const { sittingId, questionId, response } of answersById.all(ids)) {
    const last = bySitting.get(sittingId) ?? new Map<string, string>();
    bySitting.set(sittingId, last.set(questionId, response));
  }
  const parse = (text: string) => ResponseSchema.nullable().parse(JSON.parse(text));
  return new Map([...bySitting].map(([id, last]) => [id, new Map([...last].map(([key, text]) => [key, parse(text)]))]));
}

export function isChanged({ before, after }: Regraded): boolean {
  return (
    before.scoreHundredths !== after.scoreHundredths ||
    before.maxHundredths !== after.maxHundredths ||
    before.passed !== after.passed
  );
}

/** Passed by this marking and not before. */
export function isNewlyPassed({ before, after }: Regraded): boolean {
  return before.passed !== true && after.passed === true;
}

/** Passed before and not by the new marking: the pass stays, because nobody loses by a mistake of ours. */
export function isKept({ before, markedAsPassed }: Regraded): boolean {
  return before.passed === true && markedAsPassed === false;
}

/** Writes the results that differ from what the sittings keep. */
export async function writeStandings(tx: Transaction, regraded: readonly Regraded[]): Promise<void> {
  const changed = regraded.filter(isChanged);
  for (const chunk of chunksOf(changed.map(({ sittingId }) => sittingId))) {
    const wanted = new Set(chunk);
    const rows = changed.flatMap(({ sittingId, after }) =>
      wanted.has(sittingId) ? [[sittingId, after.scoreHundredths, after.maxHundredths, after.passed]] : [],
    );
    await tx.$executeRaw`
      UPDATE Sitting SET scoreHundredths = j.value ->> 1, maxHundredths = j.value ->> 2, passed = j.value ->> 3
        FROM json_each(${JSON.stringify(rows)}) AS j WHERE Sitting.id = j.value ->> 0`;
  }
}
