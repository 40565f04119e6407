import type { Kind, Question } from "./model";

export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>;

/** One rule for each kind of question; the compiler asks for every one. */
export type ByKind<Result, Rest extends readonly unknown[] = []> = {
  readonly [K in Kind]: (question: QuestionOf<K>, ...rest: Rest) => Result;
};

/** Applies the rule of the question's kind. */
export function byKind<Result, Rest extends readonly unknown[] = []>(
  rules: ByKind<Result, Rest>,
  question: Question,
  ...rest: Rest
): Result {
  // The rule under a kind takes questions of that kind; TypeScript can't follow a key into a union.
  const rule = rules[question.kind] as (question: Question, ...rest: Rest) => Result;
  return rule(question, ...rest);
}
