/** One line of a comparison. `skipped`: that many equal lines are left out here. */
export type DiffLine =
  | { readonly kind: "same" | "removed" | "added"; readonly text: string }
  | { readonly kind: "skipped"; readonly count: number };

/** Above this many pairs of lines the two texts are shown one after the other: comparing them would take too long. */
const mostPairs = 4_000_000;

/** What must be done to `before`, line by line, to get `after`. Far from a change equal lines are left out. */
export function lineDifference(before: string, after: string): DiffLine[] {
  return withoutFarLines(compare(linesOf(before), linesOf(after)));
}

const linesOf = (text: string) => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

type Compared = Extract<DiffLine, { text: string }>;
const all = (kind: Compared["kind"], texts: readonly string[]) => texts.map((text): Compared => ({ kind, text }));

function compare(before: readonly string[], after: readonly string[]): Compared[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return [
    ...all("same", before.slice(0, start)),
    ...compareMiddle(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...all("same", before.slice(before.length - end)),
  ];
}

function compareMiddle(before: readonly string[], after: readonly string[]): Compared[] {
  if (before.length * after.length > mostPairs) return [...all("removed", before), ...all("added", after)];
  const lengths = commonLengths(before, after);
  const lines: Compared[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [left, right] = [before[i], after[j]];
    if (left !== undefined && left === right) {
      lines.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      lines.push({ kind: "removed", text: left });
      i += 1;
    } else {
      lines.push({ kind: "added", text: right ?? "" });
      j += 1;
    }
  }
  return lines;
}

const at = (lengths: readonly Uint32Array[], i: number, j: number) => lengths[i]?.[j] ?? 0;

/** Length of the longest common sequence of the lines from i and from j on. */
function commonLengths(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] =
        before[i] === after[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}

const near = 2;

function withoutFarLines(lines: readonly Compared[]): DiffLine[] {
  const changed = lines.flatMap(({ kind }, index) => (kind === "same" ? [] : [index]));
  const shown: DiffLine[] = [];
  let skipped = 0;
  let next = 0;
  lines.forEach((line, index) => {
    while ((changed[next] ?? Number.POSITIVE_INFINITY) < index - near) next += 1;
    if ((changed[next] ?? Number.POSITIVE_INFINITY) > index + near) {
      skipped += 1;
      return;
    }
    if (skipped > 0) shown.push({ kind: "skipped", count: skipped });
    skipped = 0;
    shown.push(line);
  });
  return skipped === 0 ? shown : [...shown, { kind: "skipped", count: skipped }];
}
