import { expect, test } from "vitest";
import { canPractise, practiceState } from "./practice-policy";

const enrolled = { ended: null, availability: "open" };
const ended = { ended: { at: "2026-01-01T00:00:00.000Z", reason: "Left" }, availability: "open" };
const withdrawn = { ended: null, availability: "withdrawn" };
const explained = { feedback: "sitting", hasRunning: false, hasShown: true } as const;

test("questions of an ended enrolment or a withdrawn track are not practised, those of an unlisted track are", () => {
  expect([enrolled, { ...enrolled, availability: "unlisted" }, ended, withdrawn].map(canPractise)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test("a quiz is practised once an attempt is over and explained, and never while an attempt runs", () => {
  expect(practiceState(enrolled, explained)).toBe("open");
  expect(practiceState(enrolled, { ...explained, hasShown: false })).toBe("not-yet");
  expect(practiceState(enrolled, { ...explained, hasRunning: true })).toBe("running");
  expect(practiceState(enrolled, { ...explained, hasShown: false, hasRunning: true })).toBe("running");
  expect(practiceState(ended, explained)).toBe("closed");
  expect(practiceState(withdrawn, explained)).toBe("closed");
});

test("a quiz that never explains is never practised, whatever was sat", () => {
  expect(practiceState(enrolled, { feedback: "never", hasRunning: false, hasShown: true })).toBe("never");
});
