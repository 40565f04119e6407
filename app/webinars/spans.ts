/**
 * Watched spans of a recording. A span is [from, to) in whole milliseconds from the start, from < to. A list of spans
 * that a function here returns is a union: sorted, apart from each other, inside the recording.
 */
export type Span = readonly [fromMs: number, toMs: number];

/** The union of spans, cut to the recording. What is empty, reversed or not a number falls away. */
export function unionSpans(spans: readonly Span[], durationMs: number): Span[] {
  const inside = spans.flatMap((span) => clip(span, durationMs)).sort((a, b) => a[0] - b[0]);
  const union: [number, number][] = [];
  for (const [from, to] of inside) {
    const last = union.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
    else union.push([from, to]);
  }
  return union;
}

function clip([from, to]: Span, durationMs: number): Span[] {
  const start = Math.max(0, Math.floor(from));
  const end = Math.min(Math.floor(durationMs), Math.floor(to));
  return start < end ? [[start, end]] : [];
}

export function addSpan(union: readonly Span[], span: Span, durationMs: number): Span[] {
  return unionSpans([...union, span], durationMs);
}

/** Length of a union in milliseconds. */
export function coveredMs(union: readonly Span[]): number {
  return union.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** The parts of the recording outside a union: what has not been watched. */
export function gaps(union: readonly Span[], durationMs: number): Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const [from, to] of union) {
    if (from > at) found.push([at, from]);
    at = to;
  }
  const end = Math.floor(durationMs);
  if (end > at) found.push([at, end]);
  return found;
}

/** What of a span a union doesn't hold yet, in order. */
export function partsOutside([from, to]: Span, union: readonly Span[]): Span[] {
  const found: Span[] = [];
  let at = from;
  for (const [knownFrom, knownTo] of union) {
    if (knownTo <= at) continue;
    if (knownFrom >= to) break;
    if (knownFrom > at) found.push([at, knownFrom]);
    at = knownTo;
  }
  if (at < to) found.push([at, to]);
  return found;
}
