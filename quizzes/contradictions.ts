import { type ByKind, byKind } from "./engine/by-kind";
import type { AcceptedText, KnownMistake, Label, Option, Question, Tolerance } from "./engine/model";

/**
 * Keys that contradict themselves: what is right and wrong at once, what nobody could tell apart, and tolerances that
 * nothing but the very digits would meet.
 */

const none = () => [];

/** A tolerance of nothing, of the key or of a known mistake. */
function brokenTolerances(tolerance: Tolerance, mistakes: readonly KnownMistake[] = []): string[] {
  const isNothing = (one: Tolerance) => "absolute" in one && one.absolute === 0;
  return [
    ...(isNothing(tolerance) ? ["the tolerance is 0: nothing but the very digits would count"] : []),
    ...mistakes
      .filter((mistake) => mistake.tolerance !== undefined && isNothing(mistake.tolerance))
      .map(({ value, unit }) => `the tolerance of the known mistake ${String(value)} ${unit} is 0`),
  ];
}

function namesakes(labels: readonly Pick<Label, "id" | "text">[], isSecond: (id: string, first: string) => boolean) {
  const first = new Map<string, string>();
  return labels.flatMap(({ id, text }) => {
    const earlier = first.get(text.trim());
    if (earlier === undefined) first.set(text.trim(), id);
    return earlier !== undefined && isSecond(id, earlier) ? [[earlier, id] as const] : [];
  });
}

/** Parts that look alike where only one of them is right. */
function rightAndWrong(parts: readonly Pick<Label, "id" | "text">[], keys: readonly string[]): string[] {
  const differs = (id: string, other: string) => keys.includes(id) !== keys.includes(other);
  return namesakes(parts, differs).map(([a, b]) => `"${a}" and "${b}" have the same text: it would be right and wrong`);
}

/** Parts that look alike where each has its own place in the key. */
function alike(parts: readonly Pick<Label, "id" | "text">[]): string[] {
  return namesakes(parts, () => true).map(
    ([a, b]) => `"${a}" and "${b}" have the same text: nobody can tell them apart`,
  );
}

function costlyKeys(options: readonly Option[], keys: readonly string[]): string[] {
  return options
    .filter(({ id, share = 0 }) => keys.includes(id) && share < 0)
    .map(({ id }) => `"${id}" is in the key and costs marks: it would be right and wrong`);
}

const choice = (options: readonly Option[], keys: readonly string[]) => [
  ...rightAndWrong(options, keys),
  ...costlyKeys(options, keys),
];

/** A text that is accepted twice with different shares. */
function twoShares(answers: readonly AcceptedText[]): string[] {
  return answers
    .filter((answer, index) => {
      const first = answers.findIndex(({ match, text }) => match === answer.match && text === answer.text);
      return first < index && answers[first]?.share !== answer.share;
    })
    .map(({ text }) => `"${text}" is accepted twice with different shares`);
}

const rules: ByKind<string[]> = {
  single: ({ options, key }) => choice(options, [key]),
  multiple: ({ options, keys }) => choice(options, keys),
  "true-false": none,
  numeric: ({ key, mistakes }) => brokenTolerances(key.tolerance, mistakes),
  matching: ({ right }) => alike(right),
  ordering: ({ items }) => alike(items),
  "short-text": ({ answers }) => twoShares(answers),
  calculated: ({ tolerance }) => brokenTolerances(tolerance),
  cloze: ({ gaps }) =>
    gaps.flatMap((gap) => {
      switch (gap.kind) {
        case "choice":
          return choice(gap.options, [gap.key]);
        case "text":
          return twoShares(gap.answers);
        case "number":
          return brokenTolerances(gap.key.tolerance, gap.mistakes);
      }
    }),
  hotspot: ({ regions, keys }) => rightAndWrong(regions, keys),
  labelling: ({ labels }) => alike(labels),
  "script-concordance": none,
  likert: ({ scale }) => alike(scale),
  essay: none,
};

/** What contradicts itself in a question, as sentences. */
export function contradictions(question: Question): string[] {
  return byKind(rules, question);
}
