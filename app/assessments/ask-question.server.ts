import { asked, askedRulings, type Values, type WriteNumber } from "../../quizzes/engine/calculated";
import { localise, localiseRulings } from "../../quizzes/engine/localise";
import type { Question, Ruling } from "../../quizzes/engine/model";
import { getQuestion, type QuestionTexts, textOf } from "./question-store.server";

/** A question as a learner is asked it, and the rulings on it in the same words. */
export interface AskedQuestion {
  readonly question: Question;
  readonly rulings: readonly Ruling[];
}

/**
 * The question of a revision in the language of its reader and with the paper's numbers. Whoever marks or explains an
 * answer starts from here: a typed text is right or wrong in the language in which it was asked for.
 */
export function askQuestion(
  { revisionId, values }: { readonly revisionId: string; readonly values?: Values | undefined },
  texts: QuestionTexts,
  rulings: readonly Ruling[],
  write?: WriteNumber,
): AskedQuestion {
  const own = getQuestion(revisionId);
  const text = textOf(texts, own.id);
  return {
    question: asked(localise(own, text), values, write),
    rulings: askedRulings(localiseRulings(own, rulings, text), values, write),
  };
}
