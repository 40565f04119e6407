import fc from "fast-check";
import { expect, test } from "vitest";
import { countsAsReview, reviewCard } from "./practice-card";

const now = new Date("2026-11-24T09:00:00Z");
const days = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 86_400_000;

test("a question that was right comes back later each time", () => {
  let at = now;
  let card: string | null = null;
  let before = 0;
  for (let i = 0; i < 5; i++) {
    const next = reviewCard(card, 100, at);
    const wait = days(at, next.dueAt);
    expect(wait).toBeGreaterThan(before);
    [card, at, before] = [next.card, next.dueAt, wait];
  }
});

test("a question that was wrong comes back tomorrow, however well it was known before", () => {
  const first = reviewCard(null, 100, now);
  const second = reviewCard(first.card, 100, first.dueAt);
  const forgotten = reviewCard(second.card, 0, second.dueAt);
  expect(days(second.dueAt, forgotten.dueAt)).toBeLessThanOrEqual(days(first.dueAt, second.dueAt));
  expect(days(now, reviewCard(null, 0, now).dueAt)).toBeCloseTo(1, 5);
});

test("half a mark comes back before a whole one", () => {
  expect(reviewCard(null, 60, now).dueAt.getTime()).toBeLessThan(reviewCard(null, 100, now).dueAt.getTime());
});

test("the same answers give the same dates, always in the future and within a year", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }), (marks) => {
      const run = () =>
        marks.reduce<{ card: string | null; dueAt: Date }>((last, mark) => reviewCard(last.card, mark, last.dueAt), {
          card: null,
          dueAt: now,
        });
      const [one, other] = [run(), run()];
      expect(one).toEqual(other);
      const before = marks.length === 1 ? now : run().dueAt;
      expect(one.dueAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
      expect(one.dueAt.getTime()).toBeGreaterThan(now.getTime());
    }),
  );
});

test("beside a quiz a miss makes a question due within a day, and a right answer counts only when it is due", () => {
  const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const days = [null, inHours(-1), inHours(20), inHours(30)];
  expect(days.map((dueAt) => countsAsReview(dueAt, 0, now))).toEqual([true, true, false, true]);
  expect(days.map((dueAt) => countsAsReview(dueAt, 100, now))).toEqual([false, true, false, false]);
});
