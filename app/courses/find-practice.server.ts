import { type ExplainedQuestion } from "../assessments/explain-question.server";
import { explainForPractice, showForPractice } from "../assessments/practise.server";
import type { ShownQuestion } from "../assessments/sitting-facts";
import type { Response } from "../../quizzes/engine/model";
import type { Translate } from "../i18n/translate";
import { getText } from "./edition-store.server";
import { listPractice, type PracticeQuestion } from "./list-practice.server";
import { listQuizPractice } from "./list-quiz-practice.server";
import { type EditionText, lessonsOf } from "./manifest";
import type { PracticeState } from "./practice-policy";
import { itemOf, turnOf } from "./practice-turn.server";
import { type PracticePlace, practiseQuestion } from "./practise-question.server";
import { questionLanguage } from "./question-texts.server";

/** A question that is to be answered outside sittings. */
export interface AskedQuestion {
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly language: string;
  readonly question: ShownQuestion;
  /** How often it was practised before; the answer's form gives it back. */
  readonly turn: number;
}

/** The refresher's page: the next question, or when there is one again. */
export interface RefresherPage {
  readonly doneToday: number;
  readonly left: number;
  readonly next: AskedQuestion | null;
  /** ISO moment; null while something is asked, and when nothing waits. */
  readonly nextAt: string | null;
}

export function findRefresher(input: { personId: string; now: Date }): RefresherPage {
  const { questions, doneToday, nextAt } = listPractice(input);
  return { doneToday, left: questions.length, next: show(questions[0]), nextAt: nextAt?.toISOString() ?? null };
}

/** The page on which a quiz is practised. */
export interface QuizPracticePage {
  readonly state: PracticeState;
  readonly trackSlug: string;
  readonly lesson: { readonly id: string; readonly title: string };
  readonly language: string;
  /** How many questions can be practised, and how many of them are left for today. */
  readonly count: number;
  readonly left: number;
  readonly next: AskedQuestion | null;
}

/** Null when there is no such quiz for this learner. */
export function findQuizPractice(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  now: Date;
}): QuizPracticePage | null {
  const found = listQuizPractice(input);
  if (found === null) return null;
  const { state, enrolment, lesson, questions, count } = found;
  const { text } = getText(enrolment.textId);
  return {
    state,
    trackSlug: enrolment.edition.trackSlug,
    lesson: { id: lesson.id, title: text.lessons[lesson.id]?.title ?? lesson.id },
    language: text.language,
    count,
    left: questions.length,
    next: show(questions[0]),
  };
}

function show(asked: PracticeQuestion | undefined): AskedQuestion | null {
  if (asked === undefined) return null;
  const { enrolment } = asked;
  const { text } = getText(enrolment.textId);
  const turn = turnOf(asked);
  return {
    turn,
    trackSlug: enrolment.edition.trackSlug,
    trackTitle: text.title,
    language: text.language,
    question: showForPractice(itemOf(asked, turn), questionLanguage(enrolment.textId)),
  };
}

/** What an answer outside sittings was worth and why, and when the question comes back. */
export interface Practised {
  readonly explained: ExplainedQuestion;
  readonly trackSlug: string;
  readonly language: EditionText["language"];
  /** The lesson that covers the question, in the learner's edition. */
  readonly coveredIn: { readonly id: string; readonly number: number; readonly title: string } | null;
  /** ISO moment at which the refresher asks it again; null when this answer changed nothing there. */
  readonly dueAt: string | null;
}

/** Marks and explains an answer; null when the question isn't asked there any more, or the answer isn't one. */
export async function practise(
  input: PracticePlace & {
    personId: string;
    trackSlug: string;
    questionId: string;
    turn: number;
    response: Response | null;
    now: Date;
    t: Translate;
  },
): Promise<Practised | null> {
  const done = await practiseQuestion(input);
  if (!done.ok) return null;
  const { enrolment } = done.asked;
  const { text } = getText(enrolment.textId);
  const words = { true: input.t("sitting:true"), false: input.t("sitting:false") };
  const explained = explainForPractice(
    itemOf(done.asked, input.turn),
    questionLanguage(enrolment.textId),
    input.response,
    words,
  );
  const number = lessonsOf(enrolment.edition.manifest).findIndex(({ id }) => id === explained.lessonId) + 1;
  const lessonId = explained.lessonId ?? "";
  return {
    explained,
    trackSlug: input.trackSlug,
    language: text.language,
    coveredIn: number === 0 ? null : { id: lessonId, number, title: text.lessons[lessonId]?.title ?? lessonId },
    dueAt: done.dueAt?.toISOString() ?? null,
  };
}
