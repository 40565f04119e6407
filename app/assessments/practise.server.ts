import { drawValues, type Values } from "../../quizzes/engine/calculated";
import { mark, type Mark, questionAsRuled } from "../../quizzes/engine/mark";
import type { Response } from "../../quizzes/engine/model";
import { present } from "../../quizzes/engine/present";
import { askQuestion, type AskedQuestion } from "./ask-question.server";
import { type ExplainedQuestion, explainQuestion } from "./explain-question.server";
import { getQuestion, type QuestionTexts, rulingsOn, textOf } from "./question-store.server";
import { showQuestion } from "./show-question.server";
import type { ShownQuestion } from "./sitting-facts";
import { numberWriter } from "./write-number";

/** Questions outside sittings, with immediate feedback. The numbers of a calculated question are those of its preview. */

/** The numbers of the question as it was shown: a ruling must not draw others. */
function previewValues(revisionId: string): Values | undefined {
  const question = getQuestion(revisionId);
  return question.kind === "calculated" ? drawValues(question, question.id) : undefined;
}

/** The language that a learner reads a question in. */
export interface PracticeLanguage {
  readonly language: string;
  readonly texts: QuestionTexts;
}

function ask(revisionId: string, { language, texts }: PracticeLanguage): AskedQuestion {
  const rulings = rulingsOn([revisionId]).get(revisionId) ?? [];
  return askQuestion({ revisionId, values: previewValues(revisionId) }, texts, rulings, numberWriter(language));
}

/** Marks one answer in the language of its reader, with the rulings of today. */
export function markForPractice(revisionId: string, reader: PracticeLanguage, response: Response | null): Mark {
  const { question, rulings } = ask(revisionId, reader);
  return mark(question, response, rulings);
}

/** A question as the learner sees it before answering. */
export function showForPractice(revisionId: string, { language, texts }: PracticeLanguage): ShownQuestion {
  const question = getQuestion(revisionId);
  const write = numberWriter(language);
  return showQuestion(present(question, textOf(texts, question.id), [], previewValues(revisionId), write));
}

/** The same question with what was right and why, after the answer. */
export function explainForPractice(
  revisionId: string,
  reader: PracticeLanguage,
  response: Response | null,
  words: { readonly true: string; readonly false: string },
): ExplainedQuestion {
  const { question, rulings } = ask(revisionId, reader);
  const marked = mark(question, response, rulings);
  const write = numberWriter(reader.language);
  return explainQuestion({ question: questionAsRuled(question, rulings), mark: marked, optionOrder: [], words, write });
}
