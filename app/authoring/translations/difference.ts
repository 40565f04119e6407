/** A stretch of text that stayed, went or came. */
export interface Stretch {
  readonly kind: "same" | "gone" | "new";
  readonly text: string;
}

/** So many places of the table are filled at most; longer texts are compared line by line, then as wholes. */
const mostPlaces = 1_000_000;

/** What became of a text, word by word, or line by line where it is long. */
export function difference(before: string, after: string): Stretch[] {
  for (const pattern of [/\s+|[^\s]+/g, /[^\n]*\n|[^\n]+/g]) {
    const [from, to] = [before.match(pattern) ?? [], after.match(pattern) ?? []];
    const start = commonStart(from, to);
    const end = commonStart([...from.slice(start)].reverse(), [...to.slice(start)].reverse());
    const [middleFrom, middleTo] = [from.slice(start, from.length - end), to.slice(start, to.length - end)];
    if (middleFrom.length * middleTo.length > mostPlaces) continue;
    return joined([
      ...same(from.slice(0, start)),
      ...compare(middleFrom, middleTo),
      ...same(from.slice(from.length - end)),
    ]);
  }
  return joined([
    { kind: "gone", text: before },
    { kind: "new", text: after },
  ]);
}

function same(words: readonly string[]): Stretch[] {
  return words.map((text) => ({ kind: "same", text }));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

/** Longest common subsequence, read back from its table. */
function compare(from: readonly string[], to: readonly string[]): Stretch[] {
  const at = lengthsOf(from, to);
  const found: Stretch[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [gone, fresh] = [from[i], to[j]];
    if (gone !== undefined && gone === fresh) {
      found.push({ kind: "same", text: gone });
      i++;
      j++;
    } else if (gone !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: "gone", text: gone });
      i++;
    } else {
      found.push({ kind: "new", text: fresh ?? "" });
      j++;
    }
  }
  return found;
}

/** Length of the longest common subsequence of what follows two places. */
function lengthsOf(from: readonly string[], to: readonly string[]): (i: number, j: number) => number {
  const wide = to.length + 1;
  const lengths = new Uint32Array((from.length + 1) * wide);
  const at = (i: number, j: number) => lengths[i * wide + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      lengths[i * wide + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

/** Neighbours of one kind are one stretch; empty ones fall away. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const found: { kind: Stretch["kind"]; text: string }[] = [];
  for (const { kind, text } of stretches) {
    const last = found.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text !== "") found.push({ kind, text });
  }
  return found;
}
