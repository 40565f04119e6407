import { describe, expect, test } from "vitest";
import type { Numeric, Question } from "./engine/model";
import { lackingToShip, ShippedBankSchema } from "./shipped-bank";

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
const single: Question = { ...base, kind: "single", options: options("abc"), key: "a" };
const numeric: Numeric = {
  ...base,
  kind: "numeric",
  key: { value: 306, unit: "mGy·cm", tolerance: { relative: 0.02 } },
  units: ["mGy·cm", "mGy"],
  mistakes: [{ value: 306, unit: "mGy", feedback: "unit" }],
};
const picture = { name: "0.png", alt: "", width: 10, height: 10 };
const area = { shape: "ellipse", cx: 1, cy: 1, rx: 1, ry: 1 } as const;

describe("a question that is shipped", () => {
  test("lacks nothing when it teaches, is aligned and names its source", () => {
    expect(lackingToShip(single)).toEqual([]);
    expect(lackingToShip(numeric)).toEqual([]);
  });

  test.each<[string, Question]>([
    ["no outcome is named", { ...single, outcomes: [] }],
    ["no lesson is named", { ...single, lesson: null }],
    ["no source is named", { ...single, source: null }],
    ["there is no explanation", { ...single, explanation: "" }],
    ["there are fewer than 3 choices", { ...single, options: options("ab") }],
    ['the option "b" has no reason', { ...single, options: [...options("ac"), { id: "b", text: "b", why: "" }] }],
    ['"a" is twice in the list of texts', { ...single, options: options("abc").map((o) => ({ ...o, text: "a" })) }],
    [
      "every option is right",
      { ...base, kind: "multiple", options: options("abcd"), keys: Array.from("abcd"), rule: "penalty" },
    ],
    [
      "there are fewer than 4 choices",
      { ...base, kind: "multiple", options: options("abc"), keys: ["a"], rule: "penalty" },
    ],
    ["a truth value has no reason", { ...base, kind: "true-false", key: true, why: { true: "x", false: "" } }],
    ['"furlong" is not a unit of the table', { ...numeric, units: ["mGy·cm", "furlong"] }],
    ['the unit "uGy" is written "µGy" in a bank', { ...numeric, units: ["mGy·cm", "uGy"] }],
    [
      "the known mistake 310 mGy·cm lies within",
      { ...numeric, mistakes: [{ value: 310, unit: "mGy·cm", feedback: "x" }] },
    ],
    ["a known mistake has no feedback", { ...numeric, mistakes: [{ value: 31, unit: "mGy·cm", feedback: "" }] }],
    ["there are fewer than 3 choices", { ...base, kind: "ordering", items: labels("ab"), key: ["b", "a"] }],
    [
      "the picture has no alternative text",
      { ...base, kind: "labelling", picture, places: [], labels: labels("a"), key: {} },
    ],
    [
      "nobody could answer from the list",
      { ...base, kind: "hotspot", picture, regions: [{ id: "a", text: "a", why: "", area }], keys: ["a"] },
    ],
    ["there is no model answer", { ...base, kind: "essay", rubric: [], minWords: 1, maxWords: 2, model: "" }],
  ])("lacks: %s", (complaint, question) => {
    expect(lackingToShip(question).join("; ")).toContain(complaint);
  });

  test("makes its bank fail, and so does a missing canary word", () => {
    const bank = { slug: "b", title: "B", language: "en", canary: "canary-abcdefgh", questions: [single] };
    expect(ShippedBankSchema.safeParse(bank).success).toBe(true);
    const without = Object.fromEntries(Object.entries(bank).filter(([name]) => name !== "canary"));
    expect(JSON.stringify(ShippedBankSchema.safeParse(without).error)).toContain("there is no canary word");
    const bare = { ...bank, questions: [{ ...single, lesson: null }] };
    expect(JSON.stringify(ShippedBankSchema.safeParse(bare).error)).toContain("q: no lesson is named");
  });
});
