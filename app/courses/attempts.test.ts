import fc from "fast-check";
import { expect, test } from "vitest";
import { attemptsAllowed, attemptsLeft, minutesAllowed, readTimeFactor, timeFactors } from "./attempts";

test("a granted attempt adds to the rule, and never limits a quiz without one", () => {
  expect(attemptsAllowed(3, 0)).toBe(3);
  expect(attemptsAllowed(3, 2)).toBe(5);
  expect(attemptsAllowed(null, 2)).toBeNull();
  expect(attemptsLeft(3, 1, 3)).toBe(1);
  expect(attemptsLeft(3, 0, 5)).toBe(0);
  expect(attemptsLeft(null, 0, 5)).toBeNull();
});

test("extra time multiplies the limit, or takes it away", () => {
  expect(timeFactors.map((factor) => minutesAllowed(30, factor))).toEqual([30, 38, 45, 60, null]);
  expect(minutesAllowed(null, "2")).toBeNull();
});

test("extra time is never less than the rule gives", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.constantFrom(...timeFactors), (limit, factor) => {
      const minutes = minutesAllowed(limit, factor);
      expect(minutes === null || (Number.isInteger(minutes) && minutes >= limit)).toBe(true);
    }),
  );
});

test("a factor that nobody knows is no accommodation", () => {
  expect(readTimeFactor("1.5")).toBe("1.5");
  expect(readTimeFactor("0.5")).toBe("1");
});
