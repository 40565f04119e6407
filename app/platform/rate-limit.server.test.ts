import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { countFailure, forgetFailures, secondsToWait, sweepRateLimits } from "./rate-limit.server";

const limit = { attempts: 3, windowSeconds: 60 };
const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000);

dbTest("a key waits only after its attempts are used up, and only until the window ends", async ({ now }) => {
  for (let i = 0; i < 2; i++) await countFailure("a", limit, now);
  expect(secondsToWait("a", limit, now)).toBe(0);
  await countFailure("a", limit, later(now, 10));
  expect(secondsToWait("a", limit, later(now, 10))).toBe(50);
  expect(secondsToWait("a", limit, later(now, 60))).toBe(0);
});

dbTest("a new window starts counting at one", async ({ now }) => {
  for (let i = 0; i < 3; i++) await countFailure("a", limit, now);
  await countFailure("a", limit, later(now, 61));
  expect(secondsToWait("a", limit, later(now, 61))).toBe(0);
});

dbTest("keys don't wait for one another, and a success forgets", async ({ now }) => {
  for (let i = 0; i < 3; i++) await countFailure("a", limit, now);
  expect(secondsToWait("b", limit, now)).toBe(0);
  await forgetFailures("a");
  expect(secondsToWait("a", limit, now)).toBe(0);
});

dbTest("windows that are over are swept away", async ({ db, now }) => {
  await countFailure("a", limit, now);
  await countFailure("b", limit, later(now, 30));
  await sweepRateLimits(later(now, 61));
  expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "b" }]);
});

dbTest("failures at the same time are all counted", async ({ db, now }) => {
  await Promise.all(Array.from({ length: 50 }, () => countFailure("a", limit, now)));
  expect(await db.rateLimit.findUnique({ where: { key: "a" } })).toMatchObject({ count: 50 });
});
