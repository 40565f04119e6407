import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  correlation,
  cronbachAlpha,
  deviation,
  discriminationIndex,
  type ItemScore,
  median,
  quizStatistics,
  type SittingScores,
  standardError,
} from "./statistics";

const item = (questionId: string, right: boolean, picked: string[] = [], seconds: number | null = null): ItemScore => ({
  questionId,
  awarded: right ? 100 : 0,
  possible: 100,
  picked,
  seconds,
});

/** One row a learner, one column a question. */
function papers(matrix: readonly (readonly number[])[]): SittingScores[] {
  return matrix.map((row) => row.map((score, i) => item(`q${String(i)}`, score === 1)));
}

// Ten learners, five questions, ordered like a Guttman scale with two slips.
const matrix = [
  [1, 1, 1, 1, 1],
  [1, 1, 1, 1, 0],
  [1, 1, 1, 0, 1],
  [1, 1, 1, 0, 0],
  [1, 1, 0, 1, 0],
  [1, 1, 0, 0, 0],
  [1, 0, 1, 0, 0],
  [1, 0, 0, 0, 0],
  [0, 1, 0, 0, 0],
  [0, 0, 0, 0, 0],
] as const;

describe("figures of a worked table, derived another way", () => {
  const found = quizStatistics(papers(matrix), new Map());
  const totals = matrix.map((row) => row.reduce<number>((a, b) => a + b, 0));

  test("mean, median and spread of the totals", () => {
    // Totals 5 4 4 3 3 2 2 1 1 0: mean 2.5 of 5; squares 6.25+2.25+2.25+.25+.25+.25+.25+2.25+2.25+6.25 = 22.5.
    expect(found.mean).toBeCloseTo(0.5, 12);
    expect(found.median).toBeCloseTo(0.5, 12);
    expect(found.deviation).toBeCloseTo(Math.sqrt(22.5 / 9) / 5, 12);
    // Shares 1 .8 .8 .6 .6 .4 .4 .2 .2 0: one in the first tenth, two each in the third, fifth, seventh and ninth.
    expect(found.histogram).toEqual([1, 0, 2, 0, 2, 0, 2, 0, 2, 1]);
  });

  test("facility counts the right answers", () => {
    expect(found.items.map((i) => i.facility)).toEqual([0.8, 0.7, 0.5, 0.3, 0.2]);
    expect(found.items.map((i) => i.attempts)).toEqual([10, 10, 10, 10, 10]);
  });

  test("alpha is KR-20 from the share of right answers and the variance of the totals", () => {
    const pq = [0.8 * 0.2, 0.7 * 0.3, 0.5 * 0.5, 0.3 * 0.7, 0.2 * 0.8].reduce((a, b) => a + b);
    // Population variance of the totals, as Kuder and Richardson have it: 22.5 / 10.
    const kr20 = (5 / 4) * (1 - pq / 2.25);
    expect(found.alpha).toBeCloseTo(kr20, 12);
    expect(found.standardError).toBeCloseTo((Math.sqrt(2.5) / 5) * Math.sqrt(1 - kr20), 12);
  });

  test("alpha weighs a question of two marks twice, as the totals do", () => {
    const weighted = papers(matrix).map((row) =>
      row.map((score, i) => (i === 2 ? { ...score, awarded: 2 * score.awarded, possible: 200 } : score)),
    );
    const sums = matrix.map((row, at) => (totals[at] ?? 0) + row[2]);
    const middle = sums.reduce((a, b) => a + b) / 10;
    const variance = sums.reduce((a, total) => a + (total - middle) ** 2, 0) / 10;
    const parts = [0.8 * 0.2, 0.7 * 0.3, 4 * 0.5 * 0.5, 0.3 * 0.7, 0.2 * 0.8].reduce((a, b) => a + b);
    const quiz = quizStatistics(weighted, new Map());
    expect(quiz.alpha).toBeCloseTo((5 / 4) * (1 - parts / variance), 12);
    expect(quiz.deviation).toBeCloseTo(Math.sqrt((variance * 10) / 9) / 6, 12);
  });

  test("the rest correlation of the third question, from the covariance sums", () => {
    const scores = matrix.map((row) => row[2]);
    const rests = matrix.map((row, i) => (totals[i] ?? 0) - row[2]);
    const n = 10;
    const [sx, sy] = [scores.reduce<number>((a, b) => a + b, 0), rests.reduce((a, b) => a + b, 0)];
    const sxy = scores.reduce<number>((a, x, i) => a + x * (rests[i] ?? 0), 0);
    const syy = rests.reduce((a, y) => a + y * y, 0);
    const r = (n * sxy - sx * sy) / Math.sqrt((n * sx - sx * sx) * (n * syy - sy * sy));
    expect(found.items[2]?.restCorrelation).toBeCloseTo(r, 12);
  });

  test("the spread of a question is √(pq n/(n-1))", () => {
    expect(found.items[1]?.deviation).toBeCloseTo(Math.sqrt((0.7 * 0.3 * 10) / 9), 12);
  });
});

test("the discrimination index compares the best and the worst 27 of a hundred", () => {
  const rests = Array.from({ length: 100 }, (_, i) => i);
  const scores = rests.map((rest) => (rest >= 80 ? 1 : rest < 10 ? 0 : rest % 2));
  // Best 27: ranks 73 to 99; of 73 to 79 the odd ones are right (73 75 77 79), and all of 80 to 99: 24 of 27.
  // Worst 27: ranks 0 to 26; odd ones from 10 on: 11 13 15 17 19 21 23 25: 8 of 27.
  expect(discriminationIndex(scores, rests)).toBeCloseTo(24 / 27 - 8 / 27, 12);
});

