import type { Timeline } from "./plan-timeline";
import { type Language, type Script, textIn } from "./script-file";
import { type Cue, timeSentence } from "./split-captions";

/** Captions of the whole talk in one language, on the times of the English voice. */
export function captionCues(script: Script, timeline: Timeline, language: Language): Cue[] {
  return timeline.spoken.flatMap((spoken) => {
    const sentence = script.slides[spoken.slide]?.sentences[spoken.sentence];
    if (sentence === undefined) throw new Error(`No sentence ${spoken.sentence} on slide ${spoken.slide}`);
    return timeSentence(textIn(sentence, language), spoken);
  });
}

/** Chapters: each runs from its first slide to the next chapter, the last one to the end. */
export function chapterCues(script: Script, timeline: Timeline, language: Language): Cue[] {
  const starts = script.slides.flatMap((slide, index) => {
    const startMs = timeline.slideStartsMs[index];
    return slide.chapter === null || startMs === undefined ? [] : [{ startMs, title: textIn(slide.chapter, language) }];
  });
  return starts.map((start, index) => ({
    startMs: start.startMs,
    endMs: starts[index + 1]?.startMs ?? timeline.endMs,
    lines: [start.title],
  }));
}
