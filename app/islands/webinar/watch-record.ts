import { coveredMs, gaps, partsOutside, type Span, unionSpans } from "../../webinars/spans";
import { WatchMeter } from "./meter";

/** What of a recording the server has confirmed as watched, and what was played here and waits to be confirmed. */
export class WatchRecord {
  readonly meter: WatchMeter;
  readonly #durationMs: number;
  #confirmed: readonly Span[];
  #done: boolean;

  constructor(start: { missing: readonly Span[]; done: boolean; durationMs: number }) {
    this.#durationMs = start.durationMs;
    this.#confirmed = gaps(start.missing, start.durationMs);
    this.#done = start.done;
    this.meter = new WatchMeter(start.durationMs);
  }

  /** Only the server says that a lesson is done. */
  get done(): boolean {
    return this.#done;
  }

  /** Played here and not confirmed yet. */
  waiting(): readonly Span[] {
    this.meter.keep(this.meter.played.flatMap((span) => partsOutside(span, this.#confirmed)));
    return this.meter.played;
  }

  watched(): Span[] {
    return unionSpans([...this.#confirmed, ...this.meter.played], this.#durationMs);
  }

  confirm(answer: { readonly missing: readonly Span[]; readonly done: boolean }): void {
    this.#confirmed = unionSpans([...this.#confirmed, ...gaps(answer.missing, this.#durationMs)], this.#durationMs);
    this.#done ||= answer.done;
  }

  reaches(percent: number): boolean {
    return coveredMs(this.watched()) * 100 >= this.#durationMs * percent;
  }
}
