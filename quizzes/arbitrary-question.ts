import fc from "fast-check";
import type { Label, Option, Question, QuestionText, Response } from "./engine/model";
import { units } from "./engine/units";

/** Questions, answers and translations for property tests: valid by the bank's schema, otherwise as odd as possible. */

// "constructor" is an id that every plain object seems to have.
const arbitraryId = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/) },
  { weight: 1, arbitrary: fc.constantFrom("constructor", "a-b", "0") },
);
const text = fc.string({ maxLength: 12 }).map((rest) => `t${rest}`);
const ids = (minLength: number, maxLength: number) => fc.uniqueArray(arbitraryId, { minLength, maxLength });
const label = (id: string) => text.map((words): Label => ({ id, text: `${id} ${words}` }));
const option = (id: string) =>
  fc.tuple(text, text).map(([words, why]): Option => ({ id, text: `${id} ${words}`, why }));
const each = <T>(list: readonly string[], make: (id: string) => fc.Arbitrary<T>) => fc.tuple(...list.map(make));

/** The fields that a learner doesn't see before handing in. */
const secretBase = fc.record({
  outcomes: fc.subarray(["CT-K1", "CT-K2", "CT-S1"], { minLength: 1 }),
  difficulty: fc.constantFrom(1, 2, 3),
  lesson: arbitraryId,
  source: fc.record({ cite: text, year: fc.integer({ min: 1990, max: 2026 }), mark: fc.constantFrom("V", "M") }),
  explanation: text,
});
const base = fc
  .tuple(secretBase, fc.record({ id: arbitraryId, topic: fc.constantFrom("dose", "beam"), stem: text }))
  .map(([secret, open]) => ({ ...secret, ...open }));

const single = fc
  .tuple(base, ids(3, 6))
  .chain(([own, names]) =>
    fc.record({ options: each(names, option), key: fc.constantFrom(...names) }).map((rest) => ({ ...own, ...rest })),
  )
  .map((q) => ({ kind: "single" as const, ...q }));

const multiple = fc.tuple(base, ids(4, 8), fc.constantFrom("penalty", "all-or-nothing")).chain(([own, names, rule]) =>
  fc
    .record({
      options: each(names, option),
      keys: fc.subarray(names, { minLength: 1, maxLength: names.length - 1 }),
    })
    .map((rest) => ({ kind: "multiple" as const, ...own, ...rest, rule })),
);

const trueFalse = fc
  .tuple(base, fc.boolean(), fc.record({ true: text, false: text }))
  .map(([own, key, why]) => ({ kind: "true-false" as const, ...own, key, why }));

export const arbitraryUnit = fc.constantFrom(...units);
const amount = fc.integer({ min: 1, max: 10_000_000 }).map((thousandths) => thousandths / 1000);
const numeric = fc
  .tuple(
    base,
    amount,
    fc.uniqueArray(arbitraryUnit, { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 300 }),
    fc.boolean(),
  )
  .chain(([own, value, offered, share, relative]) => {
    const unit = offered[0] ?? "1";
    const tolerance = relative ? { relative: share / 1000 } : { absolute: (value * share) / 1000 };
    const mistake = fc.record({ value: fc.constant(value * 10), unit: fc.constant(unit), feedback: text });
    return fc.array(mistake, { maxLength: 2 }).map((mistakes) => ({
      kind: "numeric" as const,
      ...own,
      key: { value, unit, tolerance },
      units: offered,
      mistakes,
    }));
  });

const matching = fc.tuple(base, ids(3, 8), ids(3, 10)).chain(([own, left, right]) =>
  fc
    .record({
      left: each(left, label),
      right: each(right, label),
      key: each(left, () => fc.constantFrom(...right)).map((partners) =>
        Object.fromEntries(left.map((id, index) => [id, partners[index] ?? ""])),
      ),
    })
    .map((rest) => ({ kind: "matching" as const, ...own, ...rest })),
);

const ordering = fc
  .tuple(base, ids(3, 8))
  .chain(([own, names]) =>
    fc
      .record({ items: each(names, label), key: fc.shuffledSubarray(names, { minLength: names.length }) })
      .map((rest) => ({ kind: "ordering" as const, ...own, ...rest })),
  );

export const arbitrary = { single, multiple, trueFalse, numeric, matching, ordering };

