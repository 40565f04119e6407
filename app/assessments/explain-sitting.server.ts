import { questionAsRuled } from "../../quizzes/engine/mark";
import { askQuestion } from "./ask-question.server";
import { markPaper } from "./end-sitting.server";
import { type ExplainedQuestion, explainQuestion } from "./explain-question.server";
import { getQuestionTexts, rulingsOn } from "./question-store.server";
import type { SittingRow } from "./sitting";
import { readAnswers } from "./sitting-store.server";
import { numberWriter } from "./write-number";

/** A question of a sitting that is over. */
export interface ExplainedItem extends ExplainedQuestion {
  readonly number: number;
  /** An answer to it came too late and does not count. */
  readonly isLate: boolean;
}

/**
 * Explains a sitting that is over, in its language and marked with the rulings of today.
 * @param words what true and false are called in the reader's language.
 */
export function explainSitting(
  sitting: SittingRow,
  words: { readonly true: string; readonly false: string },
): { questions: ExplainedItem[]; verdict: ReturnType<typeof markPaper>["verdict"] } {
  const { counted, lateIds } = readAnswers(sitting.id);
  const { marks, verdict } = markPaper(sitting, counted);
  const rulings = rulingsOn(sitting.paper.items.map((item) => item.revisionId));
  const write = numberWriter(sitting.language);
  const texts = getQuestionTexts(sitting.textsHash);
  const questions = sitting.paper.items.flatMap((item, i) => {
    const mark = marks[i];
    if (mark === undefined) return [];
    const shown = askQuestion(item, texts, rulings.get(item.revisionId) ?? [], write);
    const question = questionAsRuled(shown.question, shown.rulings);
    const { optionOrder, marks: weight } = item;
    const certainty = counted.get(item.questionId)?.certainty;
    const explained = explainQuestion({ question, mark, optionOrder, weight, certainty, words, write });
    return [{ ...explained, number: i + 1, isLate: lateIds.has(item.questionId) }];
  });
  return { questions, verdict };
}
