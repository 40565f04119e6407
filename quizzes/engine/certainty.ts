import type { Mark } from "./mark";
import type { Certainty } from "./model";

/**
 * Certainty-based marking (Gardner-Medwin, Association for Learning Technology Journal 1995, 3, 80-85): a right answer
 * earns 1, 2 or 3 by certainty, a wrong one 0, -2 or -6. A mark here is worth 3 of them, so that certain and right is
 * the whole mark. To say how sure one is pays best; bluffing and hedging both lose.
 */
export const certaintyHundredths: Readonly<Record<Certainty, { readonly right: number; readonly wrong: number }>> = {
  1: { right: 33, wrong: 0 },
  2: { right: 67, wrong: -67 },
  3: { right: 100, wrong: -200 },
};

/**
 * The mark with the learner's certainty, -200 to 100 hundredths; without one the answer counts as a guess. A partly
 * right answer lies between right and wrong in proportion. What nobody answered, what a person marks, and what a ruling
 * or its kind takes out of the marking stays as it is.
 */
export function withCertainty(mark: Mark, certainty: Certainty | undefined): Mark {
  const isMarked = mark.outcome === "right" || mark.outcome === "partly" || mark.outcome === "wrong";
  if (!isMarked || mark.possible === 0 || mark.ruling === "full-marks" || mark.detail.kind === "essay") return mark;
  const { right, wrong } = certaintyHundredths[certainty ?? 1];
  const mixed = (right * mark.awarded + wrong * (100 - mark.awarded)) / 100;
  // Adding 0 turns -0 into 0.
  return { ...mark, awarded: Math.round(mixed) + 0 };
}
