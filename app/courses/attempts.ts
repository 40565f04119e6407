/**
 * How many attempts and how much time one learner has for a quiz: the rule of the edition, and what the society granted
 * beyond it.
 */

/** An accommodation, always a factor: nobody notes why. `none`: no time limit at all. */
export const timeFactors = ["1", "1.25", "1.5", "2", "none"] as const;
export type TimeFactor = (typeof timeFactors)[number];

/** What a row holds; whatever can't be read is no accommodation. */
export function readTimeFactor(value: string): TimeFactor {
  return timeFactors.find((factor) => factor === value) ?? "1";
}

/** @param granted attempts that the society added. @returns null where attempts are not limited */
export function attemptsAllowed(attempts: number | null, granted: number): number | null {
  return attempts === null ? null : attempts + granted;
}

/** @param begun attempts that count already, a running one left out or in as the caller says. @returns null without a limit */
export function attemptsLeft(attempts: number | null, granted: number, begun: number): number | null {
  const allowed = attemptsAllowed(attempts, granted);
  return allowed === null ? null : Math.max(0, allowed - begun);
}

/** @returns minutes, a part of one counted as a whole; null without a limit */
export function minutesAllowed(limit: number | null, factor: TimeFactor): number | null {
  return limit === null || factor === "none" ? null : Math.ceil(limit * Number(factor));
}
