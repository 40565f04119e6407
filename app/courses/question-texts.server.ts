import { getQuestionTexts, type QuestionTexts } from "../assessments/question-store.server";
import { getText } from "./edition-store.server";

/** Translations of the questions as a text revision of an edition froze them. */
export function questionTexts(editionTextId: string): QuestionTexts {
  return getQuestionTexts(getText(editionTextId).text.questionTextsHash ?? null);
}
