import { localise } from "./localise";
import type { Label, MultipleChoice, Question, QuestionText } from "./model";
import { seededRandom, shuffle } from "./random";

/** An option or label as the learner sees it before handing in. */
export interface PublicLabel {
  readonly id: string;
  readonly text: string;
}

/** All that a browser gets of a question before the sitting is over. Nothing here depends on the key. */
export type PresentedQuestion =
  | { readonly kind: "single"; readonly id: string; readonly stem: string; readonly options: readonly PublicLabel[] }
  | {
      readonly kind: "multiple";
      readonly id: string;
      readonly stem: string;
      readonly options: readonly PublicLabel[];
      /** Public, because people must know whether a wrong tick costs something. */
      readonly rule: MultipleChoice["rule"];
    }
  | { readonly kind: "true-false"; readonly id: string; readonly stem: string }
  | { readonly kind: "numeric"; readonly id: string; readonly stem: string; readonly units: readonly string[] }
  | {
      readonly kind: "matching";
      readonly id: string;
      readonly stem: string;
      readonly left: readonly PublicLabel[];
      readonly right: readonly PublicLabel[];
    }
  | { readonly kind: "ordering"; readonly id: string; readonly stem: string; readonly items: readonly PublicLabel[] };

/**
 * The labels in the order of the paper. Labels that the paper doesn't know come last, in an order made from the
 * question's id: the author's own order must never show, because authors write pairs and steps side by side.
 */
function arranged(question: Question, labels: readonly Label[], order: readonly string[]): PublicLabel[] {
  const rest = labels.map(({ id }) => id).filter((id) => !order.includes(id));
  const ids = [...new Set(order), ...shuffle(rest.sort(), seededRandom(question.id))];
  return ids.flatMap((id) => labels.filter((label) => label.id === id).map((label) => ({ id, text: label.text })));
}

/**
 * What a learner may see of a question while the sitting runs: each public field is named, so that a new secret field
 * stays secret. Two questions that differ only in key, explanations, mistakes, source, difficulty, lesson or outcomes
 * are presented alike, byte for byte.
 *
 * `text` is the translation, or null for the question's own language. `optionOrder` is the paper's
 * (see draw.ts, which also keeps an ordering question from being shown in its right order).
 */
export function present(
  question: Question,
  text: QuestionText | null,
  optionOrder: readonly string[],
): PresentedQuestion {
  const said = localise(question, text);
  const { id, stem } = said;
  switch (said.kind) {
    case "single":
      return { kind: said.kind, id, stem, options: arranged(said, said.options, optionOrder) };
    case "multiple":
      return { kind: said.kind, id, stem, options: arranged(said, said.options, optionOrder), rule: said.rule };
    case "true-false":
      return { kind: said.kind, id, stem };
    case "numeric":
      return { kind: said.kind, id, stem, units: [...new Set(said.units)].sort() };
    case "matching":
      return {
        kind: said.kind,
        id,
        stem,
        left: said.left.map((label) => ({ id: label.id, text: label.text })),
        right: arranged(said, said.right, optionOrder),
      };
    case "ordering":
      return { kind: said.kind, id, stem, items: arranged(said, said.items, optionOrder) };
  }
}
