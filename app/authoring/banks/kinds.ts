import type { Kind } from "../../../quizzes/engine/model";

/** Every kind of question, in the order in which lists and the choice for a new question show them. */
export const questionKinds = [
  "single",
  "multiple",
  "true-false",
  "numeric",
  "calculated",
  "short-text",
  "matching",
  "ordering",
  "cloze",
  "hotspot",
  "labelling",
  "script-concordance",
  "likert",
  "essay",
] as const satisfies readonly Kind[];

export function isKind(value: string): value is Kind {
  return (questionKinds as readonly string[]).includes(value);
}
