import { expect, test } from "vitest";
import { type LearnerWay, quantile, trackFigures } from "./track-figures";

const now = new Date("2026-06-15T12:00:00Z");
const way = (wish: Partial<LearnerWay>): LearnerWay => ({
  enrolledAt: "2026-04-01T00:00:00Z",
  completedAt: null,
  lastStepAt: null,
  done: [],
  certificates: [],
  ...wish,
});

test("quartiles lie between the ranks: of 1, 2, 3, 4, 10 days they are 2, 3 and 4, of 1, 2, 3, 4 days 1.75, 2.5, 3.25", () => {
  expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4, 10], share))).toEqual([2, 3, 4]);
  expect([0.25, 0.5, 0.75].map((share) => quantile([1, 2, 3, 4], share))).toEqual([1.75, 2.5, 3.25]);
  expect([0.25, 0.5, 0.75].map((share) => quantile([7], share))).toEqual([7, 7, 7]);
});

test("every learner is in one state, and who did nothing for 90 days stands where the next lesson is", () => {
  const ways = [
    way({ completedAt: "2026-04-03T12:00:00Z", lastStepAt: "2026-04-03T12:00:00Z", done: ["a", "b"] }),
    way({ lastStepAt: "2026-06-01T00:00:00Z", done: ["a"] }),
    way({ lastStepAt: "2026-03-01T00:00:00Z", done: ["a"] }),
    way({ lastStepAt: "2026-03-01T00:00:00Z", done: ["b"] }),
    way({}),
  ];
  const figures = trackFigures(ways, ["a", "b"], now);
  expect(figures).toMatchObject({ enrolled: 5, completed: 1, goingOn: 1, stopped: 2, notStarted: 1 });
  expect(figures.lessons).toEqual([
    { lessonId: "a", done: 3, share: 0.6, stoppedHere: 1 },
    { lessonId: "b", done: 2, share: 0.4, stoppedHere: 1 },
  ]);
  expect(figures.days).toEqual({ count: 1, lowerQuartile: 2.5, median: 2.5, upperQuartile: 2.5 });
});

test("months have no gap, end with this one, and are 24 at most", () => {
  const ways = [
    way({ enrolledAt: "2026-03-31T23:00:00Z", completedAt: "2026-05-01T00:00:00Z" }),
    way({ enrolledAt: "2026-03-01T00:00:00Z", certificates: [{ issuedAt: "2026-05-02T00:00:00Z", state: "revoked" }] }),
  ];
  expect(trackFigures(ways, [], now).months).toEqual([
    { month: "2026-03", enrolled: 2, completed: 0, certificates: 0 },
    { month: "2026-04", enrolled: 0, completed: 0, certificates: 0 },
    { month: "2026-05", enrolled: 0, completed: 1, certificates: 1 },
    { month: "2026-06", enrolled: 0, completed: 0, certificates: 0 },
  ]);
  expect(trackFigures(ways, [], now).certificates).toEqual({ valid: 0, superseded: 0, revoked: 1 });
  const old = trackFigures([way({ enrolledAt: "2020-01-01T00:00:00Z" })], [], now).months;
  expect([old.length, old[0]?.month, old.at(-1)?.month]).toEqual([24, "2024-07", "2026-06"]);
});

test("a track that nobody takes has figures, all of them zero or unknown", () => {
  expect(trackFigures([], ["a"], now)).toMatchObject({
    enrolled: 0,
    months: [],
    days: null,
    lessons: [{ lessonId: "a", done: 0, share: 0, stoppedHere: 0 }],
  });
});
