import { drawValues, type Values } from "../../quizzes/engine/calculated";
import { mark, type Mark, questionAsRuled } from "../../quizzes/engine/mark";
import type { Response } from "../../quizzes/engine/model";
import { present } from "../../quizzes/engine/present";
import { askQuestion, type AskedQuestion } from "./ask-question.server";
import { type ExplainedQuestion, explainQuestion } from "./explain-question.server";
import { getQuestion, type QuestionTexts, rulingsOn, textOf } from "./question-store.server";
import { showQuestion } from "./show-question.server";
import type { ShownQuestion } from "./sitting-facts";

/** Questions outside sittings, with immediate feedback. The numbers of a calculated question are those of its preview. */

/** The numbers of the question as it was shown: a ruling must not draw others. */
function previewValues(revisionId: string): Values | undefined {
  const question = getQuestion(revisionId);
  return question.kind === "calculated" ? drawValues(question, question.id) : undefined;
}

function ask(revisionId: string, texts: QuestionTexts): AskedQuestion {
  const rulings = rulingsOn([revisionId]).get(revisionId) ?? [];
  return askQuestion({ revisionId, values: previewValues(revisionId) }, texts, rulings);
}

/** Marks one answer in the language of the texts, with the rulings of today. */
export function markForPractice(revisionId: string, texts: QuestionTexts, response: Response | null): Mark {
  const { question, rulings } = ask(revisionId, texts);
  return mark(question, response, rulings);
}

/** A question as the learner sees it before answering. */
export function showForPractice(revisionId: string, texts: QuestionTexts): ShownQuestion {
  const question = getQuestion(revisionId);
  return showQuestion(present(question, textOf(texts, question.id), [], previewValues(revisionId)));
}

/** The same question with what was right and why, after the answer. */
export function explainForPractice(
  revisionId: string,
  texts: QuestionTexts,
  response: Response | null,
  words: { readonly true: string; readonly false: string },
): ExplainedQuestion {
  const { question, rulings } = ask(revisionId, texts);
  const marked = mark(question, response, rulings);
  return explainQuestion({ question: questionAsRuled(question, rulings), mark: marked, optionOrder: [], words });
}
