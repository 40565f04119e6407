import { describe, expect, test } from "vitest";
import { withCertainty } from "./certainty";
import { mark, type Mark } from "./mark";
import type { Question } from "./model";

const base: Mark = {
  awarded: 0,
  possible: 100,
  outcome: "wrong",
  invalid: null,
  detail: { kind: "true-false", picked: true, key: false },
  ruling: null,
};

describe("certainty", () => {
  test.each([
    [1, 100, 33],
    [2, 100, 67],
    [3, 100, 100],
    [1, 0, 0],
    [2, 0, -67],
    [3, 0, -200],
    [1, 50, 17],
    [2, 50, 0],
    [3, 50, -50],
    [3, 67, 1],
  ] as const)("C%d turns %d hundredths into %d", (certainty, awarded, marked) => {
    const outcome = awarded === 100 ? "right" : awarded > 0 ? "partly" : "wrong";
    expect(withCertainty({ ...base, awarded, outcome }, certainty).awarded).toBe(marked);
  });

  test("an answer without one counts as a guess", () => {
    expect(withCertainty({ ...base, awarded: 100, outcome: "right" }, undefined).awarded).toBe(33);
    expect(Object.is(withCertainty(base, undefined).awarded, 0)).toBe(true);
  });

  test("what isn't marked by its answer stays as it is", () => {
    const essay: Mark["detail"] = { kind: "essay", text: "", words: 0, criteria: [], comment: "" };
    for (const kept of [
      { ...base, outcome: "open" },
      { ...base, outcome: "invalid", invalid: "unknown-id" },
      { ...base, outcome: "pending" },
      { ...base, outcome: "void", possible: 0 },
      { ...base, outcome: "right", awarded: 100, ruling: "full-marks" },
      { ...base, outcome: "partly", awarded: 40, detail: essay },
    ] satisfies Mark[]) {
      expect(withCertainty(kept, 3)).toBe(kept);
    }
  });

  test("to say how sure one is pays best", () => {
    // Expected marks for a chance p of being right: C1 below 2/3, C2 up to 4/5, C3 above.
    const expected = (certainty: 1 | 2 | 3, p: number) =>
      p * withCertainty({ ...base, awarded: 100, outcome: "right" }, certainty).awarded +
      (1 - p) * withCertainty(base, certainty).awarded;
    const bestAt = (p: number) => ([1, 2, 3] as const).reduce((a, b) => (expected(b, p) > expected(a, p) ? b : a));
    expect([0.3, 0.6, 0.7, 0.78, 0.85, 1].map(bestAt)).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test("the certainty in an answer changes nothing before it is applied", () => {
    const question: Question = {
      id: "q",
      kind: "true-false",
      topic: "dose",
      outcomes: [],
      difficulty: 1,
      lesson: null,
      source: null,
      stem: "So?",
      explanation: "",
      key: true,
      why: { true: "", false: "" },
    };
    expect(mark(question, { kind: "true-false", value: true, certainty: 2 })).toMatchObject({ awarded: 100 });
  });
});
