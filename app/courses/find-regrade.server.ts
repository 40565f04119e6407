import { describeQuestion, currentQuestion, type QuestionToRule } from "../assessments/regrade-form.server";
import {
  isChanged,
  isKept,
  isNewlyPassed,
  type Regraded,
  regradeSittings,
  type RulingKind,
  type RulingOn,
  type Standing,
} from "../assessments/regrade-sittings.server";
import { statement } from "../platform/db.server";
import { type ListedRuling, listRulings } from "./list-rulings.server";

/** A ruling on record. */
export interface RulingOnRecord {
  readonly id: string;
  readonly kind: RulingKind;
  readonly reason: string;
  /** Null when the account was erased. */
  readonly by: string | null;
  readonly at: string;
}

/** A revision of one of the society's questions, as it is marked today. */
export interface RulingPage {
  readonly revisionId: string;
  readonly revisionNumber: number;
  readonly bankTitle: string;
  readonly question: QuestionToRule;
  /** The earliest first; the last one decides. */
  readonly rulings: readonly ListedRuling[];
}

const revisionOf = statement<[string, string], { revisionNumber: number; bankTitle: string }>(
  `SELECT r.number AS revisionNumber, b.title AS bankTitle FROM QuestionRevision r JOIN Question q ON q.id = r.questionId
     JOIN Bank b ON b.id = q.bankId WHERE r.id = ? AND b.societyId = ?`,
);
const ruling = `r.id, r.ruling ->> 'kind' AS kind, r.reason, p.certificateName AS by, r.at
  FROM QuestionRuling r LEFT JOIN Person p ON p.id = r.byPersonId`;

/** Null where the society has no such revision, which is also the answer for another society's. */
export function findRulingPage(input: { societyId: string; revisionId: string }): RulingPage | null {
  const { societyId, revisionId } = input;
  const revision = revisionOf.get(revisionId, societyId);
  if (revision === undefined) return null;
  const question = describeQuestion(currentQuestion(revisionId));
  return { revisionId, ...revision, question, rulings: listRulings(societyId, [revisionId]) };
}

interface Concerned {
  readonly id: string;
  readonly subjectRef: string;
  readonly number: number;
  readonly name: string | null;
  readonly societyId: string;
}

// A track whose editions pin the revision, then its enrolments and their sittings: ranges of two indices.
const concernedBy = statement<[string, string], Concerned>(`
  SELECT s.id, s.subjectRef, s.number, p.certificateName AS name, t.societyId
    FROM Track t JOIN Enrolment e ON e.trackId = t.id
    JOIN Sitting s ON s.subjectKind = 'lesson' AND s.subjectRef > e.id || ':' AND s.subjectRef < e.id || ';'
    LEFT JOIN Person p ON p.id = s.personId
   WHERE t.id IN (SELECT d.trackId FROM Edition d WHERE instr(d.manifest, ?) > 0)
     AND s.endedAt IS NOT NULL AND instr(s.paper, ?) > 0
   ORDER BY p.certificateName, s.id`);

/** Every ended sitting of a lesson whose paper pins the revision, in whichever society's track. */
export function listConcernedSittings(revisionId: string): Concerned[] {
  const pinned = JSON.stringify(revisionId);
  return concernedBy.all(pinned, pinned);
}

/** One line of before and after. */
export interface RegradeRow {
  readonly sittingId: string;
  /** Null for a learner of another society's track, and for one whose account was erased. */
  readonly name: string | null;
  readonly number: number;
  readonly before: Standing;
  readonly after: Standing;
}

export interface RegradeCounts {
  readonly all: number;
  /** Another score, maximum or result. */
  readonly changed: number;
  readonly newlyPassed: number;
  /** Passed before, below the pass mark by the new marking: the pass stays. */
  readonly kept: number;
}

/** A page of before and after, the largest consequences first. */
export interface RegradeTable {
  readonly counts: RegradeCounts;
  readonly rows: readonly RegradeRow[];
  readonly page: number;
  readonly pageCount: number;
}

const regradesPerPage = 50;

const weightOf = (entry: Regraded) => (isNewlyPassed(entry) ? 0 : isKept(entry) ? 1 : isChanged(entry) ? 2 : 3);

