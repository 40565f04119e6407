import { languagesOf, type Script, type ScriptSlide, textIn } from "./script-file";
import { readingMs } from "./split-captions";

/** Pictures change on frames, so each start is a multiple of this. */
export const FRAME_MS = 100;
const LEAD_MS = 700;
const PAUSE_MS = 300;
/** A caption in another language may need longer than the voice: the pause grows for it, up to this. */
const LONGEST_PAUSE_MS = 1300;
/** Between two captions the picture is free for this long, so that the change is seen. */
const BLINK_MS = 80;
const NEW_SLIDE_MS = 400;
const READ_HEADING_MS = 500;
const TAIL_MS = 1500;

/** One state of one slide: which line and which table row is lit (null: none). */
export type SlideState = { slide: number; line: number | null; row: number | null };
/** What was measured on the speech of one sentence: its length, and where its clauses start inside it. */
export type Measured = { durationMs: number; clauseStartsMs: number[] };
/** When a sentence is spoken; its caption may stand until `holdMs`; `clauseStartsMs` count from the start of the video. */
type SpokenAt = {
  slide: number;
  sentence: number;
  startMs: number;
  endMs: number;
  holdMs: number;
  clauseStartsMs: number[];
};
type ShownAt = { startMs: number; state: SlideState };
export type Timeline = { spoken: SpokenAt[]; shown: ShownAt[]; slideStartsMs: number[]; endMs: number };

const onFrame = (ms: number) => Math.ceil(ms / FRAME_MS) * FRAME_MS;

/** Silence after a sentence: long enough to read its longest translation. */
function pauseAfter(sentence: ScriptSlide["sentences"][number], durationMs: number): number {
  const longest = Math.max(...languagesOf(sentence).map((language) => textIn(sentence, language).length));
  return Math.min(LONGEST_PAUSE_MS, Math.max(PAUSE_MS, readingMs(longest) - durationMs));
}

/** One thing is lit at a time: a new line puts out the row and the other way round; a sentence with neither changes nothing. */
function nextState(state: SlideState, sentence: ScriptSlide["sentences"][number]): SlideState {
  if (sentence.line === undefined && sentence.row === undefined) return state;
  return { slide: state.slide, line: sentence.line ?? null, row: sentence.row ?? null };
}

/**
 * When each sentence is spoken and each picture shown. `measured[slide][sentence]` is what the speech took. All starts and the end lie on frames; sentences never overlap; pictures change only at a sentence or a slide.
 */
export function planTimeline(script: Script, measured: readonly (readonly Measured[])[]): Timeline {
  const timeline: Timeline = { spoken: [], shown: [], slideStartsMs: [], endMs: 0 };
  let clock = 0;
  let pause = 0;
  script.slides.forEach((slide, number) => {
    const slideStart = number === 0 ? 0 : onFrame(clock + Math.max(NEW_SLIDE_MS, pause - READ_HEADING_MS));
    timeline.slideStartsMs.push(slideStart);
    let state: SlideState = { slide: number, line: null, row: null };
    timeline.shown.push({ startMs: slideStart, state });
    clock = slideStart + (number === 0 ? LEAD_MS : READ_HEADING_MS);
    pause = 0;
    slide.sentences.forEach((sentence, index) => {
      const speech = measured[number]?.[index];
      if (speech === undefined) throw new Error(`Slide "${slide.id}", sentence ${index + 1} has no measured length`);
      const startMs = onFrame(clock + pause);
      const next = nextState(state, sentence);
      if (next !== state) timeline.shown.push({ startMs, state: next });
      state = next;
      clock = startMs + speech.durationMs;
      pause = pauseAfter(sentence, speech.durationMs);
      const clauseStartsMs = speech.clauseStartsMs.map((ms) => startMs + ms);
      timeline.spoken.push({ slide: number, sentence: index, startMs, endMs: clock, holdMs: clock, clauseStartsMs });
    });
  });
  timeline.endMs = onFrame(clock + TAIL_MS);
  timeline.spoken.forEach((spoken, index) => {
    spoken.holdMs = (timeline.spoken[index + 1]?.startMs ?? timeline.endMs) - BLINK_MS;
  });
  return timeline;
}
