/**
 * Damerau-Levenshtein distance (optimal string alignment): letters added, left out, changed, or two neighbours
 * swapped. Counting stops as soon as the limit is passed.
 * @returns the distance, or `limit + 1` when it is larger than `limit`
 */
export function editDistance(a: string, b: string, limit: number): number {
  const tooFar = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return tooFar;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let value = Math.min((last[j] ?? tooFar) + 1, (row[j - 1] ?? tooFar) + 1, (last[j - 1] ?? tooFar) + cost);
      if (swapped(a, b, i, j)) value = Math.min(value, (before[j - 2] ?? tooFar) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least > limit) return tooFar;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? tooFar, tooFar);
}

function swapped(a: string, b: string, i: number, j: number): boolean {
  return i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
}
