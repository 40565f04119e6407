import type { BankQuery } from "../banks/bank-query";
import { type BankQuestionPage, listBankQuestions } from "../banks/list-bank-questions.server";
import { findDraft, type FoundDraft } from "./find-draft.server";
import type { PlaceInTrack } from "./lesson-page.server";
import { findLesson, headOf, type TrackHead } from "./outline-page.server";
import { findQuizBank, type QuizBank, samplePaper, type SampleQuestion } from "./quiz-bank.server";
import type { DraftLesson } from "./draft-file";

interface QuizPage {
  readonly head: TrackHead;
  readonly lesson: { readonly id: string; readonly title: string };
}

export interface QuestionChoice extends QuizPage, BankQuestionPage {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly query: BankQuery;
  readonly fixed: readonly string[];
}

export interface SamplePage extends QuizPage {
  /** Null where the bank can't fulfil the blueprint. */
  readonly questions: readonly SampleQuestion[] | null;
  readonly seed: number;
}

interface FoundQuiz {
  readonly draft: FoundDraft;
  readonly lesson: Extract<DraftLesson, { kind: "quiz" }>;
  readonly found: QuizBank;
}

function findQuiz(place: PlaceInTrack & { lessonId: string }): FoundQuiz | null {
  const draft = findDraft(place.societyId, place.trackSlug);
  const lesson = draft === null ? null : findLesson(draft, place.lessonId);
  const found = draft === null ? null : findQuizBank(place.societyId, draft.file.bank);
  return draft === null || lesson?.kind !== "quiz" || found === null ? null : { draft, lesson, found };
}

function pageOf({ draft, lesson }: FoundQuiz, seen: PlaceInTrack["seen"]): QuizPage {
  return { head: headOf(draft, seen), lesson: { id: lesson.id, title: draft.words.lessons[lesson.id]?.title ?? "" } };
}

/** The track's bank, to choose questions for every paper of a quiz; null where there is no such quiz, or no bank. */
export function findQuestionChoice(
  place: PlaceInTrack & { lessonId: string; query: BankQuery },
): QuestionChoice | null {
  const quiz = findQuiz(place);
  if (quiz === null) return null;
  const { id, slug, title } = quiz.found.bank;
  return {
    ...pageOf(quiz, place.seen),
    ...listBankQuestions(id, place.query),
    bank: { slug, title },
    query: place.query,
    fixed: quiz.lesson.blueprint.fixed,
  };
}

/** A paper as one learner might get it. @param seed from 1; another number is another learner */
export function findSample(place: PlaceInTrack & { lessonId: string; seed: number }): SamplePage | null {
  const quiz = findQuiz(place);
  if (quiz === null) return null;
  const questions = samplePaper(quiz.lesson.blueprint, quiz.found, `sample ${String(place.seed)}`);
  return { ...pageOf(quiz, place.seen), questions, seed: place.seed };
}
