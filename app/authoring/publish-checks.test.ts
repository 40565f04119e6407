import { expect, test } from "vitest";
import { recording, smallTrack } from "../../tests/support/small-track";
import type { PublicationSource } from "./publication";
import { checkCitations, checkPublication } from "./publish-checks";
import type { LessonFile } from "./track-file";

const languages = { captions: ["en", "de"], chapters: ["en", "de"] };
const recordings = { [recording.assetId]: languages };

function check(changes: Partial<PublicationSource>, texts = recordings): string[] {
  return checkPublication({ ...smallTrack, ...changes }, texts);
}

const { file, bank } = smallTrack;

function withLessons(change: (lesson: LessonFile) => LessonFile): Partial<PublicationSource> {
  return {
    file: { ...file, modules: file.modules.map((module) => ({ ...module, lessons: module.lessons.map(change) })) },
  };
}

function withoutKind(kind: LessonFile["kind"]): Partial<PublicationSource> {
  const lessons = (all: readonly LessonFile[]) => all.filter((lesson) => lesson.kind !== kind);
  return {
    file: { ...file, modules: file.modules.map((module) => ({ ...module, lessons: lessons(module.lessons) })) },
  };
}

function withRule(rule: { attempts: null } | { passPercent: number }): Partial<PublicationSource> {
  return withLessons((lesson) =>
    lesson.kind === "quiz" ? { ...lesson, blueprint: { ...lesson.blueprint, ...rule } } : lesson,
  );
}

test("a complete track passes", () => {
  expect(check({})).toEqual([]);
  expect(checkCitations(smallTrack, new Set(["icrp-135"]))).toEqual([]);
});

test("a reference that no lesson cites is reported", () => {
  expect(checkCitations(smallTrack, new Set())).toEqual(['no lesson cites the reference "icrp-135"']);
});

const firstQuestion = bank.questions.slice(0, 1);

test.each<[string, Partial<PublicationSource>, string]>([
  ["a language without its text", { texts: smallTrack.texts.slice(0, 1) }, "the text in de is missing"],
  [
    "an unwritten lesson",
    { lessons: { "reading.en": "x", "reading.de": " " } },
    'de: lesson "reading" has not been written',
  ],
  [
    "an untranslated outcome",
    { texts: smallTrack.texts.map((text) => ({ ...text, outcomes: {} })) },
    'de: outcome "T-K1" has no text',
  ],
  [
    "an author without disclosure",
    {
      texts: smallTrack.texts.map((text) => ({
        ...text,
        authors: { one: { qualifications: "MD", interests: "None." } },
      })),
    },
    'en: the disclosure of author "two" has no text',
  ],
  [
    "a drawing's label without text",
    { texts: smallTrack.texts.map((text) => ({ ...text, drawings: {} })) },
    'de: the label "size" of drawing "cylinder" has no text',
  ],
  ["untranslated questions", { bankTexts: [] }, "de: the questions are not translated"],
  [
    "a half-translated question",
    {
      bankTexts: smallTrack.bankTexts.map((text) => ({
        ...text,
        questions: { ...text.questions, "one-of-three": { stem: "x", explanation: "y", options: {} } },
      })),
    },
    'de: question "one-of-three": option "a" is not translated',
  ],
  [
    "an unassessed outcome",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, outcomes: ["T-K2"] })) } },
    "no question assesses the outcome T-K1",
  ],
  [
    "an unknown outcome",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, outcomes: ["T-K1", "T-K2"] })) } },
    'question "one-of-three" names the outcome T-K2, which is not in the track',
  ],
  [
    "a quiz that draws more than there is",
    { bank: { ...bank, questions: firstQuestion } },
    'the bank does not hold the questions that quiz "quiz" draws',
  ],
  [
    "a question of an unknown lesson",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, lesson: "elsewhere" })) } },
    'question "one-of-three" sends learners to lesson "elsewhere", which is not in the track',
  ],
  [
    "a formula that can't be read",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, stem: "Which $\\frac{1$?" })) } },
    'question "one-of-three": the formula "\\frac{1" can\'t be read',
  ],
  ["a webinar without recording", { media: {} }, 'webinar "webinar" has no recording'],
  [
    "an unknown speaker",
    withLessons((lesson) => (lesson.kind === "webinar" ? { ...lesson, speakers: ["nobody"] } : lesson)),
    'speaker "nobody" of webinar "webinar" is not among the authors',
  ],
  ["a track without a quiz", withoutKind("quiz"), "the track has no graded quiz"],
  ["a track whose quiz may be taken for ever", withRule({ attempts: null }), "the track has no graded quiz"],
  ["a track whose quiz nobody can fail", withRule({ passPercent: 0 }), "the track has no graded quiz"],
  ["a track without an evaluation", withoutKind("evaluation"), "the track has 0 evaluations instead of one"],
  [
    "a track with two evaluations",
    withLessons((lesson) => (lesson.kind === "reading" ? { ...lesson, kind: "evaluation" } : lesson)),
    "the track has 2 evaluations instead of one",
  ],
  [
    "two lessons of one id",
    withLessons((lesson) => ({ ...lesson, id: "reading" })),
    'the lesson "reading" is there twice',
  ],
  [
    "another bank",
    { bank: { ...bank, slug: "other" } },
    'the track names the bank "small-bank", the bank given is "other"',
  ],
  ["a track without reviewer", { file: { ...file, authors: file.authors.slice(0, 1) } }, "the track has no reviewer"],
  [
    "a declaration after the preparation",
    { file: { ...file, preparedOn: "2026-01-10" } },
    "Reviewer Two declared interests after the track was prepared",
  ],
  [
    "a review before the preparation",
    { file: { ...file, reviewBy: "2026-02-01" } },
    "the date of the next review lies before the date of preparation",
  ],
])("%s stops the publication", (_, changes, problem) => {
  expect(check(changes)).toContain(problem);
});

test("a recording needs captions and chapters in each language of the track", () => {
  const incomplete = { [recording.assetId]: { captions: ["en"], chapters: ["de"] } };
  expect(check({}, incomplete)).toEqual([
    'webinar "webinar" has no captions in de',
    'webinar "webinar" has no chapters in en',
  ]);
  expect(check({}, {})).toEqual(['the recording of webinar "webinar" is not registered']);
});
