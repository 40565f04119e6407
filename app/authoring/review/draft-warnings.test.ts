import { expect, test } from "vitest";
import { smallTrack } from "../../../tests/support/small-track";
import { EditionTextSchema } from "../../courses/manifest";
import { findWarnings, wordsPerSentence } from "./draft-warnings";

const english = (words: number) =>
  EditionTextSchema.parse({
    ...Object.fromEntries(Object.entries(smallTrack.texts[0] ?? {}).filter(([key]) => key !== "drawings")),
    lessons: { reading: { title: "Reading", summary: "x", bodyHash: "0", words } },
  });
const quiet = {
  source: smallTrack,
  english: english(1000),
  citing: new Set(["reading"]),
  texts: [],
  today: "2026-03-02",
};
const codes = (changes: Partial<Parameters<typeof findWarnings>[0]>) =>
  findWarnings({ ...quiet, ...changes }).map(({ code }) => code);

test("a track in order has no warning", () => {
  expect(codes({})).toEqual([]);
});

test.each([
  [
    "a disclosure of more than three years ago, and a review that is due",
    { today: "2029-02-02" },
    ["disclosure-old", "disclosure-old", "review-past"],
  ],
  ["a disclosure of three years ago to the day", { today: "2028-01-10" }, []],
  ["a lesson without a reference", { citing: new Set<string>() }, ["lesson-uncited"]],
  ["a lesson of 2,000 words in 10 minutes", { english: english(2000) }, ["lesson-long"]],
  ["a lesson of 100 words", { english: english(100) }, ["lesson-short"]],
  ["a lesson of 400 words in 10 minutes", { english: english(400) }, ["minutes-long"]],
  ["a lesson of 2,600 words in 10 minutes", { english: english(2600) }, ["lesson-long", "minutes-short"]],
])("%s", (_, changes, expected) => {
  expect(codes(changes)).toEqual(expected);
});

test("a translation is behind when its source has a newer version than it renders", () => {
  const text = (language: string, version: number, sourceVersion: number | null) =>
    ({ part: "lesson:reading", language, version, sourceVersion }) as const;
  expect(codes({ texts: [text("en", 2, null), text("de", 5, 2)] })).toEqual([]);
  expect(findWarnings({ ...quiet, texts: [text("en", 3, null), text("de", 5, 2)] })).toEqual([
    {
      code: "translation-behind",
      params: { text: "reading" },
      where: { at: "lesson", id: "reading", language: "de" },
      language: "de",
    },
  ]);
});

test("the average sentence counts running text only", () => {
  expect(wordsPerSentence("")).toBe(0);
  expect(wordsPerSentence("# A heading\n\nOne two three. Four five six seven eight :ref[x].\n\n- a list\n")).toBe(4);
  expect(wordsPerSentence(`${"word ".repeat(30)}.`)).toBe(30);
});
