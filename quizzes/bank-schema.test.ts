import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryQuestion } from "./arbitrary-question";
import { arbitraryText } from "./arbitrary-text";
import {
  type Bank,
  BankSchema,
  type BankText,
  BlueprintSchema,
  QuestionSchema,
  QuestionTextSchema,
} from "./bank-schema";
import type { Blueprint, Numeric, Question } from "./engine/model";
import type { QuestionText } from "./engine/question-text";

const base = {
  id: "q",
  topic: "dose",
  outcomes: ["CT-K1"],
  difficulty: 1,
  lesson: "dose-quantities",
  source: { cite: "a book", year: 2020, mark: "V" },
  stem: "Which?",
  explanation: "Because canary-abcdefgh.",
} as const;
const options = (ids: string) => Array.from(ids).map((id) => ({ id, text: id, why: id }));
const labels = (ids: string) => Array.from(ids).map((id) => ({ id, text: id }));
const single = { ...base, kind: "single", options: options("abc"), key: "a" } as const;
const multiple = { ...base, kind: "multiple", options: options("abcd"), keys: ["a"], rule: "penalty" } as const;
const numeric: Numeric = {
  ...base,
  kind: "numeric",
  key: { value: 306, unit: "mGy·cm", tolerance: { relative: 0.02 } },
  units: ["mGy·cm", "mGy"],
  mistakes: [{ value: 306, unit: "mGy", feedback: "unit" }],
};
const matching = {
  ...base,
  kind: "matching",
  left: labels("abc"),
  right: labels("xyz"),
  key: { a: "x", b: "y", c: "z" },
} as const;
const ordering = { ...base, kind: "ordering", items: labels("abc"), key: ["c", "a", "b"] } as const;

const complaints = (question: object) =>
  (QuestionSchema.safeParse(question).error?.issues ?? []).map(({ message }) => message).join("; ");

describe("a question of a bank", () => {
  test("what the property tests generate is a question by the schema, and stays the same", () => {
    fc.assert(fc.property(arbitraryQuestion, (question) => QuestionSchema.safeParse(question).success));
    fc.assert(fc.property(arbitraryText, (text) => QuestionTextSchema.safeParse(text).success));
  });

  test("may lack what an import lacks: reasons, explanation, outcomes, lesson and source", () => {
    const bare = { ...base, outcomes: [], lesson: null, source: null, explanation: "" };
    const two = options("ab").map((option) => ({ ...option, why: "" }));
    expect(complaints({ ...single, ...bare, options: two })).toBe("");
    expect(complaints({ ...numeric, units: ["furlong"], key: { ...numeric.key, unit: "furlong" } })).toBe("");
  });

  test("is accepted in every kind", () => {
    for (const question of [single, multiple, numeric, matching, ordering]) expect(complaints(question)).toBe("");
  });

  test.each<[string, object]>([
    [
      '"a" is twice in the list of ids',
      { ...single, options: options("aab").map((o, i) => ({ ...o, text: String(i) })) },
    ],
    ['the key names "z", which is not there', { ...single, key: "z" }],
    ['"a" is twice in the key', { ...multiple, keys: ["a", "a"] }],
    ["the key's unit is not among the units offered", { ...numeric, units: ["mGy"] }],
    ['"mGy·cm" is twice in the list of units', { ...numeric, units: ["mGy·cm", "mGy·cm"] }],
    ["a share of 0 is 0", { ...numeric, key: { ...numeric.key, value: 0 } }],
    ['"c" has no partner in the key', { ...matching, key: { a: "x", b: "y" } }],
    ['the key names "w", which is not there', { ...matching, key: { a: "x", b: "y", c: "w" } }],
    ["the key must name every item once", { ...ordering, key: ["a", "b", "b"] }],
  ])("is refused when %s", (complaint, question) => {
    expect(complaints(question)).toContain(`q: ${complaint}`);
  });
});

