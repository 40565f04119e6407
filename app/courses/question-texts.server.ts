import type { PracticeLanguage } from "../assessments/practise.server";
import { getQuestionTexts } from "../assessments/question-store.server";
import { getText } from "./edition-store.server";

/** The questions' language as a text revision of an edition froze it. */
export function questionLanguage(editionTextId: string): PracticeLanguage {
  const { language, questionTextsHash } = getText(editionTextId).text;
  return { language, texts: getQuestionTexts(questionTextsHash ?? null) };
}
