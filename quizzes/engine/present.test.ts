import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryQuestion } from "../arbitrary-question";
import { arbitraryText } from "../arbitrary-text";
import { idsOf } from "../arbitrary-response";
import { otherSecrets } from "../arbitrary-twin";
import type { Question } from "./model";
import { present } from "./present";

const secret = {
  topic: "topic-secret",
  outcomes: ["SECRET-K1"],
  difficulty: 3,
  lesson: "lesson-secret",
  source: { cite: "cite secret", year: 2020, mark: "V" },
  explanation: "explanation secret",
} as const;
const base = { id: "q", stem: "Which?", ...secret };
const options = ["a", "b", "c"].map((id) => ({ id, text: `text ${id}`, why: `why secret ${id}` }));
const labels = (ids: string) => Array.from(ids).map((id) => ({ id, text: `text ${id}` }));

const questions: Record<Question["kind"], Question> = {
  single: { ...base, kind: "single", options, key: "b" },
  multiple: { ...base, kind: "multiple", options, keys: ["a", "b"], rule: "penalty" },
  "true-false": { ...base, kind: "true-false", key: true, why: { true: "secret", false: "secret" } },
  numeric: {
    ...base,
    kind: "numeric",
    key: { value: 306, unit: "mGy·cm", tolerance: { relative: 0.02 } },
    units: ["mGy·cm", "mGy", "Gy·cm²", "mGy"],
    mistakes: [{ value: 3060, unit: "mGy·cm", feedback: "secret" }],
  },
  matching: { ...base, kind: "matching", left: labels("ab"), right: labels("xyz"), key: { a: "x", b: "y" } },
  ordering: { ...base, kind: "ordering", items: labels("abc"), key: ["c", "a", "b"] },
  "short-text": {
    ...base,
    kind: "short-text",
    answers: [{ match: "text", text: "secret", share: 100, feedback: "secret" }],
    caseSensitive: false,
    ignoreAccents: true,
  },
  calculated: {
    ...base,
    kind: "calculated",
    stem: "What is {a} times two? $\\frac{a}{2}$",
    variables: [{ name: "a", min: 3, max: 3, decimals: 1 }],
    rows: [],
    formula: "a * 2",
    unit: "mGy",
    decimals: 2,
    tolerance: { relative: 0.02 },
    units: ["mGy", "Gy"],
    mistakes: [{ formula: "a + 2", unit: "mGy", feedback: "secret" }],
  },
  cloze: {
    ...base,
    kind: "cloze",
    stem: "The [[one]] of [[two]] is [[three]] mGy.",
    gaps: [
      { kind: "choice", id: "one", options, key: "b", weight: 2 },
      {
        kind: "text",
        id: "two",
        answers: [{ match: "pattern", text: "secret?", share: 100, feedback: "secret" }],
        caseSensitive: true,
        ignoreAccents: false,
      },
      {
        kind: "number",
        id: "three",
        key: { value: 5, unit: "mGy", tolerance: { absolute: 1 } },
        mistakes: [{ value: 7, unit: "mGy", feedback: "secret" }],
      },
    ],
  },
  hotspot: {
    ...base,
    kind: "hotspot",
    picture: { name: "0.png", alt: "A picture", width: 100, height: 50, window: { center: 40, width: 80 } },
    regions: ["a", "b", "c"].map((id) => ({
      id,
      text: `text ${id}`,
      why: "secret",
      area: { shape: "ellipse", cx: 1, cy: 1, rx: 77, ry: 1 },
    })),
    keys: ["b"],
  },
  labelling: {
    ...base,
    kind: "labelling",
    picture: { name: "0.png", alt: "A picture", width: 100, height: 50 },
    places: [{ id: "p", x: 10, y: 20 }],
    labels: labels("abc"),
    key: { p: "c" },
  },
  "script-concordance": {
    ...base,
    kind: "script-concordance",
    hypothesis: "If you think of it",
    finding: "and find that",
    panel: [0, 1, 7, 1, 0],
  },
  likert: { ...base, kind: "likert", scale: labels("abc") },
  essay: {
    ...base,
    kind: "essay",
    rubric: [
      {
        id: "c",
        text: "Names it",
        levels: [
          { id: "no", text: "secret no", points: 0 },
          { id: "yes", text: "secret yes", points: 2 },
        ],
      },
    ],
    minWords: 10,
    maxWords: 200,
    model: "secret model",
  },
};

