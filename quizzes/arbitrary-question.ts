import fc from "fast-check";
import { amount, arbitraryUnit, base, each, ids, label, option, text, withKey } from "./arbitrary-base";
import type { QuestionOf } from "./engine/by-kind";
import type { AcceptedText, Cloze, Criterion, Kind, Question, Shape, Variable } from "./engine/model";

/** Questions, answers and translations for property tests: valid by the bank's schema, otherwise as odd as possible. */

const single = fc
  .tuple(base, ids(3, 6))
  .chain(([own, names]) =>
    fc
      .record({ options: each(names, option), key: fc.constantFrom(...names) })
      .map((rest) => ({ ...own, ...rest, options: withKey(rest.options, [rest.key]) })),
  )
  .map((q) => ({ kind: "single" as const, ...q }));

const multiple = fc
  .tuple(base, ids(4, 8), fc.constantFrom("penalty", "all-or-nothing", "weights"))
  .chain(([own, names, rule]) =>
    fc
      .record({
        options: each(names, option),
        keys: fc.subarray(names, { minLength: 1, maxLength: names.length - 1 }),
      })
      .map((rest) => ({ kind: "multiple" as const, ...own, ...rest, rule, options: withKey(rest.options, rest.keys) })),
  );

const trueFalse = fc
  .tuple(base, fc.boolean(), fc.record({ true: text, false: text }))
  .map(([own, key, why]) => ({ kind: "true-false" as const, ...own, key, why }));

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

const accepted = (share: fc.Arbitrary<number>): fc.Arbitrary<AcceptedText> =>
  fc.record({
    match: fc.constant("text" as const),
    text: fc.stringMatching(/^[a-z]{1,6}$/),
    share,
    feedback: text,
  });
/** The first one earns everything, so that it is the key whatever follows. */
export const answers = fc
  .tuple(accepted(fc.constant(100)), fc.array(accepted(fc.integer({ min: 0, max: 100 })), { maxLength: 3 }))
  .map(([first, others]) => {
    const all = [first, ...others];
    return all.filter((one, index) => all.findIndex(({ text: words }) => words === one.text) === index);
  });
const comparison = { caseSensitive: fc.boolean(), ignoreAccents: fc.boolean() };

const shortText = fc
  .tuple(base, fc.record({ answers, ...comparison }))
  .map(([own, rest]) => ({ kind: "short-text" as const, ...own, ...rest }));

const variable = (name: string): fc.Arbitrary<Variable> =>
  fc
    .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 2 }))
    .map(([min, more, decimals]) => ({ name, min, max: min + more, decimals }));
const calculated = fc
  .tuple(base, variable("a"), variable("b"), fc.constantFrom("a * b", "a / b + 1", "sqrt(a) ^ 2 + b"), arbitraryUnit)
  .chain(([own, a, b, formula, unit]) =>
    fc
      .record({
        rows: fc.constantFrom([], [[a.min, b.max]]),
        mistakes: fc.array(
          fc.record({
            formula: fc.constantFrom("a + b", "1000 * a", "a / (b - b)"),
            unit: fc.constant(unit),
            feedback: text,
          }),
          { maxLength: 2 },
        ),
      })
      .map((rest) => ({
        kind: "calculated" as const,
        ...own,
        stem: `${own.stem} {a} {b}`,
        variables: [a, b],
        formula,
        unit,
        decimals: 3,
        tolerance: { relative: 0.02 },
        units: [unit],
        ...rest,
      })),
  );

const gapIds = ["g1", "g2", "g3"];
const gapOf = (id: string): fc.Arbitrary<Cloze["gaps"][number]> =>
  fc.oneof(
    fc
      .record({
        kind: fc.constant("choice" as const),
        id: fc.constant(id),
        // Ids of options are unique in the whole question.
        options: each([`${id}-x`, `${id}-y`, `${id}-z`], option),
        key: fc.constantFrom(`${id}-x`, `${id}-y`, `${id}-z`),
        weight: fc.integer({ min: 1, max: 5 }),
      })
      .map((gap) => ({ ...gap, options: withKey(gap.options, [gap.key]) })),
    fc.record({ kind: fc.constant("text" as const), id: fc.constant(id), answers, ...comparison }),
    fc.tuple(amount, arbitraryUnit).map(([value, unit]) => ({
      kind: "number" as const,
      id,
      key: { value, unit, tolerance: { relative: 0.02 } },
      mistakes: [{ value: value * 10, unit, feedback: "t", share: 20 }],
    })),
  );