const typed = { caseSensitive: false, ignoreAccents: false };
const accepted = (text: string, share = 100) => ({ match: "pattern", text, share, feedback: "" });
const shortText = { ...base, kind: "short-text", answers: [accepted("a+")], ...typed };
const calculated = {
  ...base,
  kind: "calculated",
  variables: [
    { name: "a", min: 0, max: 10, decimals: 1 },
    { name: "b", min: 1, max: 2, decimals: 0 },
  ],
  rows: [],
  formula: "a / b",
  unit: "mGy",
  decimals: 2,
  tolerance: { relative: 0.02 },
  units: ["mGy"],
  mistakes: [{ formula: "b / a", unit: "mGy", feedback: "" }],
};
const cloze = {
  ...base,
  kind: "cloze",
  stem: "[[x]] and [[y]]",
  gaps: [
    { kind: "choice", id: "x", options: options("ab"), key: "a" },
    { kind: "text", id: "y", answers: [accepted("a")], ...typed },
  ],
};
const picture = { name: `${"0".repeat(64)}.png`, alt: "A hand", width: 100, height: 50 };
const region = (id: string, cx: number) => ({
  id,
  text: id,
  why: "",
  area: { shape: "ellipse", cx, cy: 5, rx: 2, ry: 2 },
});
const hotspot = { ...base, kind: "hotspot", picture, regions: [region("a", 1), region("b", 9)], keys: ["a"] };
const labelling = {
  ...base,
  kind: "labelling",
  picture,
  places: [{ id: "p", x: 1, y: 1 }],
  labels: labels("ab"),
  key: { p: "a" },
};
const concordance = { ...base, kind: "script-concordance", hypothesis: "h", finding: "f", panel: [1, 0, 0, 0, 0] };
const likert = { ...base, kind: "likert", scale: labels("ab") };
const levels = (...points: number[]) => points.map((count, index) => ({ id: String(index), text: "t", points: count }));
const essay = {
  ...base,
  kind: "essay",
  rubric: [{ id: "c", text: "c", levels: levels(0, 2) }],
  minWords: 1,
  maxWords: 9,
  model: "",
};

describe("a question of a newer kind", () => {
  test("is accepted", () => {
    for (const question of [shortText, calculated, cloze, hotspot, labelling, concordance, likert, essay])
      expect(complaints(question)).toBe("");
  });

  test.each<[string, object]>([
    ['the pattern "(a" can\'t be read: a "(" is not closed', { ...shortText, answers: [accepted("(a")] }],
    ["no answer earns the whole mark", { ...shortText, answers: [accepted("a", 99)] }],
    ["the formula can't be read: the formula ends too early", { ...calculated, formula: "a /" }],
    ['the formula names "c", which is no variable', { ...calculated, formula: "a / c" }],
    ["the formula has no value for a = 0, b = 1", { ...calculated, formula: "b / a" }],
    [
      "the formula has no value for a = 3, b = 3",
      {
        ...calculated,
        formula: "a / (a - b)",
        rows: [
          [3, 2],
          [3, 3],
        ],
      },
    ],
    [
      'the mistaken formula "c" names "c", which is no variable',
      { ...calculated, mistakes: [{ ...calculated.mistakes[0], formula: "c" }] },
    ],
    ["every row must hold a value for each variable", { ...calculated, rows: [[1]] }],
    ['the range of "a" goes downwards', { ...calculated, variables: [{ name: "a", min: 2, max: 1, decimals: 0 }] }],
    ['"pi" has a meaning of its own', { ...calculated, variables: [{ name: "pi", min: 1, max: 2, decimals: 0 }] }],
    ['"a b" can\'t name a variable', { ...calculated, variables: [{ name: "a b", min: 1, max: 2, decimals: 0 }] }],
    [
      '"a" is twice in the list of variables',
      { ...calculated, variables: [calculated.variables[0], calculated.variables[0]] },
    ],
    [
      'the range of "a" holds more than a thousand million values',
      { ...calculated, variables: [{ name: "a", min: 0, max: 9999, decimals: 9 }] },
    ],
    ["the key's unit is not among the units offered", { ...calculated, units: ["Gy"] }],
    ['the text has the gap "z", which is not there', { ...cloze, stem: "[[x]] [[y]] [[z]]" }],
    ['the gap "y" does not stand in the text', { ...cloze, stem: "[[x]]" }],
    ['"x" is twice in the text\'s gaps', { ...cloze, stem: "[[x]] [[x]] [[y]]" }],
    ['the key names "z", which is not there', { ...cloze, gaps: [{ ...cloze.gaps[0], key: "z" }, cloze.gaps[1]] }],
    ['the key names "z", which is not there', { ...hotspot, keys: ["z"] }],
    ['the region "b" lies outside the picture', { ...hotspot, regions: [region("a", 1), region("b", 101)] }],
    ['"a" is twice in the list of ids', { ...hotspot, regions: [region("a", 1), region("a", 9)] }],
    ['the place "p" lies outside the picture', { ...labelling, places: [{ id: "p", x: 1, y: 51 }] }],
    ['"p" has no partner in the key', { ...labelling, key: {} }],
    ["nobody of the panel has voted", { ...concordance, panel: [0, 0, 0, 0, 0] }],
    ['"a" is twice in the list of ids', { ...likert, scale: labels("aa") }],
    ['the levels of "c" must go upwards', { ...essay, rubric: [{ id: "c", text: "c", levels: levels(2, 1) }] }],
    ['no level of "c" has points', { ...essay, rubric: [{ id: "c", text: "c", levels: levels(0, 0) }] }],
    ["the fewest words are more than the most", { ...essay, minWords: 10 }],
  ])("is refused when %s", (complaint, question) => {
    expect(complaints(question)).toContain(`q: ${complaint}`);
  });

  test.each<[string, object]>([
    ["a tolerance that is no number", { ...numeric, key: { ...numeric.key, tolerance: { absolute: NaN } } }],
    ["a share of nothing as tolerance", { ...numeric, key: { ...numeric.key, tolerance: { relative: 0 } } }],
    [
      "a share beyond the whole",
      { ...single, options: [{ id: "a", text: "a", why: "", share: 101 }, ...options("bc")] },
    ],
    ["a picture by another name", { ...hotspot, picture: { ...picture, name: "../x.png" } }],
    ["an opinion that nobody counts", { ...concordance, panel: [1, 0, 0, 0] }],
    ["a kind that isn't there", { ...base, kind: "oral" }],
  ])("is refused with %s", (_, question) => {
    expect(complaints(question)).not.toBe("");
  });
});

