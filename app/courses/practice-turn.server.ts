import { statement } from "../platform/db.server";
import type { PracticeQuestion } from "./list-practice.server";

const answersTo = statement<[string, string, string], { count: number }>(
  "SELECT COUNT(*) AS count FROM PracticeAnswer WHERE personId = ? AND trackId = ? AND questionId = ?",
);

/** How often the learner has practised the question before. Each time it is asked with other numbers. */
export function turnOf({ enrolment, questionId }: PracticeQuestion): number {
  return answersTo.get(enrolment.personId, enrolment.edition.trackId, questionId)?.count ?? 0;
}

/** The question as it is asked at this turn: looked at again it is the same. */
export function itemOf({ enrolment, questionId, revisionId }: PracticeQuestion, turn: number) {
  return { revisionId, seed: [enrolment.personId, enrolment.edition.trackId, questionId, turn].join("/") };
}
