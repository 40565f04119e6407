import { expect, test } from "vitest";
import { notePresence } from "./presence.server";

const text = { trackId: "track", lessonId: "dose", language: "en" };
const at = (seconds: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, seconds));
const ada = { ...text, personId: "a", name: "Ada" };
const bo = { ...text, personId: "b", name: "Bo" };

test("whoever has the same text open is named to the others until silent for 50 seconds", () => {
  expect(notePresence(ada, at(0))).toEqual([]);
  expect(notePresence(bo, at(10))).toEqual(["Ada"]);
  expect(notePresence({ ...bo, language: "de" }, at(10))).toEqual([]);
  expect(notePresence(ada, at(20))).toEqual(["Bo"]);
  expect(notePresence(ada, at(61))).toEqual([]);
});
