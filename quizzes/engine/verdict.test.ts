import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { best, verdict, type WeighedMark } from "./verdict";

const scores = (...list: number[]): WeighedMark[] =>
  list.map((awarded) => ({ awarded, possible: 100, outcome: "partly" }));
const voided: WeighedMark = { awarded: 0, possible: 0, outcome: "void" };

describe("the verdict", () => {
  test("a score exactly at the pass mark passes, one hundredth less doesn't", () => {
    expect(verdict(scores(100, 100, 100, 100, 100, 100, 100, 0, 0, 0), 70)).toMatchObject({
      percent: 70,
      passed: true,
    });
    expect(verdict(scores(100, 100, 100, 100, 100, 100, 99, 0, 0, 0), 70)).toMatchObject({
      percent: 69,
      passed: false,
    });
    expect(verdict(scores(67, 67, 67), 67)).toMatchObject({ percent: 67, passed: true });
  });

  test("per cent are rounded down", () => {
    expect(verdict(scores(99, 100, 100), 100)).toEqual({
      scoreHundredths: 299,
      maxHundredths: 300,
      percent: 99,
      passed: false,
    });
  });

  test("a void question counts neither for nor against", () => {
    expect(verdict([...scores(100, 50), voided], 75)).toEqual({
      scoreHundredths: 150,
      maxHundredths: 200,
      percent: 75,
      passed: true,
    });
  });

  test("nobody fails because every question was void", () => {
    expect(verdict([voided, voided], 100)).toEqual({
      scoreHundredths: 0,
      maxHundredths: 0,
      percent: 100,
      passed: true,
    });
  });

  test("a question counts as often as it has marks", () => {
    const [first, second] = scores(100, 0);
    expect(verdict([{ ...first!, weight: 3 }, second!], 75)).toMatchObject({
      scoreHundredths: 300,
      maxHundredths: 400,
      percent: 75,
      passed: true,
    });
  });

  test("ratings add nothing, and their sitting passes", () => {
    const rating: WeighedMark = { awarded: 0, possible: 0, outcome: "unmarked" };
    expect(verdict([rating, ...scores(50)], 60)).toMatchObject({ scoreHundredths: 50, maxHundredths: 100 });
    expect(verdict([rating], 60)).toMatchObject({ percent: 100, passed: true });
  });

  test("negative marks make no sum below zero", () => {
    expect(verdict(scores(-200, 100), 50)).toEqual({
      scoreHundredths: 0,
      maxHundredths: 200,
      percent: 0,
      passed: false,
    });
    expect(verdict(scores(-67, 100, 100), 0)).toMatchObject({ scoreHundredths: 133 });
  });

  test("nobody has passed or failed while an essay waits for its marker", () => {
    const pending: WeighedMark = { awarded: 0, possible: 100, outcome: "pending" };
    expect(verdict([...scores(100), pending], 50)).toEqual({
      scoreHundredths: 100,
      maxHundredths: 200,
      percent: 50,
      passed: null,
    });
    const [passed, failed, waiting] = [verdict(scores(60), 50), verdict(scores(40), 50), verdict([pending], 50)];
    expect(best([failed, waiting])).toBe(waiting);
    expect(best([waiting, passed])).toBe(passed);
  });

  test("a sitting without a question proves nothing", () => {
    expect(verdict([], 0)).toEqual({ scoreHundredths: 0, maxHundredths: 0, percent: 0, passed: false });
  });

  test("passed means that the shown per cent reach the pass mark", () => {
    const marks = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(marks, fc.integer({ min: 0, max: 100 }), (list, passPercent) => {
        const result = verdict(scores(...list), passPercent);
        expect(Number.isInteger(result.percent)).toBe(true);
        expect(result.passed).toBe(result.percent >= passPercent);
      }),
    );
  });
});

describe("the best sitting", () => {
  const low = verdict(scores(60, 0), 20);
  const high = verdict(scores(80, 80, 79), 20);
  const failed = verdict(scores(90), 95);

  test("is the one with the largest share, not the largest sum", () => {
    expect(best([low, high, low])).toBe(high);
    expect(best([verdict(scores(100, 100, 0), 0), verdict(scores(70), 0)])?.scoreHundredths).toBe(70);
  });

  test("is a passed one, even if a failed one under a stricter rule has more", () => {
    expect(best([failed, low])).toBe(low);
    expect(best([low, failed])).toBe(low);
  });

  test("is the earliest of equals", () => {
    const [early, late] = [verdict(scores(50), 50), verdict(scores(50, 50), 50)];
    expect(best([early, late])).toBe(early);
    expect(best([late, early])).toBe(late);
    const [firstVoid, secondVoid] = [verdict([voided], 50), verdict([voided], 50)];
    expect(best([firstVoid, secondVoid])).toBe(firstVoid);
  });

  test("is a marked one rather than one that is all void, and a void one rather than a failed one", () => {
    const allVoid = verdict([voided], 50);
    expect(best([allVoid, low])).toBe(low);
    expect(best([low, allVoid])).toBe(low);
    expect(best([failed, allVoid])).toBe(allVoid);
    expect(best([allVoid, failed])).toBe(allVoid);
  });

  test("gives back the sitting that was given, and null for none", () => {
    expect(best([{ ...low, id: "a" }])?.id).toBe("a");
    expect(best([])).toBeNull();
  });
});