export const arbitraryQuestion: fc.Arbitrary<Question> = fc.oneof(
  single,
  multiple,
  trueFalse,
  numeric,
  matching,
  ordering,
);

/** Another question that looks the same to a learner: other key, explanations, mistakes, source, tags. */
export function otherSecrets(question: Question): fc.Arbitrary<Question> {
  const options = (own: readonly Option[]) =>
    each(
      own.map(({ id }) => id),
      () => text,
    ).map((whys) => own.map((o, index) => ({ ...o, why: whys[index] ?? "" })));
  const secrets = (): fc.Arbitrary<object> => {
    switch (question.kind) {
      case "single":
        return fc.record({
          options: options(question.options),
          key: fc.constantFrom(...question.options.map(({ id }) => id)),
        });
      case "multiple":
        return fc.record({
          options: options(question.options),
          keys: fc.subarray(
            question.options.map(({ id }) => id),
            { minLength: 1 },
          ),
        });
      case "true-false":
        return fc.record({ key: fc.boolean(), why: fc.record({ true: text, false: text }) });
      case "numeric":
        return fc.record({
          key: fc.record({
            value: amount,
            unit: fc.constantFrom(...question.units),
            tolerance: fc.constant({ absolute: 1 }),
          }),
          mistakes: fc.array(fc.record({ value: amount, unit: fc.constantFrom(...question.units), feedback: text })),
        });
      case "matching":
        return fc.record({
          key: each(
            question.left.map(({ id }) => id),
            () => fc.constantFrom(...question.right.map(({ id }) => id)),
          ).map((partners) => Object.fromEntries(question.left.map(({ id }, index) => [id, partners[index] ?? ""]))),
        });
      case "ordering":
        return fc.record({ key: fc.shuffledSubarray([...question.key], { minLength: question.key.length }) });
    }
  };
  return fc.tuple(secretBase, secrets()).map(([shared, own]) => ({ ...question, ...shared, ...own }));
}

/** A translation: every table may be there or not, may lack ids of the question and hold unknown ones. */
export const arbitraryText: fc.Arbitrary<QuestionText> = fc.record(
  {
    stem: text,
    explanation: text,
    options: fc.dictionary(arbitraryId, fc.record({ text, why: text })),
    why: fc.record({ true: text, false: text }),
    left: fc.dictionary(arbitraryId, text),
    right: fc.dictionary(arbitraryId, text),
    items: fc.dictionary(arbitraryId, text),
    mistakes: fc.array(text, { maxLength: 3 }),
  },
  { requiredKeys: ["stem", "explanation"] },
);

/** The answer that the key describes. */
export function keyResponse(question: Question): Response {
  switch (question.kind) {
    case "single":
      return { kind: "single", option: question.key };
    case "multiple":
      return { kind: "multiple", options: question.keys };
    case "true-false":
      return { kind: "true-false", value: question.key };
    case "numeric":
      return { kind: "numeric", text: String(question.key.value), unit: question.key.unit };
    case "matching":
      return { kind: "matching", pairs: question.key };
    case "ordering":
      return { kind: "ordering", order: question.key };
  }
}

/** Ids that an answer to this question may name. */
export function idsOf(question: Question): string[] {
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.options.map(({ id }) => id);
    case "true-false":
    case "numeric":
      return [];
    case "matching":
      return [...question.left, ...question.right].map(({ id }) => id);
    case "ordering":
      return [...question.key];
  }
}

/** Any answer of the right shape: to any kind, with known and unknown ids, twice or not at all. */
export function arbitraryResponse(question: Question): fc.Arbitrary<Response> {
  const id = fc.oneof(fc.constantFrom("unknown", "constructor", ...idsOf(question)), arbitraryId);
  return fc.oneof(
    fc.record({ kind: fc.constant("single" as const), option: id }),
    fc.record({ kind: fc.constant("multiple" as const), options: fc.array(id, { maxLength: 16 }) }),
    fc.record({ kind: fc.constant("true-false" as const), value: fc.boolean() }),
    fc.record({
      kind: fc.constant("numeric" as const),
      text: fc.oneof(fc.string(), fc.double().map(String), amount.map(String)),
      unit: fc.oneof(fc.string(), arbitraryUnit),
    }),
    fc.record({ kind: fc.constant("matching" as const), pairs: fc.dictionary(id, id) }),
    fc.record({ kind: fc.constant("ordering" as const), order: fc.array(id, { maxLength: 16 }) }),
  );
}
