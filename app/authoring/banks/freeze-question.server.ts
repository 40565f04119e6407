import type { Question } from "../../../quizzes/engine/model";
import { sha256 } from "../../platform/ids.server";
import { canonicalJson } from "../canonical-json";

/** A question as its revision's row keeps it. */
export interface FrozenQuestion {
  readonly content: string;
  readonly hash: string;
  readonly revisionId: string;
}

/** The id follows from the content, as publication makes it: the same text in the same bank is the same row. */
export function freezeQuestion(bankSlug: string, question: Question): FrozenQuestion {
  const content = canonicalJson(question);
  const hash = sha256(content);
  return { content, hash, revisionId: sha256(`${bankSlug}/${question.id}/${hash}`).slice(0, 25) };
}
