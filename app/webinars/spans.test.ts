import fc from "fast-check";
import { expect, test } from "vitest";
import { addSpan, coveredMs, gaps, partsOutside, type Span, unionSpans } from "./spans";

const duration = 10_000;
const anySpan = fc.tuple(fc.integer({ min: -2000, max: 12_000 }), fc.integer({ min: -2000, max: 12_000 }));
const anySpans = fc.array(anySpan, { maxLength: 12 });

test("touching and overlapping spans become one", () => {
  expect(
    unionSpans(
      [
        [2000, 3000],
        [0, 1000],
        [1000, 1500],
        [2500, 2700],
      ],
      duration,
    ),
  ).toEqual([
    [0, 1500],
    [2000, 3000],
  ]);
});

test("a span is cut to the recording, and a reversed, empty or unreal one counts as none", () => {
  expect(
    unionSpans(
      [
        [-500, 200],
        [9900, 20_000],
        [500, 400],
        [300, 300],
        [Number.NaN, 600],
      ],
      duration,
    ),
  ).toEqual([
    [0, 200],
    [9900, 10_000],
  ]);
});

test("fractions of a millisecond are cut off", () => {
  expect(unionSpans([[0.9, 1.9]], duration)).toEqual([[0, 1]]);
});

test("a union of a union is the same union", () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const union = unionSpans(spans, duration);
      expect(unionSpans(union, duration)).toEqual(union);
      expect(unionSpans([...spans, ...spans], duration)).toEqual(union);
    }),
  );
});

test("the order of spans doesn't matter", () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      expect(unionSpans([...spans].reverse(), duration)).toEqual(unionSpans(spans, duration));
      expect(spans.reduce<Span[]>((union, span) => addSpan(union, span, duration), [])).toEqual(
        unionSpans(spans, duration),
      );
    }),
  );
});

test("a union stays inside the recording, sorted and apart", () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const union = unionSpans(spans, duration);
      for (const [i, [from, to]] of union.entries()) {
        expect(from).toBeGreaterThan(union[i - 1]?.[1] ?? -1);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(duration);
      }
      expect(coveredMs(union)).toBeLessThanOrEqual(duration);
    }),
  );
});

test("coverage never falls when a span is added", () => {
  fc.assert(
    fc.property(anySpans, anySpan, (spans, span) => {
      const union = unionSpans(spans, duration);
      expect(coveredMs(addSpan(union, span, duration))).toBeGreaterThanOrEqual(coveredMs(union));
    }),
  );
});

test("a union and its gaps fill the recording, and the gaps of the gaps are the union", () => {
  fc.assert(
    fc.property(anySpans, (spans) => {
      const union = unionSpans(spans, duration);
      expect(coveredMs(union) + coveredMs(gaps(union, duration))).toBe(duration);
      expect(gaps(gaps(union, duration), duration)).toEqual(union);
    }),
  );
});

test("the parts outside a union are exactly what adding the span gains", () => {
  fc.assert(
    fc.property(anySpans, anySpan, (spans, span) => {
      const union = unionSpans(spans, duration);
      const inside = unionSpans([span], duration);
      const outside = inside.flatMap((part) => partsOutside(part, union));
      expect(coveredMs(outside)).toBe(coveredMs(addSpan(union, span, duration)) - coveredMs(union));
      expect(unionSpans([...union, ...outside], duration)).toEqual(addSpan(union, span, duration));
    }),
  );
});

test("no part outside a union is empty, wherever the span meets it", () => {
  const union: Span[] = [[1000, 2000]];
  expect(partsOutside([1000, 3000], union)).toEqual([[2000, 3000]]);
  expect(partsOutside([0, 2000], union)).toEqual([[0, 1000]]);
  expect(partsOutside([1000, 2000], union)).toEqual([]);
  expect(partsOutside([2000, 3000], union)).toEqual([[2000, 3000]]);
  expect(partsOutside([0, 1000], union)).toEqual([[0, 1000]]);
});
