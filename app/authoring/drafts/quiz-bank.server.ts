import { canSatisfy, draw } from "../../../quizzes/engine/draw";
import type { Question } from "../../../quizzes/engine/model";
import type { QuestionText } from "../../../quizzes/engine/question-text";
import { getQuestion } from "../../assessments/question-store.server";
import { statement } from "../../platform/db.server";
import { findBank, type FoundBank } from "../banks/find-bank.server";
import type { ShownQuestion } from "../../assessments/sitting-facts";
import { showQuestion } from "../../assessments/show-question.server";
import { present } from "../../../quizzes/engine/present";
import type { DraftBlueprint } from "./draft-file";

const revisionsInUse = statement<[string], { id: string }>(`
  SELECT r.id FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
     AND r.number = (SELECT max(l.number) FROM QuestionRevision l WHERE l.questionId = q.id)
   WHERE q.bankId = ? AND q.retiredAt IS NULL ORDER BY q.key`);

/** The bank of a track with its questions in use; null where the society has no such bank. */
export interface QuizBank {
  readonly bank: FoundBank;
  readonly questions: readonly Question[];
}

export function findQuizBank(societyId: string, bankSlug: string): QuizBank | null {
  const bank = findBank(societyId, bankSlug);
  if (bank === null) return null;
  return { bank, questions: revisionsInUse.all(bank.id).map(({ id }) => getQuestion(id)) };
}

/** Whether a quiz can be drawn from its bank: in words that a page can say at once. */
export type QuizState =
  | { readonly is: "no-bank" }
  | { readonly is: "empty" }
  | { readonly is: "ready"; readonly questions: number; readonly marks: number }
  | { readonly is: "gone"; readonly key: string }
  /** `rule` from 1: the first line that comes up short, and by how many questions. */
  | { readonly is: "short"; readonly rule: number; readonly missing: number };

export function quizState(blueprint: DraftBlueprint, bank: QuizBank | null): QuizState {
  if (bank === null) return { is: "no-bank" };
  if (blueprint.fixed.length + blueprint.draw.length === 0) return { is: "empty" };
  if (canSatisfy(blueprint, bank.questions)) {
    const fixed = blueprint.fixed.reduce((sum, key) => sum + (blueprint.marks?.[key] ?? 1), 0);
    const drawn = blueprint.draw.reduce((sum, { count, marks = 1 }) => sum + count * marks, 0);
    const questions = blueprint.fixed.length + blueprint.draw.reduce((sum, { count }) => sum + count, 0);
    return { is: "ready", questions, marks: fixed + drawn };
  }
  const drawn = draw(blueprint, bank.questions, "");
  if (drawn.ok) return { is: "empty" };
  const { rule, missing } = drawn;
  return "fixed" in rule
    ? { is: "gone", key: rule.fixed }
    : { is: "short", rule: blueprint.draw.indexOf(rule) + 1, missing };
}

/** A question as a sitting would ask it. */
export interface SampleQuestion {
  readonly question: ShownQuestion;
  readonly marks: number;
}

/**
 * One paper as learners get it, options and numbers drawn; null where the bank can't fulfil the blueprint.
 * @param texts translations by the question's key; a question without one is asked in its own language
 */
export function samplePaper(
  blueprint: DraftBlueprint,
  bank: QuizBank,
  seed: string,
  texts: Readonly<Record<string, QuestionText>> = {},
): SampleQuestion[] | null {
  const drawn = draw(blueprint, bank.questions, seed);
  if (!drawn.ok) return null;
  return drawn.paper.items.flatMap(({ questionId, optionOrder, values, marks = 1 }) => {
    const question = bank.questions.find(({ id }) => id === questionId);
    if (question === undefined) return [];
    return [{ question: showQuestion(present(question, texts[questionId] ?? null, optionOrder, values)), marks }];
  });
}