/** What a proposed ruling would do to everyone concerned. */
export async function previewRegrade(input: {
  societyId: string;
  proposed: RulingOn;
  page: number;
}): Promise<RegradeTable> {
  const concerned = new Map(listConcernedSittings(input.proposed.revisionId).map((row) => [row.id, row]));
  const regraded = await regradeSittings([...concerned.keys()], { ruling: input.proposed });
  const sorted = regraded.toSorted((a, b) => weightOf(a) - weightOf(b));
  const pageCount = Math.max(1, Math.ceil(sorted.length / regradesPerPage));
  const page = Math.min(input.page, pageCount);
  const rows = sorted.slice((page - 1) * regradesPerPage, page * regradesPerPage).flatMap((entry) => {
    const row = concerned.get(entry.sittingId);
    if (row === undefined) return [];
    const { sittingId, before, after } = entry;
    const name = row.societyId === input.societyId ? row.name : null;
    return [{ sittingId, name, number: row.number, before, after }];
  });
  return { counts: countRegrades(regraded), rows, page, pageCount };
}

export function countRegrades(regraded: readonly Regraded[]): RegradeCounts {
  return {
    all: regraded.length,
    changed: regraded.filter(isChanged).length,
    newlyPassed: regraded.filter(isNewlyPassed).length,
    kept: regraded.filter(isKept).length,
  };
}

/** A ruling with the question that it is on and what it did. */
export interface RulingRecord extends RulingOnRecord {
  readonly revisionId: string;
  readonly question: QuestionToRule;
  readonly table: Omit<RegradeTable, "counts"> & { readonly counts: Omit<RegradeCounts, "kept"> };
}

const recordOf = statement<[string, string], RulingOnRecord & { revisionId: string }>(
  `SELECT r.revisionId, ${ruling} JOIN QuestionRevision v ON v.id = r.revisionId JOIN Question q ON q.id = v.questionId
     JOIN Bank b ON b.id = q.bankId WHERE r.id = ? AND b.societyId = ?`,
);
const hasChanged = `(c.scoreBeforeHundredths <> c.scoreAfterHundredths OR c.maxBeforeHundredths <> c.maxAfterHundredths
  OR c.passedBefore <> c.passedAfter)`;
const changeCounts = statement<[string], RulingRecord["table"]["counts"]>(
  `SELECT count(*) AS "all", total(${hasChanged}) AS changed, total(c.passedAfter AND NOT c.passedBefore) AS newlyPassed
     FROM RegradeChange c WHERE c.rulingId = ?`,
);

interface ChangeRow {
  readonly sittingId: string;
  readonly name: string | null;
  readonly number: number;
  readonly beforeScore: number;
  readonly beforeMax: number;
  readonly beforePassed: 0 | 1;
  readonly afterScore: number;
  readonly afterMax: number;
  readonly afterPassed: 0 | 1;
}
const changesOf = statement<[string, string, number, number], ChangeRow>(`
  SELECT c.sittingId, s.number, CASE WHEN t.societyId = ? THEN p.certificateName END AS name,
         c.scoreBeforeHundredths AS beforeScore, c.maxBeforeHundredths AS beforeMax, c.passedBefore AS beforePassed,
         c.scoreAfterHundredths AS afterScore, c.maxAfterHundredths AS afterMax, c.passedAfter AS afterPassed
    FROM RegradeChange c JOIN Sitting s ON s.id = c.sittingId
    LEFT JOIN Enrolment e ON e.id = substr(s.subjectRef, 1, instr(s.subjectRef, ':') - 1)
    LEFT JOIN Track t ON t.id = e.trackId LEFT JOIN Person p ON p.id = s.personId
   WHERE c.rulingId = ?
   ORDER BY c.passedAfter AND NOT c.passedBefore DESC, ${hasChanged} DESC, p.certificateName, c.sittingId
   LIMIT ? OFFSET ?`);

/** A ruling on one of the society's questions and what it did; null where there is none. */
export function findRuling(input: { societyId: string; rulingId: string; page: number }): RulingRecord | null {
  const { societyId, rulingId } = input;
  const record = recordOf.get(rulingId, societyId);
  const counts = changeCounts.get(rulingId);
  if (record === undefined || counts === undefined) return null;
  const pageCount = Math.max(1, Math.ceil(counts.all / regradesPerPage));
  const page = Math.min(input.page, pageCount);
  const rows = changesOf.all(societyId, rulingId, regradesPerPage, (page - 1) * regradesPerPage).map(toRow);
  const question = describeQuestion(currentQuestion(record.revisionId));
  return { ...record, question, table: { counts, rows, page, pageCount } };
}

function toRow(row: ChangeRow): RegradeRow {
  const { sittingId, name, number } = row;
  const before = { scoreHundredths: row.beforeScore, maxHundredths: row.beforeMax, passed: row.beforePassed === 1 };
  const after = { scoreHundredths: row.afterScore, maxHundredths: row.afterMax, passed: row.afterPassed === 1 };
  return { sittingId, name, number, before, after };
}
