import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitrary } from "../arbitrary-question";
import { asked, askedRulings, drawValues } from "./calculated";
import { mark } from "./mark";
import type { Calculated } from "./model";
import { present } from "./present";

const question: Calculated = {
  id: "q",
  kind: "calculated",
  topic: "dose",
  outcomes: [],
  difficulty: 1,
  lesson: null,
  source: null,
  stem: "A CTDIvol of {c} mGy over {l} cm: $D = {c} \\cdot \\frac{l}{1}$, {other}?",
  explanation: "{c} times {l}.",
  variables: [
    { name: "c", min: 5, max: 12, decimals: 1 },
    { name: "l", min: 30, max: 40, decimals: 0 },
  ],
  rows: [],
  formula: "c * l",
  unit: "mGy·cm",
  decimals: 1,
  tolerance: { relative: 0.02 },
  units: ["mGy·cm", "mGy"],
  mistakes: [
    { formula: "c / 0", unit: "mGy·cm", feedback: "never" },
    { formula: "10 * c * l", unit: "mGy·cm", feedback: "{l} cm are not {l} mm", share: 40 },
  ],
};

describe("a calculated question", () => {
  test("is a numeric one with the numbers in its texts, braces kept in mathematics", () => {
    const numeric = asked(question, { c: 8.5, l: 36 });
    expect(numeric).toMatchObject({
      kind: "numeric",
      stem: "A CTDIvol of 8.5 mGy over 36 cm: $D = {8.5} \\cdot \\frac{36}{1}$, {other}?",
      explanation: "8.5 times 36.",
      key: { value: 306, unit: "mGy·cm", tolerance: { relative: 0.02 } },
      units: ["mGy·cm", "mGy"],
    });
    expect(JSON.stringify(numeric)).not.toContain("formula");
    expect(JSON.stringify(numeric)).not.toContain("variables");
  });

  test("is marked with its numbers, and its mistakes earn their share", () => {
    const numeric = asked(question, { c: 8.5, l: 36 });
    const typed = (text: string) => mark(numeric, { kind: "numeric", text, unit: "mGy·cm" });
    expect(typed("306")).toMatchObject({ awarded: 100, outcome: "right" });
    expect(typed("3060")).toMatchObject({ awarded: 40, outcome: "partly", detail: { mistake: 1 } });
    expect(typed("307 000")).toMatchObject({ awarded: 0, detail: { mistake: null } });
  });

  test("is compared with the value itself, and shown so that who types what is shown is right", () => {
    const small = { ...question, formula: "c / l / 1000", decimals: 2, tolerance: { relative: 0.01 }, mistakes: [] };
    const numeric = asked(small, { c: 8.4, l: 2 });
    const typed = (text: string) => mark(numeric, { kind: "numeric", text, unit: "mGy·cm" }).awarded;
    expect(numeric).toMatchObject({ key: { shown: 0.0042 } });
    expect(["0.0042", "0.00417", "0", "0.00", "0.005"].map(typed)).toEqual([100, 100, 0, 0, 0]);
    const third = asked({ ...small, formula: "c / l", tolerance: { absolute: 0.001 } }, { c: 10, l: 3 });
    expect(third).toMatchObject({ key: { value: 10 / 3, shown: 3.333 } });
    expect(mark(third, { kind: "numeric", text: "3.3333333", unit: "mGy·cm" })).toMatchObject({
      awarded: 100,
      detail: { key: { value: 3.333 } },
    });
    expect(mark(third, { kind: "numeric", text: "3.33", unit: "mGy·cm" }).awarded).toBe(0);
  });

  test("shows its numbers as the reader writes them; in mathematics a decimal comma is no separator", () => {
    const comma = (value: number, decimals: number) => value.toFixed(decimals).replace(".", ",");
    const numeric = asked(question, { c: 8.5, l: 36 }, comma);
    expect(numeric.stem).toBe("A CTDIvol of 8,5 mGy over 36 cm: $D = {8{,}5} \\cdot \\frac{36}{1}$, {other}?");
    expect(numeric).toMatchObject({ explanation: "8,5 times 36.", key: { value: 306 } });
    const [ruling] = askedRulings([{ kind: "corrected-key", question }], { c: 8.5, l: 36 }, comma);
    expect(ruling).toMatchObject({ question: { explanation: "8,5 times 36." } });
    expect(present(question, null, [], { c: 8.5, l: 36 }, comma).stem).toContain("8,5 mGy");
    expect(mark(numeric, { kind: "numeric", text: "306", unit: "mGy·cm" }).awarded).toBe(100);
  });

  test("can't be marked without its numbers", () => {
    const given = mark(question, { kind: "numeric", text: "306", unit: "mGy·cm" });
    expect(given).toMatchObject({ awarded: 0, possible: 100, outcome: "invalid", invalid: "no-values" });
    expect(mark(question, null)).toMatchObject({ outcome: "invalid", invalid: "no-values" });
    expect(mark(question, null, [{ kind: "void" }])).toMatchObject({ possible: 0, outcome: "void" });
  });

  test("is corrected with the numbers that were shown", () => {
    const corrected = { kind: "corrected-key", question: { ...question, formula: "c * l / 2" } } as const;
    const values = { c: 8, l: 30 };
    const rulings = askedRulings([{ kind: "void" }, corrected], values);
    expect(mark(asked(question, values), { kind: "numeric", text: "120", unit: "mGy·cm" }, rulings)).toMatchObject({
      awarded: 100,
      ruling: "corrected-key",
    });
  });

  test("a key without a value is never met", () => {
    const broken = asked({ ...question, formula: "c / (l - l)" }, { c: 8, l: 30 });
    for (const text of ["0", "8", "1e40"]) {
      expect(mark(broken, { kind: "numeric", text, unit: "mGy·cm" }).awarded).toBe(0);
    }
  });
});

