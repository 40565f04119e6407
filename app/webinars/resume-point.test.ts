import { expect, test } from "vitest";
import { nextResume, openingMs } from "./resume-point";

const durationMs = 300_000;
const next = (before: number, positionMs: number, seeked = false) =>
  nextResume(before, { positionMs, seeked }, durationMs);

test("watching moves the resume point on", () => {
  expect(next(10_000, 20_000)).toBe(20_000);
});

test("a report from 0:00 never moves it, with or without a seek", () => {
  expect(next(192_000, 0)).toBe(192_000);
  expect(next(192_000, 0, true)).toBe(192_000);
});

test("a step back counts only when the learner moved the position", () => {
  expect(next(192_000, 60_000)).toBe(192_000);
  expect(next(192_000, 60_000, true)).toBe(60_000);
});

test("it never leaves the recording", () => {
  expect(next(0, 999_999_999)).toBe(durationMs);
  expect(next(0, -5)).toBe(0);
});

test("the player opens at the start when the resume point lies at one of the ends", () => {
  expect(openingMs(192_000, durationMs)).toBe(192_000);
  expect(openingMs(500, durationMs)).toBe(0);
  expect(openingMs(299_000, durationMs)).toBe(0);
});

test("the start is the first second, the end the last five, to the millisecond", () => {
  expect(next(192_000, 999, true)).toBe(192_000);
  expect(next(192_000, 1000, true)).toBe(1000);
  expect(openingMs(999, durationMs)).toBe(0);
  expect(openingMs(1000, durationMs)).toBe(1000);
  expect(openingMs(295_000, durationMs)).toBe(295_000);
  expect(openingMs(295_001, durationMs)).toBe(0);
});
