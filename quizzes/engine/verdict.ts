import type { Mark } from "./mark";

/** The result of a sitting. */
export interface Verdict {
  readonly scoreHundredths: number;
  /** 0 when every question is void. */
  readonly maxHundredths: number;
  /** Whole per cent, rounded down, so that it never shows the pass mark for less. */
  readonly percent: number;
  readonly passed: boolean;
}

/**
 * Adds up marks; a score exactly at the pass mark passes (whole numbers only, so nothing is lost to rounding).
 *
 * When every question is void, the sitting counts as passed with 100 %: the mistake was ours, and nobody may fail for
 * it. A sitting without any question at all proves nothing and is never passed.
 */
export function verdict(marks: readonly Pick<Mark, "score" | "max">[], passPercent: number): Verdict {
  const scoreHundredths = marks.reduce((sum, { score }) => sum + score, 0);
  const maxHundredths = marks.reduce((sum, { max }) => sum + max, 0);
  if (maxHundredths === 0) {
    const passed = marks.length > 0;
    return { scoreHundredths: 0, maxHundredths, percent: passed ? 100 : 0, passed };
  }
  return {
    scoreHundredths,
    maxHundredths,
    percent: Math.floor((scoreHundredths * 100) / maxHundredths),
    passed: scoreHundredths * 100 >= passPercent * maxHundredths,
  };
}

/** Whether `a` counts before `b`: passed before failed, marked before all void, then the larger share. */
function isBetter(a: Verdict, b: Verdict): boolean {
  if (a.passed !== b.passed) return a.passed;
  if (a.maxHundredths === 0 || b.maxHundredths === 0) return a.maxHundredths > b.maxHundredths;
  return a.scoreHundredths * b.maxHundredths > b.scoreHundredths * a.maxHundredths;
}

/**
 * The sitting that counts; of equals the earliest. Null only when there is none. Takes whatever extends a verdict, so
 * that a list of sittings gives back the sitting.
 */
export function best<T extends Verdict>(verdicts: readonly T[]): T | null {
  return verdicts.reduce<T | null>((top, next) => (top === null || isBetter(next, top) ? next : top), null);
}
