/** Marks that stand for emphasis until the neighbours are known: private characters, never part of a text. */
export const marks = {
  strong: ["\ue010", "\ue011"],
  em: ["\ue012", "\ue013"],
  del: ["\ue014", "\ue015"],
} as const;
export type Emphasis = keyof typeof marks;

const signs: Readonly<Record<Emphasis, string>> = { strong: "**", em: "*", del: "~~" };
const anyMark = /[\ue010-\ue015]/;
const punctuation = /[\p{P}\p{S}]/u;

interface Pair {
  readonly emphasis: Emphasis;
  readonly open: number;
  readonly close: number;
}

/** Blanks move out of the marks, and marks that touch their own like join or vanish. */
function tidy(text: string): string {
  let current = text;
  for (let previous = ""; previous !== current; ) {
    previous = current;
    current = current
      .replace(/([\ue010\ue012\ue014])(\s+)/g, "$2$1")
      .replace(/(\s+)([\ue011\ue013\ue015])/g, "$2$1")
      .replace(/\ue010\ue011|\ue012\ue013|\ue014\ue015|\ue011\ue010|\ue013\ue012|\ue015\ue014/g, "");
  }
  return current;
}

const starts: ReadonlyMap<string, Emphasis> = new Map([
  [marks.strong[0], "strong"],
  [marks.em[0], "em"],
  [marks.del[0], "del"],
]);

function pairsOf(characters: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  const open: { emphasis: Emphasis; at: number }[] = [];
  for (const [at, sign] of characters.entries()) {
    if (!anyMark.test(sign)) continue;
    const emphasis = starts.get(sign);
    const last = open.at(-1);
    if (emphasis !== undefined) open.push({ emphasis, at });
    else if (last !== undefined && marks[last.emphasis][1] === sign) {
      pairs.push({ emphasis: last.emphasis, open: last.at, close: at });
      open.pop();
    }
  }
  return pairs;
}

/** Whether Markdown reads the signs as emphasis here: inside they touch a letter, or outside they touch none. */
function isRead(outside: string, inside: string): boolean {
  if (inside === "" || /\s/.test(inside)) return false;
  return !punctuation.test(inside) || outside === "" || /\s/.test(outside) || punctuation.test(outside);
}

function neighbour(signsOf: readonly string[], from: number, step: 1 | -1): string {
  let at = from + step;
  while (anyMark.test(signsOf[at] ?? "")) at += step;
  return signsOf[at] ?? "";
}

/** Puts Markdown's signs where the marks are. Emphasis that Markdown can't say at its place is left out and told. */
export function settleEmphasis(text: string, lost: (emphasis: Emphasis) => void): string {
  if (!anyMark.test(text)) return text;
  const characters = Array.from(tidy(text));
  const settled = characters.map((sign) => (anyMark.test(sign) ? "" : sign));
  for (const { emphasis, open, close } of pairsOf(characters)) {
    const opens = isRead(neighbour(characters, open, -1), neighbour(characters, open, 1));
    const isFine = opens && isRead(neighbour(characters, close, 1), neighbour(characters, close, -1));
    if (isFine) [settled[open], settled[close]] = [signs[emphasis], signs[emphasis]];
    else lost(emphasis);
  }
  return settled.join("");
}
