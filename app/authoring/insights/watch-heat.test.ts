import { expect, test } from "vitest";
import type { Span } from "../../webinars/spans";
import { WatchHeat } from "./watch-heat";

function heatOf(durationMs: number, viewers: readonly (readonly Span[])[]) {
  const heat = new WatchHeat(durationMs);
  for (const spans of viewers) heat.add(spans);
  return heat.result();
}

test("each ten seconds carry the share of viewers who played at least half of them", () => {
  const everything: Span[] = [[0, 40_000]];
  const beginning: Span[] = [[0, 15_000]];
  const lateStart: Span[] = [[5_001, 20_000]];
  expect(heatOf(40_000, [everything, beginning, lateStart, [[30_000, 40_000]]])).toEqual({
    viewers: 4,
    shares: [0.5, 0.75, 0.25, 0.5],
  });
});

test("what was played twice counts once, pieces of one place add up, and who played nothing is no viewer", () => {
  const pieces: Span[] = [
    [0, 3_000],
    [6_000, 8_000],
    [0, 3_000],
  ];
  expect(heatOf(20_000, [pieces, [], [[5, 5]]])).toEqual({ viewers: 1, shares: [1, 0] });
});

test("the last place is as long as what is left of the recording", () => {
  expect(heatOf(12_000, [[[10_000, 11_000]]])).toEqual({ viewers: 1, shares: [0, 1] });
  expect(heatOf(12_000, [[[10_000, 90_000]]])).toEqual({ viewers: 1, shares: [0, 1] });
});
