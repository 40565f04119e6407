import { expect, test } from "vitest";
import { WatchRecord } from "./watch-record";

const durationMs = 60_000;
const begun = () => new WatchRecord({ missing: [[10_000, 60_000]], done: false, durationMs });

test("what the server has and what was played here are watched; only the second waits", () => {
  const record = begun();
  record.meter.add([5000, 20_000]);
  expect(record.watched()).toEqual([[0, 20_000]]);
  expect(record.waiting()).toEqual([[10_000, 20_000]]);
});

test("a confirmation that was cut leaves the rest waiting", () => {
  const record = begun();
  record.meter.add([10_000, 40_000]);
  record.confirm({ missing: [[23_000, 60_000]], done: false });
  expect(record.waiting()).toEqual([[23_000, 40_000]]);
  expect(record.watched()).toEqual([[0, 40_000]]);
});

test("an answer that comes late, with more missing, takes nothing back", () => {
  const record = begun();
  record.confirm({ missing: [[30_000, 60_000]], done: true });
  record.confirm({ missing: [[20_000, 60_000]], done: false });
  expect(record.watched()).toEqual([[0, 30_000]]);
  expect(record.done).toBe(true);
});

test("the share counts what waits, but only the server says done", () => {
  const record = begun();
  record.meter.add([10_000, 54_000]);
  expect(record.reaches(90)).toBe(true);
  expect(record.reaches(91)).toBe(false);
  expect(record.done).toBe(false);
});
