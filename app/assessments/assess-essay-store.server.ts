import type { Assessment } from "../../quizzes/engine/model";
import { statement } from "../platform/db.server";

/** What people gave to the essays of a sitting. Append-only; of each question the last one counts. */

/** An assessment on record. */
export interface AssessmentRow extends Assessment {
  readonly id: string;
  readonly questionId: string;
  /** Null when the account was erased. */
  readonly by: string | null;
  readonly at: string;
}

interface Row {
  readonly id: string;
  readonly questionId: string;
  readonly assessment: string;
  readonly by: string | null;
  readonly at: string;
}

const bySitting = statement<[string], Row>(
  `SELECT a.id, a.questionId, a.assessment, p.certificateName AS by, a.at FROM EssayAssessment a
     LEFT JOIN Person p ON p.id = a.byPersonId WHERE a.sittingId = ? ORDER BY a.at, a.id`,
);

/** Every assessment of a sitting's essays, the earliest first. */
export function listAssessments(sittingId: string): AssessmentRow[] {
  return bySitting.all(sittingId).map(({ assessment, ...row }) => {
    // Only `assessEssay` writes this column, from the same type.
    const { levels, comment } = JSON.parse(assessment) as Assessment;
    return { ...row, levels, comment };
  });
}

/** The assessments that count, by question id. */
export function countedAssessments(sittingId: string): Map<string, Assessment> {
  return new Map(
    listAssessments(sittingId).map(({ questionId, levels, comment }) => [questionId, { levels, comment }]),
  );
}