describe("the numbers of a calculated question", () => {
  test("lie in their ranges, with their decimals, and are the same for the same seed", () => {
    fc.assert(
      fc.property(arbitrary.calculated, fc.string(), (q, seed) => {
        const values = drawValues(q, seed);
        expect(drawValues(q, seed)).toEqual(values);
        for (const { name, min, max, decimals } of q.variables) {
          const value = values[name] ?? NaN;
          expect(value).toBeGreaterThanOrEqual(min);
          expect(value).toBeLessThanOrEqual(max);
          expect(Number(value.toFixed(decimals))).toBe(value);
        }
      }),
    );
  });

  test("reach both ends of a range", () => {
    const drawn = Array.from({ length: 500 }, (_, seed) => drawValues(question, String(seed))["l"]);
    expect(Math.min(...drawn.map(Number))).toBe(30);
    expect(Math.max(...drawn.map(Number))).toBe(40);
    expect(new Set(drawn).size).toBe(11);
  });

  test("come from one row where values belong together", () => {
    const rows = [
      [5, 30],
      [6, 31],
      [7, 32],
    ];
    const seen = new Set(
      Array.from({ length: 100 }, (_, seed) =>
        JSON.stringify(Object.values(drawValues({ ...question, rows }, String(seed)))),
      ),
    );
    expect([...seen].sort()).toEqual(["[5,30]", "[6,31]", "[7,32]"]);
  });

  test("are drawn anew when the formula has no value, and drawing ends even when it never has one", () => {
    const picky = { ...question, formula: "1 / (l - 30)" };
    for (let seed = 0; seed < 200; seed += 1) expect(drawValues(picky, String(seed))["l"]).not.toBe(30);
    const rows = [
      [1, 30],
      [1, 31],
    ];
    for (let seed = 0; seed < 20; seed += 1) expect(drawValues({ ...picky, rows }, String(seed))["l"]).toBe(31);
    expect(drawValues({ ...question, formula: "1 / 0" }, "s")).toHaveProperty("l");
    expect(drawValues({ ...question, formula: "(" }, "s")).toHaveProperty("l");
  });
});
