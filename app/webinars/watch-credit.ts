import { coveredMs, partsOutside, type Span, unionSpans } from "./spans";

/**
 * How much of what a browser says it played is believed. The browser's clock and its idea of the length play no part:
 * only the server's time between two reports and the file's own length.
 *
 * There is one allowance per learner and recording. It grows by `maxRate` ms for each ms of server time and shrinks by
 * each newly covered ms, so two tabs share one clock, and watching a part again costs nothing. It may be overdrawn by
 * `toleranceMs` (a player runs a little ahead of the network) and never holds more than `maxAllowanceMs`.
 *
 * So in any time T at most 2 T + 10 min + 3 s of recording can be gained. The ten minutes let reports that waited for
 * the network be sent at once (five minutes offline at double speed); a night's pause still doesn't pay for a
 * recording. A claim beyond the allowance is cut where the allowance ends. The browser keeps the rest and claims it
 * again later, when the clock has gone on.
 */
const maxRate = 2;
export const toleranceMs = 3000;
export const maxAllowanceMs = 600_000;

export interface WatchClaim {
  /** Union of what was accepted before. */
  readonly spans: readonly Span[];
  /** What the last report left, -3000 to 600000. Zero where there was none. */
  readonly allowanceMs: number;
  /** Server time since the last report. Zero where there was none; a clock that was set back counts as zero. */
  readonly elapsedMs: number;
  /** In the order in which they were played. */
  readonly claimed: readonly Span[];
  /** Length of the file, as the server knows it. */
  readonly durationMs: number;
}

export interface WatchCredit {
  /** Newly covered parts, in the order of the claim. */
  readonly accepted: readonly Span[];
  /** Union of everything accepted so far. */
  readonly spans: readonly Span[];
  readonly coveredMs: number;
  readonly allowanceMs: number;
}

export function creditWatching(claim: WatchClaim): WatchCredit {
  let allowance = Math.min(maxAllowanceMs, claim.allowanceMs + Math.max(0, Math.floor(claim.elapsedMs)) * maxRate);
  let spans = unionSpans(claim.spans, claim.durationMs);
  const accepted: Span[] = [];
  for (const span of claim.claimed) {
    const inside = unionSpans([span], claim.durationMs);
    for (const [from, to] of inside.flatMap((part) => partsOutside(part, spans))) {
      const granted = Math.min(to - from, allowance + toleranceMs);
      if (granted <= 0) break;
      accepted.push([from, from + granted]);
      allowance -= granted;
    }
    spans = unionSpans([...spans, ...accepted], claim.durationMs);
  }
  return { accepted, spans, coveredMs: coveredMs(spans), allowanceMs: allowance };
}
