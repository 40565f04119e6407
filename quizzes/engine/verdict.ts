import type { Mark } from "./mark";

/** A mark with the whole marks that its question is worth on the paper; absent = 1. */
export type WeighedMark = Pick<Mark, "awarded" | "possible" | "outcome"> & { readonly weight?: number | undefined };

/** The result of a sitting. */
export interface Verdict {
  readonly scoreHundredths: number;
  /** 0 when no question counts. */
  readonly maxHundredths: number;
  /** Whole per cent, rounded down, so that it never shows the pass mark for less. */
  readonly percent: number;
  /** Null while an essay waits for its marker. */
  readonly passed: boolean | null;
}

/**
 * Adds up marks; a score exactly at the pass mark passes (whole numbers only, so nothing is lost to rounding). Marks
 * with certainty may be negative; their sum never is.
 *
 * When no question counts (all void, or ratings), the sitting counts as passed with 100 %: nobody may fail for that. A
 * sitting without any question at all proves nothing and is never passed.
 */
export function verdict(marks: readonly WeighedMark[], passPercent: number): Verdict {
  const sum = (of: "awarded" | "possible") => marks.reduce((total, mark) => total + mark[of] * (mark.weight ?? 1), 0);
  const scoreHundredths = Math.max(0, sum("awarded"));
  const maxHundredths = sum("possible");
  const passes = maxHundredths === 0 ? marks.length > 0 : scoreHundredths * 100 >= passPercent * maxHundredths;
  const percent = maxHundredths === 0 ? (passes ? 100 : 0) : Math.floor((scoreHundredths * 100) / maxHundredths);
  const isPending = marks.some(({ outcome }) => outcome === "pending");
  return { scoreHundredths, maxHundredths, percent, passed: isPending ? null : passes };
}

/** Passed before pending before failed. */
function rank({ passed }: Verdict): number {
  return passed === null ? 1 : passed ? 2 : 0;
}

/** Whether `a` counts before `b`: passed before failed, marked before all void, then the larger share. */
function isBetter(a: Verdict, b: Verdict): boolean {
  if (rank(a) !== rank(b)) return rank(a) > rank(b);
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
