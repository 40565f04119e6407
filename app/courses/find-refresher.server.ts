import { type ExplainedQuestion } from "../assessments/explain-question.server";
import { explainForPractice, showForPractice } from "../assessments/practise.server";
import type { ShownQuestion } from "../assessments/sitting-facts";
import type { Response } from "../../quizzes/engine/model";
import type { Translate } from "../i18n/translate";
import { getText } from "./edition-store.server";
import { listPractice, type PracticeQuestion } from "./list-practice.server";
import { type EditionText, lessonsOf } from "./manifest";
import { practiseQuestion } from "./practise-question.server";
import { questionLanguage } from "./question-texts.server";

/** The refresher's page: the next question, or that today's set is done. */
export interface RefresherPage {
  readonly doneToday: number;
  readonly left: number;
  readonly next: {
    readonly trackSlug: string;
    readonly trackTitle: string;
    readonly language: string;
    readonly question: ShownQuestion;
  } | null;
}

export function findRefresher(input: { personId: string; now: Date }): RefresherPage {
  const { questions, doneToday } = listPractice(input);
  const [next] = questions;
  return { doneToday, left: questions.length, next: next === undefined ? null : show(next) };
}

function show({ enrolment, revisionId }: PracticeQuestion): RefresherPage["next"] {
  const { text } = getText(enrolment.textId);
  return {
    trackSlug: enrolment.edition.trackSlug,
    trackTitle: text.title,
    language: text.language,
    question: showForPractice(revisionId, questionLanguage(enrolment.textId)),
  };
}

/** What an answer in the refresher was worth and why, and when the question comes back. */
export interface Refreshed {
  readonly explained: ExplainedQuestion;
  readonly trackSlug: string;
  readonly language: EditionText["language"];
  /** The lesson that covers the question, in the learner's edition. */
  readonly coveredIn: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly dueAt: string;
  readonly left: number;
}

/** Marks and explains an answer; null when the question isn't in today's set any more, or the answer isn't one. */
export async function refresh(input: {
  personId: string;
  trackSlug: string;
  questionId: string;
  response: Response | null;
  now: Date;
  t: Translate;
}): Promise<Refreshed | null> {
  const { questions } = listPractice(input);
  const asked = questions.find(
    ({ enrolment, questionId }) => enrolment.edition.trackSlug === input.trackSlug && questionId === input.questionId,
  );
  const done = await practiseQuestion(input);
  if (!done.ok || asked === undefined) return null;
  const { enrolment, revisionId } = asked;
  const { text } = getText(enrolment.textId);
  const words = { true: input.t("sitting:true"), false: input.t("sitting:false") };
  const explained = explainForPractice(revisionId, questionLanguage(enrolment.textId), input.response, words);
  const number = lessonsOf(enrolment.edition.manifest).findIndex(({ id }) => id === explained.lessonId) + 1;
  const lessonId = explained.lessonId ?? "";
  return {
    explained,
    trackSlug: input.trackSlug,
    language: text.language,
    coveredIn: number === 0 ? null : { id: lessonId, number, title: text.lessons[lessonId]?.title ?? lessonId },
    dueAt: done.dueAt.toISOString(),
    left: questions.length - 1,
  };
}