const amount = (absolute: number) => ({ ...numeric, key: { ...numeric.key, tolerance: { absolute } } });
const numberGap = { kind: "number", id: "y", key: { ...numeric.key, tolerance: { absolute: 0 } }, mistakes: [] };
const sameText = (ids: string, text = "same") => labels(ids).map((label) => ({ ...label, text }));
const costly = { id: "a", text: "a", why: "", share: -50 };
const two = (name: string, min: number, max: number, decimals = 0) => ({ name, min, max, decimals });

describe("a key that contradicts itself", () => {
  test.each<[string, object]>([
    ["the tolerance is 0", amount(0)],
    ["the tolerance is 0", { ...calculated, tolerance: { absolute: 0 } }],
    ["the tolerance is 0", { ...cloze, gaps: [cloze.gaps[0], numberGap] }],
    [
      "the tolerance of the known mistake 3 mGy·cm is 0",
      { ...numeric, mistakes: [{ value: 3, unit: "mGy·cm", feedback: "", tolerance: { absolute: 0 } }] },
    ],
    [
      '"a" and "b" have the same text: it would be right and wrong',
      { ...single, options: single.options.map((option) => ({ ...option, text: "same " })) },
    ],
    [
      '"a" and "b" have the same text: it would be',
      { ...hotspot, regions: hotspot.regions.map((r) => ({ ...r, text: "x" })) },
    ],
    ['"a" is in the key and costs marks', { ...single, options: [costly, ...options("bc")] }],
    ['"a" is in the key and costs marks', { ...multiple, rule: "weights", options: [costly, ...options("bcd")] }],
    [
      '"a" is in the key and costs marks',
      { ...cloze, gaps: [{ ...cloze.gaps[0], options: [costly, ...options("b")] }, cloze.gaps[1]] },
    ],
    ['"x" and "y" have the same text: nobody can tell them apart', { ...matching, right: sameText("xyz") }],
    ['"a" and "b" have the same text: nobody', { ...ordering, items: sameText("abc") }],
    ['"a" and "b" have the same text: nobody', { ...labelling, labels: sameText("ab") }],
    ['"a" and "b" have the same text: nobody', { ...likert, scale: sameText("ab") }],
    ['"a+" is accepted twice with different shares', { ...shortText, answers: [accepted("a+"), accepted("a+", 0)] }],
    [
      '"a" is accepted twice with different shares',
      { ...cloze, gaps: [cloze.gaps[0], { ...cloze.gaps[1], answers: [accepted("a"), accepted("a", 50)] }] },
    ],
    ["the formula has no value for a = 5", { ...calculated, variables: [two("a", 0, 10)], formula: "1 / (a - 5)" }],
    [
      "the formula has no value for a = 2, b = 2",
      { ...calculated, variables: [two("a", 1, 9), two("b", 2, 5)], formula: "1 / (a - b)" },
    ],
    [
      "the formula divides by something that changes its sign",
      { ...calculated, variables: [two("a", 0, 1, 6)], formula: "1 / (a - 0.3333)" },
    ],
    ["the formula has no value for a = -1", { ...calculated, variables: [two("a", -1, 10)], formula: "sqrt(a)" }],
    ['the formula names "a2", which is no variable', { ...calculated, formula: "a2 + a" }],
  ])("is refused: %s", (complaint, question) => {
    expect(complaints(question)).toContain(`q: ${complaint}`);
  });

  test.each([0, -1, NaN, Infinity, "1"])(
    "a tolerance of %s is refused with a sentence, in every kind of number",
    (bad) => {
      const tolerances = [{ relative: bad }, ...(bad === 0 ? [] : [{ absolute: bad }])];
      for (const tolerance of tolerances) {
        const sentence = /a tolerance is an amount above 0 \(absolute\) or a share/;
        expect(complaints({ ...numeric, key: { ...numeric.key, tolerance } })).toMatch(sentence);
        expect(complaints({ ...calculated, tolerance })).toMatch(sentence);
        const gap = { ...numberGap, key: { ...numberGap.key, tolerance } };
        expect(complaints({ ...cloze, gaps: [cloze.gaps[0], gap] })).toMatch(sentence);
      }
    },
  );

  test("a formula with a value everywhere, and a risk that no drawn value meets, are accepted", () => {
    const safe = (formula: string, ...variables: ReturnType<typeof two>[]) =>
      complaints({ ...calculated, formula, variables, mistakes: [] });
    expect(safe("1 / (a - 0.5)", two("a", 0, 10))).toBe("");
    expect(safe("1 / (a ^ 2 - a + 1)", two("a", -500, 500, 3))).toBe("");
    expect(safe("a / (b + c)", two("a", -50, 50, 3), two("b", 1, 9, 5), two("c", 1, 1))).toBe("");
    expect(
      complaints({
        ...calculated,
        rows: [[1, 2]],
        variables: [two("a", 0, 9, 6), two("b", 1, 9, 6)],
        formula: "1 / (a - b)",
      }),
    ).toBe("");
  });
});

