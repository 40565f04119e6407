import type { Cue } from "./read-vtt";

/** Captions as a text to read: cues joined to sentences, under the chapters in which they are spoken. */
export interface TranscriptPart {
  readonly fromMs: number;
  /** Title of the chapter; null for what is said before the first one or where there are no chapters. */
  readonly title: string | null;
  readonly lines: readonly Cue[];
}

/** Longest line in characters before the next cue starts a new one even without a full stop. */
const longLine = 320;

export function transcriptOf(captions: readonly Cue[], chapters: readonly Cue[]): TranscriptPart[] {
  const parts = chapters.map((chapter) => ({ fromMs: chapter.fromMs, title: chapter.text, lines: [] as Cue[] }));
  const before = { fromMs: 0, title: null, lines: [] as Cue[] };
  let isOpen = false;
  let here: { lines: Cue[] } = before;
  for (const cue of captions) {
    // A cue belongs to the chapter in which most of it is heard: captions start a little before the word.
    const part = parts.findLast((candidate) => candidate.fromMs <= (cue.fromMs + cue.toMs) / 2) ?? before;
    const last = part.lines.at(-1);
    if (last !== undefined && isOpen && part === here) {
      part.lines[part.lines.length - 1] = { fromMs: last.fromMs, toMs: cue.toMs, text: `${last.text} ${cue.text}` };
    } else part.lines.push(cue);
    here = part;
    const text = part.lines.at(-1)?.text ?? "";
    isOpen = !/[.?!…][”"’»)]*$/.test(text) && text.length < longLine;
  }
  return [before, ...parts].filter((part) => part.lines.length > 0 || part.title !== null);
}
