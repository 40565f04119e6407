import { markForPractice } from "../assessments/practise.server";
import type { Response } from "../../quizzes/engine/model";
import { transact } from "../platform/db.server";
import { recordPractice } from "../practice/record-practice.server";
import { listPractice, type PracticeQuestion } from "./list-practice.server";
import { listQuizPractice } from "./list-quiz-practice.server";
import { itemOf, turnOf } from "./practice-turn.server";
import { questionLanguage } from "./question-texts.server";

/** Where a question is practised: in the refresher, or beside the quiz in which it was asked. */
export type PracticePlace = { readonly place: "refresher" } | { readonly place: "quiz"; readonly lessonId: string };

export type QuestionPractised =
  | {
      readonly ok: true;
      readonly asked: PracticeQuestion;
      readonly awarded: number;
      /** When the question comes back in the refresher because of this answer; null when its day stays as it was. */
      readonly dueAt: Date | null;
    }
  | { readonly ok: false; readonly reason: "not-asked" | "not-an-answer" };

function askedIn(input: PracticePlace & { personId: string; trackSlug: string; now: Date }) {
  if (input.place === "refresher") return listPractice(input).questions;
  return listQuizPractice(input)?.questions ?? [];
}

/**
 * Marks an answer outside sittings. It changes nothing that counts. A question that isn't asked there now (twice sent,
 * another tab, a forged id, an attempt that has begun since) is refused, and nothing changes.
 */
export async function practiseQuestion(
  input: PracticePlace & {
    personId: string;
    trackSlug: string;
    questionId: string;
    /** As it was shown: with which numbers and in which order. */
    turn: number;
    response: Response | null;
    now: Date;
  },
): Promise<QuestionPractised> {
  const asked = askedIn(input).find(
    ({ enrolment, questionId }) => enrolment.edition.trackSlug === input.trackSlug && questionId === input.questionId,
  );
  // Answered in another tab since: it is asked with other numbers by now.
  if (asked === undefined || turnOf(asked) !== input.turn) return { ok: false, reason: "not-asked" };
  const { questionId, revisionId } = asked;
  const mark = markForPractice(itemOf(asked, input.turn), questionLanguage(asked.enrolment.textId), input.response);
  if (mark.outcome === "invalid") return { ok: false, reason: "not-an-answer" };
  const { personId, response, place, now } = input;
  const { trackId } = asked.enrolment.edition;
  const { awarded } = mark;
  const { dueAt } = await transact((tx) =>
    recordPractice(tx, { personId, trackId, questionId, revisionId, response, awarded, place, now }),
  );
  return { ok: true, asked, awarded, dueAt };
}
