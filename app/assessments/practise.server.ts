import { asked, askedRulings } from "../../quizzes/engine/calculated";
import { localise } from "../../quizzes/engine/localise";
import { mark, type Mark, questionAsRuled } from "../../quizzes/engine/mark";
import type { Response } from "../../quizzes/engine/model";
import { present } from "../../quizzes/engine/present";
import { type ExplainedQuestion, explainQuestion } from "./explain-question.server";
import { getQuestion, type QuestionTexts, rulingsOn } from "./question-store.server";
import { showQuestion } from "./show-question.server";
import type { ShownQuestion } from "./sitting-facts";

/** Questions outside sittings, with immediate feedback. The numbers of a calculated question are those of its preview. */

/** Marks one answer with the rulings of today. */
export function markForPractice(revisionId: string, response: Response | null): Mark {
  const question = getQuestion(revisionId);
  const rulings = rulingsOn([revisionId]).get(revisionId) ?? [];
  return mark(asked(question, undefined), response, askedRulings(rulings, undefined));
}

/** A question as the learner sees it before answering. */
export function showForPractice(revisionId: string, texts: QuestionTexts): ShownQuestion {
  const question = getQuestion(revisionId);
  return showQuestion(present(question, texts[question.id] ?? null, []));
}

/** The same question with what was right and why, after the answer. */
export function explainForPractice(
  revisionId: string,
  texts: QuestionTexts,
  response: Response | null,
  words: { readonly true: string; readonly false: string },
): ExplainedQuestion {
  const ruled = questionAsRuled(getQuestion(revisionId), rulingsOn([revisionId]).get(revisionId) ?? []);
  const question = asked(localise(ruled, texts[ruled.id] ?? null), undefined);
  return explainQuestion({ question, mark: markForPractice(revisionId, response), optionOrder: [], words });
}
