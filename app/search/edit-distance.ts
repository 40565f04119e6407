/**
 * Damerau-Levenshtein distance (optimal string alignment): letters added, left out, changed, or two neighbours
 * swapped. Counting stops as soon as the limit is passed.
 * @returns the distance, or `limit + 1` when it is larger than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  let rows: Rows = { twoAbove: [], above: Array.from({ length: b.length + 1 }, (_, j) => j) };
  for (let i = 1; i <= a.length; i++) {
    const row = nextRow(a, b, i, rows);
    if (Math.min(...row) > limit) return tooFar;
    rows = { twoAbove: rows.above, above: row };
  }
  return Math.min(at(rows.above, b.length), tooFar);
}

/** Distances of the beginnings of `b` from the first i-1 and i-2 letters of `a`. */
interface Rows {
  readonly twoAbove: readonly number[];
  readonly above: readonly number[];
}

const at = (row: readonly number[], j: number) => row[j] ?? Number.POSITIVE_INFINITY;

function nextRow(a: string, b: string, i: number, { twoAbove, above }: Rows): number[] {
  const row = [i];
  for (let j = 1; j <= b.length; j++) {
    const isSame = a[i - 1] === b[j - 1];
    const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const changed = at(above, j - 1) + (isSame ? 0 : 1);
    row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, changed, isSwap ? at(twoAbove, j - 2) + 1 : changed));
  }
  return row;
}
