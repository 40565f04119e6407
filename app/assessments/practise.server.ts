import { drawItem, type PaperItem } from "../../quizzes/engine/draw";
import { mark, type Mark, questionAsRuled } from "../../quizzes/engine/mark";
import type { Response } from "../../quizzes/engine/model";
import { present } from "../../quizzes/engine/present";
import { askQuestion, type AskedQuestion } from "./ask-question.server";
import { type ExplainedQuestion, explainQuestion } from "./explain-question.server";
import { getQuestion, type QuestionTexts, rulingsOn, textOf } from "./question-store.server";
import { showQuestion } from "./show-question.server";
import type { ShownQuestion } from "./sitting-facts";
import { numberWriter } from "./write-number";

/** Questions outside sittings, with immediate feedback. */

/** A question and how it is asked this time: its numbers and the order of its options follow from the seed. */
export interface PracticeItem {
  readonly revisionId: string;
  readonly seed: string;
}

/** Drawn from the question as it was written: a ruling must not draw other numbers. */
function drawn({ revisionId, seed }: PracticeItem): PaperItem {
  return drawItem(getQuestion(revisionId), seed);
}

/** The language that a learner reads a question in. */
export interface PracticeLanguage {
  readonly language: string;
  readonly texts: QuestionTexts;
}

function ask(item: PracticeItem, { language, texts }: PracticeLanguage): AskedQuestion {
  const { revisionId } = item;
  const rulings = rulingsOn([revisionId]).get(revisionId) ?? [];
  return askQuestion({ revisionId, values: drawn(item).values }, texts, rulings, numberWriter(language));
}

/** Marks one answer in the language of its reader, with the rulings of today. */
export function markForPractice(item: PracticeItem, reader: PracticeLanguage, response: Response | null): Mark {
  const { question, rulings } = ask(item, reader);
  return mark(question, response, rulings);
}

/** A question as the learner sees it before answering. */
export function showForPractice(item: PracticeItem, { language, texts }: PracticeLanguage): ShownQuestion {
  const question = getQuestion(item.revisionId);
  const { optionOrder, values } = drawn(item);
  const write = numberWriter(language);
  return showQuestion(present(question, textOf(texts, question.id), optionOrder, values, write));
}

/** The same question with what was right and why, after the answer. */
export function explainForPractice(
  item: PracticeItem,
  reader: PracticeLanguage,
  response: Response | null,
  words: { readonly true: string; readonly false: string },
): ExplainedQuestion {
  const { question, rulings } = ask(item, reader);
  const marked = mark(question, response, rulings);
  const write = numberWriter(reader.language);
  const { optionOrder } = drawn(item);
  return explainQuestion({ question: questionAsRuled(question, rulings), mark: marked, optionOrder, words, write });
}
