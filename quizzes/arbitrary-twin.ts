import fc from "fast-check";
import { amount, each, secretBase, text } from "./arbitrary-base";
import { answers, panel } from "./arbitrary-question";
import { type ByKind, byKind } from "./engine/by-kind";
import type { Cloze, Option, Question } from "./engine/model";

const idsOf = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);

/** The options with other reasons and shares. */
function otherReasons<T extends { readonly id: string; readonly why: string }>(own: readonly T[]): fc.Arbitrary<T[]> {
  return each(idsOf(own), () => text).map((whys) => own.map((o, index) => ({ ...o, why: whys[index] ?? "" })));
}

function otherOptions(own: readonly Option[]): fc.Arbitrary<Option[]> {
  return fc
    .tuple(otherReasons(own), fc.integer({ min: -100, max: 100 }))
    .map(([options, share]) => options.map((option) => ({ ...option, share })));
}

function otherPartners(left: readonly string[], right: readonly string[]): fc.Arbitrary<Record<string, string>> {
  return each(left, () => fc.constantFrom(...right)).map((partners) =>
    Object.fromEntries(left.map((id, index) => [id, partners[index] ?? ""])),
  );
}

/** Other ids, as many as before: how many targets there are is public. */
function asMany(all: readonly string[], count: number): fc.Arbitrary<string[]> {
  return fc.shuffledSubarray([...all], { minLength: count, maxLength: count });
}

function otherGap(gap: Cloze["gaps"][number]): fc.Arbitrary<Cloze["gaps"][number]> {
  switch (gap.kind) {
    case "choice":
      return fc
        .tuple(otherOptions(gap.options), fc.constantFrom(...idsOf(gap.options)))
        .map(([options, key]) => ({ ...gap, options, key }));
    case "text":
      return answers.map((other) => ({ ...gap, answers: other }));
    case "number":
      return amount.map((value) => ({ ...gap, key: { ...gap.key, value } }));
  }
}

/** Everything of a kind that is secret before handing in, with other values. */
const secrets: ByKind<fc.Arbitrary<object>> = {
  single: ({ options }) => fc.record({ options: otherOptions(options), key: fc.constantFrom(...idsOf(options)) }),
  multiple: ({ options }) =>
    fc.record({ options: otherOptions(options), keys: fc.subarray(idsOf(options), { minLength: 1 }) }),
  "true-false": () => fc.record({ key: fc.boolean(), why: fc.record({ true: text, false: text }) }),
  numeric: ({ units }) =>
    fc.record({
      key: fc.record({ value: amount, unit: fc.constantFrom(...units), tolerance: fc.constant({ absolute: 1 }) }),
      mistakes: fc.array(fc.record({ value: amount, unit: fc.constantFrom(...units), feedback: text })),
    }),
  matching: ({ left, right }) => fc.record({ key: otherPartners(idsOf(left), idsOf(right)) }),
  ordering: ({ key }) => fc.record({ key: asMany(key, key.length) }),
  "short-text": () => fc.record({ answers, caseSensitive: fc.boolean(), ignoreAccents: fc.boolean() }),
  calculated: () =>
    fc.record({
      formula: fc.constantFrom("a", "b - 7", "a * a"),
      decimals: fc.integer({ min: 0, max: 5 }),
      mistakes: fc.constant([]),
    }),
  cloze: ({ gaps }) => fc.record({ gaps: fc.tuple(...gaps.map((gap) => otherGap(gap))) }),
  hotspot: ({ regions, keys }) =>
    fc.record({
      keys: asMany(idsOf(regions), keys.length),
      regions: otherReasons(regions).map((own) =>
        own.map((region) => ({ ...region, area: { shape: "ellipse", cx: 5, cy: 5, rx: 1, ry: 2 } })),
      ),
    }),
  labelling: ({ places, labels }) => fc.record({ key: otherPartners(idsOf(places), idsOf(labels)) }),
  "script-concordance": () => fc.record({ panel }),
  likert: () => fc.constant({}),
  essay: ({ rubric }) =>
    fc.record({
      model: text,
      rubric: text.map((said) =>
        rubric.map((criterion) => ({
          ...criterion,
          levels: criterion.levels.map((level) => ({ ...level, text: said, points: level.points + 1 })),
        })),
      ),
    }),
};

/** Another question that looks the same to a learner: other key, explanations, mistakes, source, tags. */
export function otherSecrets(question: Question): fc.Arbitrary<Question> {
  return fc.tuple(secretBase, byKind(secrets, question)).map(([shared, own]) => ({ ...question, ...shared, ...own }));
}
