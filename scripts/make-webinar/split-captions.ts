/** Longest line and most lines that a caption may have. */
export const LINE_LENGTH = 42;
export const LINES_PER_CUE = 2;
const LETTERS_PER_SECOND = 21;
/** How far a change of captions may move to meet a pause of the voice. */
const NEAR_MS = 900;
const SHORTEST_MS = 500;

/** One caption: its lines, and when it stands, in milliseconds from the start of the video. */
export type Cue = { startMs: number; endMs: number; lines: string[] };

const NBSP = "\u00a0";

/** Joins a number to its unit and French punctuation to its word, so that no line break comes between them. */
function glue(text: string): string {
  return text
    .replace(/(\d) (?=(?:mGy|Gy|mSv|cm|wpm|min|kV|%)(?:[^\p{L}]|$))/gu, `$1${NBSP}`)
    .replace(/ (?=[:;?!»%])/g, NBSP)
    .replace(/« /g, `«${NBSP}`)
    .replace(/ ([×=]) /g, `${NBSP}$1${NBSP}`);
}

function wordsOf(text: string): string[] {
  return glue(text)
    .split(/[ \t\n]+/)
    .filter((word) => word !== "")
    .flatMap((word) => chop(word));
}

/** A word that no line can hold is cut; anything else would break the promise about the line length. */
function chop(word: string): string[] {
  const letters = Array.from(word);
  const pieces: string[] = [];
  for (let from = 0; from < letters.length; from += LINE_LENGTH)
    pieces.push(letters.slice(from, from + LINE_LENGTH).join(""));
  return pieces;
}

const lengthOf = (words: readonly string[]) => Array.from(words.join(" ")).length;
const endsClause = (word: string | undefined) => word !== undefined && /[,.;:?!)»”]$/.test(word);

/** The words on one or two lines, as even as possible with a break after punctuation preferred; null if they don't fit. */
function layOut(words: readonly string[]): string[] | null {
  if (lengthOf(words) <= LINE_LENGTH) return [words.join(" ")];
  let best: { lines: string[]; cost: number } | null = null;
  for (let at = 1; at < words.length; at += 1) {
    const first = words.slice(0, at);
    const second = words.slice(at);
    if (lengthOf(first) > LINE_LENGTH || lengthOf(second) > LINE_LENGTH) continue;
    const cost = Math.abs(lengthOf(first) - lengthOf(second)) - (endsClause(first.at(-1)) ? 12 : 0);
    if (best === null || cost < best.cost) best = { lines: [first.join(" "), second.join(" ")], cost };
  }
  return best === null ? null : best.lines;
}

type Plan = { cost: number; cues: string[][] };

/**
 * A sentence cut into captions of at most two lines: as few as possible, of like length, cut after punctuation where it
 * costs little. Nothing is lost: the lines joined by blanks are the sentence (with its numbers glued to their units).
 */
export function splitSentence(text: string): string[][] {
  const words = wordsOf(text);
  const whole = Math.max(1, Math.ceil(lengthOf(words) / (LINE_LENGTH * LINES_PER_CUE)));
  const aim = lengthOf(words) / whole;
  const plans: (Plan | null)[] = [{ cost: 0, cues: [] }];
  for (let end = 1; end <= words.length; end += 1) plans.push(bestPlan(plans, words, end, aim));
  return plans.at(-1)?.cues ?? [];
}

function bestPlan(plans: readonly (Plan | null)[], words: readonly string[], end: number, aim: number): Plan | null {
  let best: Plan | null = null;
  for (let start = end - 1; start >= 0; start -= 1) {
    const chunk = words.slice(start, end);
    if (lengthOf(chunk) > LINE_LENGTH * LINES_PER_CUE + 1) break;
    const before = plans[start];
    const lines = layOut(chunk);
    if (before === null || before === undefined || lines === null) continue;
    const cutInsideClause = end < words.length && !endsClause(words[end - 1]);
    const cost = before.cost + 1000 + (lengthOf(chunk) - aim) ** 2 / 6 + (cutInsideClause ? 250 : 0);
    if (best === null || cost < best.cost) best = { cost, cues: [...before.cues, lines] };
  }
  return best;
}

/** How long a text takes to say, in letters: figures are read as words, and punctuation is a pause. */
function weightOf(lines: readonly string[]): number {
  return Array.from(lines.join(" ")).reduce(
    (sum, letter) => sum + (/\d/.test(letter) ? 4 : /[,;:.]/.test(letter) ? 3 : 1),
    0,
  );
}

/** Time to read a text of that many letters at a fair pace. */
export function readingMs(letters: number): number {
  return Math.round((letters * 1000) / LETTERS_PER_SECOND);
}

/** The sentence is spoken from start to end; its captions may stand until `holdMs`; clauses start at `clauseStartsMs`. */
type Window = { startMs: number; endMs: number; holdMs: number; clauseStartsMs: readonly number[] };

/**
 * Captions of one sentence, each shown for its share of the words. A text that takes longer to read than to hear stands
 * into the pause. A change after punctuation moves to the pause of the voice, if one is near.
 */
export function timeSentence(text: string, window: Window): Cue[] {
  const parts = splitSentence(text);
  const endMs = Math.max(window.endMs, Math.min(window.holdMs, window.startMs + readingMs(text.length)));
  const total = parts.reduce((sum, lines) => sum + weightOf(lines), 0);
  const starts: number[] = [];
  let said = 0;
  parts.forEach((lines, index) => {
    const share = Math.round(window.startMs + ((endMs - window.startMs) * said) / total);
    const afterClause = index > 0 && endsClause(parts[index - 1]?.at(-1));
    const earliest = (starts.at(-1) ?? window.startMs) + (index === 0 ? 0 : SHORTEST_MS);
    const fits = (ms: number) => Math.abs(ms - share) <= NEAR_MS && ms >= earliest && ms <= endMs - SHORTEST_MS;
    const near = afterClause ? window.clauseStartsMs.filter(fits) : [];
    const snapped = near.sort((a, b) => Math.abs(a - share) - Math.abs(b - share))[0] ?? share;
    starts.push(Math.max(snapped, starts.at(-1) ?? window.startMs));
    said += weightOf(lines);
  });
  return parts.map((lines, index) => ({ startMs: starts[index] ?? endMs, endMs: starts[index + 1] ?? endMs, lines }));
}