const cloze = fc.tuple(base, fc.subarray(gapIds, { minLength: 1 })).chain(([own, names]) =>
  each(names, gapOf).map((gaps) => ({
    kind: "cloze" as const,
    ...own,
    stem: `${own.stem} ${names.map((id) => `[[${id}]]`).join(" ")}`,
    gaps,
  })),
);

const picture = fc.record({
  name: fc.constant(`${"ab".repeat(32)}.png`),
  alt: text,
  width: fc.constant(1000),
  height: fc.constant(100),
});
/** Squares and circles side by side, each in the middle of its own hundred pixels. */
const areaAt = (index: number, isRound: boolean): Shape => {
  const x = index * 100 + 50;
  return isRound
    ? { shape: "ellipse", cx: x, cy: 50, rx: 30, ry: 20 }
    : {
        shape: "polygon",
        points: [
          [x - 30, 20],
          [x + 30, 20],
          [x + 30, 80],
          [x - 30, 80],
        ],
      };
};
const hotspot = fc.tuple(base, picture, ids(1, 8), fc.boolean()).chain(([own, shown, names, isRound]) =>
  fc
    .record({
      regions: each(names, option).map((options) =>
        options.map(({ id, text: words, why }, index) => ({ id, text: words, why, area: areaAt(index, isRound) })),
      ),
      keys: fc.subarray(names, { minLength: 1 }),
    })
    .map((rest) => ({ kind: "hotspot" as const, ...own, picture: shown, ...rest })),
);

const labelling = fc.tuple(base, picture, ids(1, 6), ids(1, 8)).chain(([own, shown, names, words]) =>
  fc
    .record({
      labels: each(words, label),
      key: each(names, () => fc.constantFrom(...words)).map((partners) =>
        Object.fromEntries(names.map((id, index) => [id, partners[index] ?? ""])),
      ),
    })
    .map((rest) => ({
      kind: "labelling" as const,
      ...own,
      picture: shown,
      places: names.map((id, index) => ({ id, x: index * 100 + 50, y: 50 })),
      ...rest,
    })),
);

const votes = fc.integer({ min: 0, max: 12 });
export const panel = fc.tuple(votes, votes, votes, votes, votes).filter((all) => all.some((count) => count > 0));
const scriptConcordance = fc
  .tuple(base, fc.record({ hypothesis: text, finding: text, panel }))
  .map(([own, rest]) => ({ kind: "script-concordance" as const, ...own, ...rest }));
const likert = fc
  .tuple(base, ids(2, 7))
  .chain(([own, names]) => each(names, label).map((scale) => ({ kind: "likert" as const, ...own, scale })));

const criterion = (id: string): fc.Arbitrary<Criterion> =>
  fc.tuple(text, text, fc.integer({ min: 1, max: 5 })).map(([words, said, most]) => ({
    id,
    text: words,
    levels: [
      { id: "low", text: said, points: 0 },
      { id: "high", text: `${said}!`, points: most },
    ],
  }));
const essay = fc.tuple(base, ids(1, 4), text).chain(([own, names, model]) =>
  each(names, criterion).map((rubric) => ({
    kind: "essay" as const,
    ...own,
    rubric,
    minWords: 0,
    maxWords: 300,
    model,
  })),
);

export const arbitrary = {
  single,
  multiple,
  "true-false": trueFalse,
  numeric,
  matching,
  ordering,
  "short-text": shortText,
  calculated,
  cloze,
  hotspot,
  labelling,
  "script-concordance": scriptConcordance,
  likert,
  essay,
} satisfies { readonly [K in Kind]: fc.Arbitrary<QuestionOf<K>> };

export const arbitraryQuestion: fc.Arbitrary<Question> = fc.oneof(...Object.values(arbitrary));
