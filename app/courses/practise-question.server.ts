import { markForPractice } from "../assessments/practise.server";
import type { Response } from "../../quizzes/engine/model";
import { transact } from "../platform/db.server";
import { recordPractice } from "../practice/record-practice.server";
import { listPractice } from "./list-practice.server";
import { questionLanguage } from "./question-texts.server";

export type QuestionPractised =
  | { ok: true; awarded: number; dueAt: Date }
  | { ok: false; reason: "not-due" }
  | { ok: false; reason: "not-an-answer" };

/**
 * Marks an answer in the refresher and says when the question comes back. A question that isn't in today's set (twice
 * sent, another tab, a forged id) is refused, and nothing changes.
 */
export async function practiseQuestion(input: {
  personId: string;
  trackSlug: string;
  questionId: string;
  response: Response | null;
  now: Date;
}): Promise<QuestionPractised> {
  const found = listPractice(input).questions.find(
    ({ enrolment, questionId }) => enrolment.edition.trackSlug === input.trackSlug && questionId === input.questionId,
  );
  if (found === undefined) return { ok: false, reason: "not-due" };
  const mark = markForPractice(found.revisionId, questionLanguage(found.enrolment.textId), input.response);
  if (mark.outcome === "invalid") return { ok: false, reason: "not-an-answer" };
  const { dueAt } = await transact((tx) =>
    recordPractice(tx, {
      personId: input.personId,
      trackId: found.enrolment.edition.trackId,
      questionId: found.questionId,
      revisionId: found.revisionId,
      response: input.response,
      awarded: mark.awarded,
      now: input.now,
    }),
  );
  return { ok: true, awarded: mark.awarded, dueAt };
}