describe("presenting", () => {
  test("options come in the order of the paper, with text and nothing else", () => {
    expect(present(questions.single, null, ["c", "a", "b"])).toEqual({
      kind: "single",
      id: "q",
      stem: "Which?",
      options: [
        { id: "c", text: "text c" },
        { id: "a", text: "text a" },
        { id: "b", text: "text b" },
      ],
    });
    expect(present(questions.multiple, null, ["b", "c", "a"])).toEqual({
      kind: "multiple",
      id: "q",
      stem: "Which?",
      rule: "penalty",
      options: [
        { id: "b", text: "text b" },
        { id: "c", text: "text c" },
        { id: "a", text: "text a" },
      ],
    });
  });

  test("a statement is only its stem", () => {
    expect(present(questions["true-false"], null, [])).toEqual({ kind: "true-false", id: "q", stem: "Which?" });
  });

  test("units are sorted, so that the author's first choice says nothing", () => {
    expect(present(questions.numeric, null, [])).toEqual({
      kind: "numeric",
      id: "q",
      stem: "Which?",
      units: ["Gy·cm²", "mGy", "mGy·cm"],
    });
  });

  test("the right side of a matching question and the items of an order follow the paper", () => {
    expect(present(questions.matching, null, ["z", "x", "y"])).toEqual({
      kind: "matching",
      id: "q",
      stem: "Which?",
      left: labels("ab"),
      right: labels("zxy"),
    });
    expect(present(questions.ordering, null, ["b", "a", "c"])).toEqual({
      kind: "ordering",
      id: "q",
      stem: "Which?",
      items: labels("bac"),
    });
  });
});

describe("presenting the newer kinds", () => {
  test("a short text, a rating and a script concordance show what must be read, a scale in its own order", () => {
    expect(present(questions["short-text"], null, [])).toEqual({ kind: "short-text", id: "q", stem: "Which?" });
    expect(present(questions.likert, null, ["c", "a"])).toMatchObject({ scale: labels("abc") });
    expect(present(questions["script-concordance"], null, [])).toEqual({
      kind: "script-concordance",
      id: "q",
      stem: "Which?",
      hypothesis: "If you think of it",
      finding: "and find that",
    });
  });

  test("a calculated question is a number with the paper's values, also inside mathematics", () => {
    expect(present(questions.calculated, null, [], { a: 4.5 })).toEqual({
      kind: "numeric",
      id: "q",
      stem: "What is 4.5 times two? $\\frac{4.5}{2}$",
      units: ["Gy", "mGy"],
    });
  });

  test("gaps come without accepted answers, options in the order of the paper", () => {
    expect(present(questions.cloze, null, ["c", "a", "b"])).toMatchObject({
      gaps: [
        { kind: "choice", id: "one", options: [{ id: "c" }, { id: "a" }, { id: "b" }] },
        { kind: "text", id: "two" },
        { kind: "number", id: "three" },
      ],
    });
    expect(JSON.stringify(present(questions.cloze, null, []))).not.toContain("weight");
  });

  test("a hotspot lists names where two of them are wrong, and never its areas", () => {
    expect(present(questions.hotspot, null, ["c", "a", "b"])).toEqual({
      kind: "hotspot",
      id: "q",
      stem: "Which?",
      picture: { name: "0.png", alt: "A picture", width: 100, height: 50, window: { center: 40, width: 80 } },
      targets: 1,
      regions: labels("cab"),
    });
    const two = { ...questions.hotspot, keys: ["a", "b"] } as Question;
    expect(present(two, null, [])).toMatchObject({ targets: 2, regions: [] });
  });

  test("places keep their place, labels follow the paper", () => {
    expect(present(questions.labelling, null, ["b", "c", "a"])).toMatchObject({
      places: [{ id: "p", x: 10, y: 20 }],
      labels: labels("bca"),
    });
  });

  test("an essay shows its criteria and bounds", () => {
    expect(present(questions.essay, null, [])).toEqual({
      kind: "essay",
      id: "q",
      stem: "Which?",
      criteria: [{ id: "c", text: "Names it" }],
      minWords: 10,
      maxWords: 200,
    });
  });

  test("weighted ticks are presented as ticks that can cost something", () => {
    const weighted = { ...questions.multiple, rule: "weights" } as Question;
    expect(present(weighted, null, [])).toMatchObject({ rule: "penalty" });
  });
});

