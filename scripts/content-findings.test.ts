import { expect, test } from "vitest";
import { freezeLanguage } from "../app/authoring/freeze-edition.server";
import { smallTrack } from "../tests/support/small-track";
import type { PublicationSource } from "../app/authoring/publication";
import {
  countTrack,
  findDueReview,
  findDuplicates,
  findLessonSlips,
  findShortfalls,
  floors,
  type TrackNumbers,
} from "./content-findings";

const withLessons = (lessons: Record<string, string>): PublicationSource => ({
  ...smallTrack,
  lessons: { ...smallTrack.lessons, ...lessons },
});
const messages = (findings: readonly { level: string; message: string }[]) =>
  findings.map(({ level, message }) => `${level}: ${message}`);

const enough: TrackNumbers = {
  words: { en: floors.words, de: floors.words },
  minutes: floors.minutes,
  drawings: floors.drawings,
  modules: floors.modules,
  lessons: floors.lessons,
  lessonKinds: {},
  questions: floors.questions,
  questionKinds: { single: 10, multiple: 10, numeric: 10, ordering: 10 },
  marks: {},
  references: 1,
  recordingMs: floors.recordingMs,
};

test("a track is counted as it is rendered", () => {
  const languages = smallTrack.texts.map((text) => freezeLanguage(smallTrack, text));
  expect(countTrack({ source: smallTrack, languages })).toEqual({
    words: { en: 6, de: 6 },
    minutes: 28,
    drawings: 1,
    modules: 1,
    lessons: 4,
    lessonKinds: { evaluation: 1, quiz: 1, reading: 1, webinar: 1 },
    questions: 6,
    questionKinds: { matching: 1, multiple: 1, numeric: 1, ordering: 1, single: 1, "true-false": 1 },
    marks: { V: 6 },
    references: 1,
    recordingMs: 240_000,
  });
});

test("a track that reaches every floor passes, and one below a floor doesn't", () => {
  expect(findShortfalls("t", enough)).toEqual([]);
  expect(messages(findShortfalls("t", { ...enough, minutes: 74 }))).toEqual(["error: minutes: 74, at least 75 wanted"]);
  expect(messages(findShortfalls("t", { ...enough, words: { en: 6000, de: 4000 } }))).toEqual([
    "error: de has 4000 words against 6000 in English",
  ]);
  expect(messages(findShortfalls("t", { ...enough, questionKinds: { single: 40 } }))).toEqual([
    "error: questionKinds: 1, at least 4 wanted",
  ]);
});

test("a translation holds the drawings, references, links, blocks and formulae of its original", () => {
  expect(findLessonSlips("t", smallTrack)).toEqual([]);
  const german = smallTrack.lessons["reading.de"];
  expect(messages(findLessonSlips("t", withLessons({ "reading.de": german.replace(":ref[icrp-135]", "") })))).toEqual([
    'error: other references than in English: [], not ["icrp-135"]',
  ]);
  expect(messages(findLessonSlips("t", withLessons({ "reading.de": `${german}\n$$ x $$\n` })))).toEqual([
    "error: other formulae than in English: 1, not 0",
  ]);
});

test("a second radiation call-out and a drawing that no lesson shows are errors", () => {
  const twice = ":::rad[A]\nx\n:::\n\n:::rad[B]\ny\n:::\n";
  const source = withLessons({
    "reading.en": `${smallTrack.lessons["reading.en"]}${twice}`,
    "reading.de": `${smallTrack.lessons["reading.de"]}${twice}`,
  });
  expect(messages(findLessonSlips("t", source))).toEqual(["error: 2 radiation call-outs, at most one has a place"]);
  expect(
    messages(findLessonSlips("t", { ...smallTrack, drawings: { ...smallTrack.drawings, spare: "<svg/>" } })),
  ).toEqual(['error: no lesson shows the drawing "spare"']);
});

test("two paragraphs in nearly the same words are an error", () => {
  const words = Array.from(
    { length: 30 },
    (_, index) => `word${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + Math.floor(index / 26))}`,
  );
  const paragraph = words.join(" ");
  const other = [...words.slice(0, 29), "changed"].join(" ");
  const found = messages(findDuplicates("t", withLessons({ "reading.en": `${paragraph}\n\n${other}` })));
  expect(found.filter((message) => message.includes("says the same as"))).toHaveLength(1);
  const apart = messages(
    findDuplicates("t", withLessons({ "reading.en": `${paragraph}\n\n${words.map((word) => `x${word}`).join(" ")}` })),
  );
  expect(apart.filter((message) => message.includes("says the same as"))).toEqual([]);
});

test("a track past its review date is named", () => {
  expect(findDueReview("t", smallTrack, "2028-02-01")).toEqual([]);
  expect(messages(findDueReview("t", smallTrack, "2028-02-02"))).toEqual(["note: was to be reviewed by 2028-02-01"]);
});
