import type { Script } from "./script-file.ts";

/** Pictures change on frames, so each start is a multiple of this. */
export const FRAME_MS = 100;
const LEAD_MS = 700;
const PAUSE_MS = 300;
const NEW_SLIDE_MS = 400;
const READ_HEADING_MS = 500;
const TAIL_MS = 1500;

/** One state of one slide: which line and which table row is lit (null: none). */
export type SlideState = { slide: number; line: number | null; row: number | null };
export type SpokenAt = { slide: number; sentence: number; startMs: number; endMs: number };
export type ShownAt = { startMs: number; state: SlideState };
export type Timeline = { spoken: SpokenAt[]; shown: ShownAt[]; slideStartsMs: number[]; endMs: number };

const onFrame = (ms: number) => Math.ceil(ms / FRAME_MS) * FRAME_MS;

/**
 * When each sentence is spoken and each picture shown. `durationsMs[slide][sentence]` are the measured lengths of the
 * speech. All starts and the end lie on frames; sentences never overlap; pictures change only at a sentence or a slide.
 */
export function planTimeline(script: Script, durationsMs: readonly (readonly number[])[]): Timeline {
  const timeline: Timeline = { spoken: [], shown: [], slideStartsMs: [], endMs: 0 };
  let clock = 0;
  script.slides.forEach((slide, number) => {
    const slideStart = number === 0 ? 0 : onFrame(clock + NEW_SLIDE_MS);
    timeline.slideStartsMs.push(slideStart);
    let state: SlideState = { slide: number, line: null, row: null };
    timeline.shown.push({ startMs: slideStart, state });
    clock = slideStart + (number === 0 ? LEAD_MS : READ_HEADING_MS);
    slide.sentences.forEach((sentence, index) => {
      const duration = durationsMs[number]?.[index];
      if (duration === undefined) throw new Error(`Slide "${slide.id}", sentence ${index + 1} has no measured length`);
      const startMs = onFrame(index === 0 ? clock : clock + PAUSE_MS);
      const next = { slide: number, line: sentence.line ?? state.line, row: sentence.row ?? state.row };
      if (next.line !== state.line || next.row !== state.row) timeline.shown.push({ startMs, state: next });
      state = next;
      clock = startMs + duration;
      timeline.spoken.push({ slide: number, sentence: index, startMs, endMs: clock });
    });
  });
  timeline.endMs = onFrame(clock + TAIL_MS);
  return timeline;
}
