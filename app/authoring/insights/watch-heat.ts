import { type Span, unionSpans } from "../../webinars/spans";

/** How long one place of the heat map is. */
export const heatBinMs = 10_000;

/** Counts viewers place by place. Made for one recording; viewers are added one by one, so that nothing else is kept. */
export class WatchHeat {
  readonly #durationMs: number;
  readonly #counts: number[];
  #viewers = 0;

  constructor(durationMs: number) {
    this.#durationMs = durationMs;
    this.#counts = Array.from({ length: Math.max(1, Math.ceil(durationMs / heatBinMs)) }, () => 0);
  }

  /** Adds what one viewer watched. A place counts when at least half of it was played; who played nothing is no viewer. */
  add(spans: readonly Span[]): void {
    const union = unionSpans(spans, this.#durationMs);
    if (union.length === 0) return;
    this.#viewers += 1;
    const watched = this.#counts.map(() => 0);
    for (const [from, to] of union) {
      for (let bin = Math.floor(from / heatBinMs); bin * heatBinMs < to; bin++) {
        const overlap = Math.min(to, (bin + 1) * heatBinMs) - Math.max(from, bin * heatBinMs);
        watched[bin] = (watched[bin] ?? 0) + overlap;
      }
    }
    for (const [bin, ms] of watched.entries()) {
      if (2 * ms >= this.#lengthOf(bin)) this.#counts[bin] = (this.#counts[bin] ?? 0) + 1;
    }
  }

  /** The last place may be shorter than the others. */
  #lengthOf(bin: number): number {
    return Math.min(heatBinMs, Math.max(1, this.#durationMs - bin * heatBinMs));
  }

  /** `shares`: of all viewers, 0 to 1, one for each ten seconds from the start. */
  result(): { readonly viewers: number; readonly shares: readonly number[] } {
    const viewers = this.#viewers;
    return { viewers, shares: this.#counts.map((count) => (viewers === 0 ? 0 : count / viewers)) };
  }
}
