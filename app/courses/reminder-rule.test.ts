import { expect, test } from "vitest";
import { enrolmentSubject, nextReminderAt } from "./reminder-rule";

const sent = new Date("2026-03-02T09:00:00.000Z");
const weekLater = new Date("2026-03-09T09:00:00.000Z");

test("the first reminder may go out at once", () => {
  expect(nextReminderAt(null, sent)).toBeNull();
});

test("the next one waits until a week has passed, to the millisecond", () => {
  expect(nextReminderAt(sent, sent)).toEqual(weekLater);
  expect(nextReminderAt(sent, new Date(weekLater.getTime() - 1))).toEqual(weekLater);
  expect(nextReminderAt(sent, weekLater)).toBeNull();
  expect(nextReminderAt(sent, new Date(weekLater.getTime() + 1))).toBeNull();
});

test("the audit trail names the enrolment that was reminded", () => {
  expect(enrolmentSubject("e1")).toBe("enrolment:e1");
});
