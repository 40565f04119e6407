import type { RulingKind } from "../assessments/regrade-sittings.server";
import { statement } from "../platform/db.server";

/** The rulings on a society's questions, as they stand beside the question wherever it is met. */

/** A ruling on record, and what it did. */
export interface ListedRuling {
  readonly id: string;
  readonly revisionId: string;
  readonly revisionNumber: number;
  readonly kind: RulingKind;
  readonly reason: string;
  /** Null when the account was erased. */
  readonly by: string | null;
  readonly at: string;
  /** Attempts that were marked anew, those with another score or result, and those that passed by it. */
  readonly all: number;
  readonly changed: number;
  readonly newlyPassed: number;
}

const rulingsOn = statement<[string, string], ListedRuling>(`
  SELECT r.id, r.revisionId, v.number AS revisionNumber, r.ruling ->> 'kind' AS kind, r.reason,
         p.certificateName AS by, r.at, count(c.sittingId) AS "all",
         total(c.scoreBeforeHundredths <> c.scoreAfterHundredths OR c.maxBeforeHundredths <> c.maxAfterHundredths
               OR c.passedBefore <> c.passedAfter) AS changed,
         total(c.passedAfter AND NOT c.passedBefore) AS newlyPassed
    FROM QuestionRuling r JOIN QuestionRevision v ON v.id = r.revisionId JOIN Question q ON q.id = v.questionId
    JOIN Bank b ON b.id = q.bankId LEFT JOIN Person p ON p.id = r.byPersonId
    LEFT JOIN RegradeChange c ON c.rulingId = r.id
   WHERE b.societyId = ? AND r.revisionId IN (SELECT value FROM json_each(?))
   GROUP BY r.id ORDER BY r.at, r.id`);

/** The rulings on these revisions of the society's questions, the earliest first. The society's id is a guard's. */
export function listRulings(societyId: string, revisionIds: readonly string[]): ListedRuling[] {
  return rulingsOn.all(societyId, JSON.stringify(revisionIds));
}

/** Where a question of one of the society's banks is written. */
export interface OwnQuestion {
  readonly bankSlug: string;
  readonly key: string;
}

const ownOf = statement<[string, string], OwnQuestion & { revisionId: string }>(`
  SELECT v.id AS revisionId, b.slug AS bankSlug, q.key FROM QuestionRevision v JOIN Question q ON q.id = v.questionId
    JOIN Bank b ON b.id = q.bankId WHERE b.societyId = ? AND v.id IN (SELECT value FROM json_each(?))`);

/** Of these revisions those of the society's own banks, by id: a track may ask another society's questions, too. */
export function findOwnQuestions(societyId: string, revisionIds: readonly string[]): Map<string, OwnQuestion> {
  const rows = ownOf.all(societyId, JSON.stringify(revisionIds));
  return new Map(rows.map(({ revisionId, bankSlug, key }) => [revisionId, { bankSlug, key }]));
}