test("alpha of drawn papers uses the pairs that were asked together, and equals that of the full table when all were", () => {
  const full = matrix.map((row) => ({ items: [0, 1, 2, 3, 4], scores: [...row] }));
  const turned = matrix.map((row, i) => {
    const order = [0, 1, 2, 3, 4].map((k) => (k + i) % 5);
    return { items: order, scores: order.map((k) => row[k] ?? 0) };
  });
  expect(cronbachAlpha(turned, 5)).toBeCloseTo(cronbachAlpha(full, 5) ?? NaN, 12);
  expect(cronbachAlpha([{ items: [0], scores: [1] }], 1)).toBeNull();
  expect(cronbachAlpha([], 0)).toBeNull();
});

describe("options", () => {
  const key = new Map([
    [
      "q",
      [
        { id: "a", isKey: true },
        { id: "b", isKey: false },
        { id: "c", isKey: false },
      ],
    ],
  ]);
  /** Learners who pick an option, with what the other question of their paper scored. */
  const group = (count: number, pick: string, rest: boolean): SittingScores[] =>
    Array.from({ length: count }, () => [item("q", pick === "a", pick === "" ? [] : [pick]), item("other", rest)]);
  const q = (sittings: SittingScores[]) => quizStatistics(sittings, key).items.find((i) => i.questionId === "q");

  test("share and mean rest score of each option; nobody's option has none", () => {
    expect(q([...group(15, "a", true), ...group(4, "b", false), ...group(1, "b", true)])?.options).toEqual([
      { id: "a", isKey: true, picks: 15, share: 0.75, meanRest: 1, fault: null },
      { id: "b", isKey: false, picks: 5, share: 0.25, meanRest: 0.2, fault: null },
      { id: "c", isKey: false, picks: 0, share: 0, meanRest: null, fault: "dead" },
    ]);
  });

  test("a key that better learners avoid is suspect", () => {
    expect(q([...group(12, "a", false), ...group(6, "b", true), ...group(6, "c", false)])?.flags).toContain(
      "key-suspect",
    );
    expect(q([...group(12, "a", true), ...group(6, "b", false), ...group(6, "c", false)])?.flags).toEqual([]);
  });

  test("a distractor that fewer than one in twenty pick is dead", () => {
    expect(q([...group(60, "a", true), ...group(38, "b", false), ...group(4, "c", false)])?.flags).toEqual([
      "dead-distractor",
    ]);
    expect(q([...group(60, "a", true), ...group(35, "b", false), ...group(5, "c", false)])?.flags).toEqual([]);
  });

  test("few answers are said to be few, and nothing else is claimed", () => {
    expect(q(group(19, "b", true))?.flags).toEqual(["few-answers"]);
  });
});

test("void and unmarked questions are left out, and an empty list has no figures", () => {
  const withVoid: SittingScores = [item("q", true), { ...item("void", true), possible: 0 }];
  expect(quizStatistics([withVoid], new Map()).items.map((i) => i.questionId)).toEqual(["q"]);
  expect(quizStatistics([], new Map())).toEqual({
    attempts: 0,
    mean: null,
    median: null,
    deviation: null,
    alpha: null,
    standardError: null,
    histogram: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    items: [],
  });
});

test("time taken is the median of what is known", () => {
  const timed = [12, 30, 18].map((seconds) => [item("q", true, [], seconds)]);
  expect(quizStatistics([...timed, [item("q", true)]], new Map()).items[0]?.medianSeconds).toBe(18);
  expect(median([1, 2, 3, 10])).toBe(2.5);
  expect(median([])).toBeNull();
});

test("what can't be measured is null, never NaN", () => {
  expect(correlation([1, 1, 1], [0, 1, 2])).toBeNull();
  expect(deviation([1])).toBeNull();
  expect(discriminationIndex([1], [1])).toBeNull();
  expect(standardError(null, 0.5)).toBeNull();
  expect(standardError(0.2, 1.5)).toBe(0);
});

test("every figure stays within its bounds, whatever the marks", () => {
  const scores = fc.array(
    fc.array(fc.record({ id: fc.integer({ min: 0, max: 6 }), awarded: fc.integer({ min: 0, max: 100 }) }), {
      minLength: 1,
      maxLength: 6,
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(scores, (rows) => {
      const sittings = rows.map((row) =>
        [...new Map(row.map((entry) => [entry.id, entry])).values()].map((entry) => ({
          ...item(`q${String(entry.id)}`, false),
          awarded: entry.awarded,
        })),
      );
      const { items, alpha, histogram, attempts } = quizStatistics(sittings, new Map());
      expect(histogram.reduce((a, b) => a + b, 0)).toBe(attempts);
      if (alpha !== null) expect(Number.isFinite(alpha)).toBe(true);
      for (const found of items) {
        expect(found.facility).toBeGreaterThanOrEqual(0);
        expect(found.facility).toBeLessThanOrEqual(1);
        expect(Math.abs(found.restCorrelation ?? 0)).toBeLessThanOrEqual(1);
        expect(Math.abs(found.discrimination ?? 0)).toBeLessThanOrEqual(1);
      }
    }),
  );
});
