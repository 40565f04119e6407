import { present } from "../../quizzes/engine/present";
import { checkedIds } from "./check-answer.server";
import { explainSitting } from "./explain-sitting.server";
import { getQuestion, getQuestionTexts, textOf } from "./question-store.server";
import { showQuestion } from "./show-question.server";
import type { SittingRow } from "./sitting";
import type { SittingItem } from "./sitting-facts";
import { readAnswers } from "./sitting-store.server";
import { numberWriter } from "./write-number";

export { plainText } from "./show-question.server";

/**
 * All that the browser gets before the sitting is over: what `present` names, and the explanation of each answer that
 * the learner has checked, which can't be changed any more. `lastQuestionId` is the question that was answered last on
 * any device.
 * @param words what true and false are called in the reader's language
 */
export function presentSitting(
  sitting: SittingRow,
  words: { readonly true: string; readonly false: string } = { true: "", false: "" },
): { items: SittingItem[]; lastQuestionId: string | null } {
  const { counted, lastQuestionId } = readAnswers(sitting.id);
  const write = numberWriter(sitting.language);
  const texts = getQuestionTexts(sitting.textsHash);
  const explained = explainChecked(sitting, words);
  const items = sitting.paper.items.map((item) => ({
    question: showQuestion(
      present(getQuestion(item.revisionId), textOf(texts, item.questionId), item.optionOrder, item.values, write),
    ),
    response: counted.get(item.questionId) ?? null,
    marks: item.marks ?? 1,
    explained: explained.get(item.questionId) ?? null,
  }));
  return { items, lastQuestionId };
}

function explainChecked(...[sitting, words]: Parameters<typeof explainSitting>) {
  const checked = sitting.blueprint.feedback === "each" ? checkedIds(sitting.id) : new Set<string>();
  if (checked.size === 0) return new Map<string, SittingItem["explained"]>();
  const { questions } = explainSitting(sitting, words);
  return new Map(questions.filter(({ id }) => checked.has(id)).map((question) => [question.id, question] as const));
}
