import { expect, test } from "vitest";
import { ratingStatistics } from "./rating-statistics";
import { type ItemScore, quizStatistics } from "./statistics";

const rated = (picked: string[]): ItemScore => ({ questionId: "r", awarded: 0, possible: 0, picked, seconds: null });
const marked = (awarded: number): ItemScore => ({ ...rated([]), questionId: "q", awarded, possible: 100 });
const sittings = [[marked(100), rated(["low"])], [rated(["high"])], [marked(0), rated(["high"])], [rated([])]];

test("a rating is counted by step in every sitting that asked it", () => {
  expect(ratingStatistics(sittings, new Map([["r", ["low", "mid", "high"]]]))).toEqual([
    {
      questionId: "r",
      attempts: 4,
      steps: [
        { id: "low", picks: 1, share: 0.25 },
        { id: "mid", picks: 0, share: 0 },
        { id: "high", picks: 2, share: 0.5 },
      ],
      leftOpen: { picks: 1, share: 0.25 },
    },
  ]);
});

test("a rating belongs to no other figure", () => {
  expect(quizStatistics(sittings, new Map())).toMatchObject({ attempts: 2, items: [{ questionId: "q", attempts: 2 }] });
});
