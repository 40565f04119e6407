import { addSpan, type Span } from "../../webinars/spans";

/** A step between two looks at the playhead beyond this, on top of what the speed explains, was a jump. */
const slackMs = 1000;

/** What a video element tells the meter. */
export interface Playhead {
  readonly positionMs: number;
  readonly rate: number;
  readonly isPlaying: boolean;
  /** Any clock that only runs forward, in ms. */
  readonly atMs: number;
}

/** Collects the spans that were really played: the way of the playhead between two looks, without its jumps. */
export class WatchMeter {
  #last: Playhead | null = null;
  readonly #durationMs: number;
  #played: Span[] = [];

  constructor(durationMs: number) {
    this.#durationMs = durationMs;
  }

  /** Union of what was played and not dropped since. */
  get played(): readonly Span[] {
    return this.#played;
  }

  /** The playhead jumps: what lies between is not watched. */
  jump(): void {
    this.#last = null;
  }

  look(now: Playhead): void {
    const last = this.#last;
    this.#last = now.isPlaying ? now : null;
    if (last === null) return;
    const way = now.positionMs - last.positionMs;
    if (way <= 0 || way > (now.atMs - last.atMs) * Math.max(last.rate, now.rate) + slackMs) return;
    this.add([last.positionMs, now.positionMs]);
  }

  add(span: Span): void {
    this.#played = addSpan(this.#played, span, this.#durationMs);
  }

  /** Keeps only what the server doesn't have yet. */
  keep(rest: readonly Span[]): void {
    this.#played = [...rest];
  }
}

/** Watches a video element with a meter. Call the returned function for a look before a report. */
export function meterVideo(video: HTMLVideoElement, meter: WatchMeter, durationMs: number): () => void {
  const look = () => {
    if (video.seeking) return;
    meter.look({
      positionMs: video.currentTime * 1000,
      rate: video.playbackRate,
      isPlaying: !video.paused && !video.ended,
      atMs: performance.now(),
    });
  };
  for (const event of ["timeupdate", "play", "playing", "pause", "ratechange", "seeked"])
    video.addEventListener(event, look);
  video.addEventListener("seeking", () => {
    meter.jump();
  });
  video.addEventListener("ended", () => {
    look();
    // A player's idea of the length can be some milliseconds shorter than the file's.
    const end = meter.played.at(-1)?.[1] ?? 0;
    if (durationMs - end < slackMs) meter.add([end, durationMs]);
  });
  return look;
}
