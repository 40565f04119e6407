import { expect, test } from "vitest";
import { judge } from "./figures";
import { compareResults } from "./report";
import { median, type Results, row } from "./results";

const lesson = (value: number | null, more: Parameters<typeof row>[0] | object = {}) =>
  judge(row({ name: "lesson", title: "Reading lesson", value, unit: "/s", p95: 10, ...more })).verdict;

test("a figure is reached when rate and 95th percentile both are", () => {
  expect(lesson(1500)).toBe("reached");
  expect(lesson(1499)).toBe("missed");
  expect(lesson(1500, { p95: 15 })).toBe("reached");
  expect(lesson(1500, { p95: 15.1 })).toBe("missed");
});

test("a wrong answer, or none, is never a figure that was reached", () => {
  expect(lesson(9000, { faults: 1 })).toBe("faulty");
  expect(lesson(null)).toBe("faulty");
});

test("what nobody promised is measured and not judged", () => {
  expect(judge(row({ name: "certificates", title: "Certificates", value: 1, unit: "/s" })).verdict).toBe("no figure");
});

test("the middle of three rounds counts, and the lower middle of two", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([2, 1])).toBe(1);
});

test("two runs are compared where both have a value", () => {
  const run = (at: string, value: number | null): Results => ({
    at,
    machine: { cpu: "cpu", cores: 2, memoryGb: 8, node: "20", sqlite: "3" },
    settings: { seconds: 5, rounds: 3, connections: 8 },
    loadBefore: 0,
    loadAfter: 0,
    rows: [row({ name: "home", title: "Home", value, unit: "/s" })],
  });
  expect(compareResults(run("2026-01-01T00:00", 1000), run("2026-01-02T00:00", 900))).toMatch(
    /Home .* 1000 \/s .* 900 \/s {2}-10 %$/,
  );
  expect(compareResults(run("2026-01-01T00:00", null), run("2026-01-02T00:00", 900)).split("\n")).toHaveLength(1);
});