describe("a bank", () => {
  const bank = { slug: "b", title: "B", language: "en", canary: "canary-abcdefgh", questions: [single] };

  test("has its canary word in an explanation and no id twice", () => {
    expect(BankSchema.safeParse(bank).success).toBe(true);
    expect(BankSchema.safeParse({ ...bank, canary: "canary-zzzzzzzz" }).success).toBe(false);
    const without = Object.fromEntries(Object.entries(bank).filter(([name]) => name !== "canary"));
    expect(BankSchema.safeParse(without).success).toBe(true);
    expect(BankSchema.safeParse({ ...bank, questions: [single, single] }).success).toBe(false);
  });

  test("gives the engine its questions and texts without a cast", () => {
    const parsed: Bank = BankSchema.parse(bank);
    const questions: readonly Question[] = parsed.questions;
    const texts: BankText["questions"] = { q: { stem: "Welche?", explanation: "Darum." } };
    const text: QuestionText | undefined = texts.q;
    expect(questions.map(({ id }) => id)).toEqual(["q"]);
    expect(text?.stem).toBe("Welche?");
  });
});

describe("a blueprint", () => {
  const rules = {
    shuffleQuestions: true,
    shuffleOptions: true,
    passPercent: 70,
    attempts: 3,
    waitMinutes: 0,
    timeLimitMinutes: null,
  };

  test("is the engine's, and asks for at least one question", () => {
    const parsed: Blueprint = BlueprintSchema.parse({ ...rules, fixed: [], draw: [{ count: 10, kind: "single" }] });
    expect(parsed.draw).toEqual([{ count: 10, kind: "single" }]);
    const wishes = {
      feedback: "each",
      certainty: true,
      layout: "all",
      marks: { a: 3 },
      draw: [{ count: 1, kind: "essay", profession: "radiographer", marks: 5 }],
    };
    expect(BlueprintSchema.parse({ ...rules, fixed: ["a"], ...wishes })).toMatchObject(wishes);
    expect(BlueprintSchema.safeParse({ ...rules, fixed: ["a"], draw: [], marks: { a: 0 } }).success).toBe(false);
    expect(BlueprintSchema.safeParse({ ...rules, fixed: [], draw: [] }).success).toBe(false);
    expect(BlueprintSchema.safeParse({ ...rules, fixed: ["a"], draw: [] }).success).toBe(true);
    expect(BlueprintSchema.safeParse({ ...rules, passPercent: 101, fixed: ["a"], draw: [] }).success).toBe(false);
  });
});
