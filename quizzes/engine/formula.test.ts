import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluate, isReserved, parseFormula } from "./formula";

function calculate(text: string, values: Record<string, number> = {}) {
  const parsed = parseFormula(text);
  return parsed.ok ? evaluate(parsed.formula, values) : parsed;
}
const valueOf = (text: string, values: Record<string, number> = {}) => {
  const result = calculate(text, values);
  return result.ok && "value" in result ? result.value : result;
};

describe("a formula", () => {
  test.each([
    ["1 + 2 * 3", 7],
    ["(1 + 2) * 3", 9],
    ["10 - 4 - 3", 3],
    ["12 / 3 / 2", 2],
    ["2 ^ 3 ^ 2", 512],
    ["-2 ^ 2", -4],
    ["2 ^ -1", 0.5],
    ["2 * -3", -6],
    ["--2", 2],
    ["+2", 2],
    [".5 + 1.25e2", 125.5],
    ["sqrt(9) + abs(-1)", 4],
    ["ln(exp(2))", 2],
    ["log10(1000)", 3],
    ["min(3, 1, 2) + max(1, 5)", 6],
    ["round(2.5) + floor(2.9) + ceil(2.1)", 8],
    ["round(2.345, 2)", 2.35],
    ["sin(0) + cos(0)", 1],
    ["2 * pi", 2 * Math.PI],
  ])("%s is %d", (text, value) => {
    expect(valueOf(text)).toBeCloseTo(value, 12);
  });

  test("takes the values of its variables and names them", () => {
    expect(valueOf("ctdi * scan_length", { ctdi: 8.5, scan_length: 36 })).toBe(306);
    const parsed = parseFormula("a + b * a + pi");
    expect(parsed.ok && parsed.formula.names).toEqual(["a", "b"]);
    expect(calculate("constructor", {})).toEqual({ ok: false, reason: "unknown-name" });
  });

  test.each([
    ["1 / 0", "division-by-zero"],
    ["1 / (a - a)", "division-by-zero"],
    ["0 ^ -1", "division-by-zero"],
    ["sqrt(-1)", "not-finite"],
    ["ln(0)", "not-finite"],
    ["10 ^ 1000", "not-finite"],
    ["9 ^ 9 ^ 9 ^ 9", "not-finite"],
    ["round(1, 99)", "not-finite"],
    ["b", "unknown-name"],
  ])("%s has no value: %s", (text, reason) => {
    expect(calculate(text, { a: 1 })).toEqual({ ok: false, reason });
  });

  test.each([
    ["", "the formula ends too early"],
    ["1 +", "the formula ends too early"],
    ["1 2", '"2" stands where the formula should end'],
    ["(1", 'a "(" is not closed'],
    ["1)", '")" stands where the formula should end'],
    ["* 2", '"*" stands where a number should be'],
    ["f(1)", 'there is no function "f"'],
    ["constructor(1)", 'there is no function "constructor"'],
    ["sqrt", '"sqrt" needs its parentheses'],
    ["sqrt(1, 2)", '"sqrt" takes 1 values'],
    ["round(1, 2, 3)", '"round" takes 1 to 2 values'],
    ["a = 1", '"= 1" can\'t be read'],
    ["while(true){}", '"{}" can\'t be read'],
    ["a[0]", '"[0]" can\'t be read'],
    ["a.b", '".b" can\'t be read'],
    ["'x'", "can't be read"],
    ["(".repeat(60) + "1" + ")".repeat(60), "nested more than 40 deep"],
    ["-".repeat(60) + "1", "nested more than 40 deep"],
    ["2^".repeat(60) + "1", "nested more than 40 deep"],
    ["1+".repeat(300) + "1", "at most 500 characters"],
  ])("%s can't be read", (text, sentence) => {
    const parsed = parseFormula(text);
    expect(parsed.ok ? "" : parsed.why).toContain(sentence);
  });

  test("a long sum is no nesting", () => {
    expect(valueOf(Array.from({ length: 249 }, () => "1").join("+"))).toBe(249);
  });

  test("names of functions and constants are taken", () => {
    expect(["sqrt", "pi", "e", "x", "constructor"].map((name) => isReserved(name))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test("whatever an author types is a number or a reason", () => {
    const signs = fc
      .array(fc.constantFrom("a", "1", "0", "+", "-", "*", "/", "^", "(", ")", ",", "sqrt(", "min(", " ", ";"), {
        maxLength: 30,
      })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(signs, fc.double(), (text, a) => {
        const result = calculate(text, { a });
        if (result.ok) expect(Number.isFinite("value" in result ? result.value : NaN)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
