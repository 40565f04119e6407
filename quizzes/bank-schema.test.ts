import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryQuestion, arbitraryText } from "./arbitrary-question";
import {
  type Bank,
  BankSchema,
  type BankText,
  BlueprintSchema,
  QuestionSchema,
  QuestionTextSchema,
} from "./bank-schema";
import type { Blueprint, Numeric, Question, QuestionText } from "./engine/model";

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

  test("is accepted in every kind", () => {
    for (const question of [single, multiple, numeric, matching, ordering]) expect(complaints(question)).toBe("");
  });

  test.each<[string, object]>([
    [
      '"a" is twice in the list of ids',
      { ...single, options: options("aab").map((o, i) => ({ ...o, text: String(i) })) },
    ],
    ['"a" is twice in the list of texts', { ...single, options: options("abc").map((o) => ({ ...o, text: "a" })) }],
    ['the key names "z", which is not there', { ...single, key: "z" }],
    ["every option is right", { ...multiple, keys: ["a", "b", "c", "d"] }],
    ['"a" is twice in the key', { ...multiple, keys: ["a", "a"] }],
    ["the key's unit is not among the units offered", { ...numeric, units: ["mGy"] }],
    ['"furlong" is not a unit of the table', { ...numeric, units: ["mGy·cm", "furlong"] }],
    ['the unit "uGy" is written "µGy" in a bank', { ...numeric, units: ["mGy·cm", "uGy"] }],
    ['"mGy·cm" is twice in the list of units', { ...numeric, units: ["mGy·cm", "mGy·cm"] }],
    ["a share of 0 is 0", { ...numeric, key: { ...numeric.key, value: 0 } }],
    [
      "the known mistake 310 mGy·cm lies within",
      { ...numeric, mistakes: [{ value: 310, unit: "mGy·cm", feedback: "x" }] },
    ],
    ['"c" has no partner in the key', { ...matching, key: { a: "x", b: "y" } }],
    ['the key names "w", which is not there', { ...matching, key: { a: "x", b: "y", c: "w" } }],
    ["the key must name every item once", { ...ordering, key: ["a", "b", "b"] }],
  ])("is refused when %s", (complaint, question) => {
    expect(complaints(question)).toContain(`q: ${complaint}`);
  });
});

describe("a bank", () => {
  const bank = { slug: "b", title: "B", language: "en", canary: "canary-abcdefgh", questions: [single] };

  test("has its canary word in an explanation and no id twice", () => {
    expect(BankSchema.safeParse(bank).success).toBe(true);
    expect(BankSchema.safeParse({ ...bank, canary: "canary-zzzzzzzz" }).success).toBe(false);
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
    expect(BlueprintSchema.safeParse({ ...rules, fixed: [], draw: [] }).success).toBe(false);
    expect(BlueprintSchema.safeParse({ ...rules, fixed: ["a"], draw: [] }).success).toBe(true);
    expect(BlueprintSchema.safeParse({ ...rules, passPercent: 101, fixed: ["a"], draw: [] }).success).toBe(false);
  });
});