describe("what is presented", () => {
  test("texts come from the translation", () => {
    const text = { stem: "Welche?", explanation: "geheim", options: { a: { text: "eins", why: "geheim" } } };
    const shown = present(questions.single, text, ["a", "b", "c"]);
    expect(shown).toMatchObject({ stem: "Welche?", options: [{ id: "a", text: "eins" }, { text: "text b" }, {}] });
    expect(JSON.stringify(shown)).not.toContain("geheim");
  });

  test("no word of key, reasons, explanation, source, lesson or outcome is in it", () => {
    for (const question of Object.values(questions)) {
      expect(JSON.stringify(present(question, null, [])).toLowerCase()).not.toContain("secret");
    }
  });

  test("unknown and repeated ids of a paper do no harm, missing ones are added at the end", () => {
    fc.assert(
      fc.property(
        arbitraryQuestion.chain((question) =>
          fc.tuple(fc.constant(question), fc.array(fc.constantFrom("unknown", "constructor", ...idsOf(question)))),
        ),
        ([question, order]) => {
          const shown = present(question, null, order);
          const lists = ["options", "right", "items", "labels"] as const;
          const list = (of: object) =>
            lists.flatMap((name) =>
              ((of as Partial<Record<string, { id: string }[]>>)[name] ?? []).map(({ id }) => ({ id })),
            );
          const ids = list(shown);
          const all = list(question);
          const names = ids.map(({ id }) => id);
          const known = [...new Set(order)].filter((id) => all.some((label) => label.id === id));
          expect([...names].sort()).toEqual(all.map(({ id }) => id).sort());
          expect(names.slice(0, known.length)).toEqual(known);
        },
      ),
    );
  });
});

describe("what is kept back", () => {
  test("an empty order doesn't show the author's order of pairs", () => {
    const right = labels("abcdefgh");
    const question: Question = { ...base, kind: "matching", left: right, right, key: {} };
    expect(present(question, null, [])).not.toMatchObject({ right });
    const turned = { ...question, right: [...right].reverse() };
    expect(present(turned, null, [])).toEqual(present(question, null, []));
  });

  test("two questions that differ only in what is secret are presented alike, byte for byte", () => {
    const twins = arbitraryQuestion.chain((question) =>
      fc.tuple(fc.constant(question), otherSecrets(question), fc.shuffledSubarray(idsOf(question))),
    );
    fc.assert(
      fc.property(twins, fc.option(arbitraryText), fc.string(), ([one, other, order], text, word) => {
        const otherText = text && {
          ...text,
          explanation: word,
          why: { true: word, false: word },
          mistakes: [word],
          answers: [{ match: "text" as const, text: word, share: 100, feedback: word }],
          model: word,
          options: Object.fromEntries(
            Object.entries(text.options ?? {}).map(([id, o]) => [id, { text: o.text, why: word }]),
          ),
        };
        expect(JSON.stringify(present(other, otherText, order))).toBe(JSON.stringify(present(one, text, order)));
      }),
      { numRuns: 500 },
    );
  });
});
