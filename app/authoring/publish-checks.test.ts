import { expect, test } from "vitest";
import { recording, smallTrack } from "../../tests/support/small-track";
import type { PublicationSource } from "./publication";
import { checkCitations, checkPublication } from "./publish-checks";
import type { LessonFile } from "./track-file";

const languages = { captions: ["en", "de"], chapters: ["en", "de"] };
const recordings = { [recording.assetId]: languages };

function check(changes: Partial<PublicationSource>, texts = recordings): string[] {
  return checkPublication({ ...smallTrack, ...changes }, texts).map(({ language, code, params }) =>
    [...(language === undefined ? [] : [language]), code, ...Object.values(params)].join(" "),
  );
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
  expect(checkCitations(smallTrack, new Set())).toMatchObject([
    { code: "reference-uncited", params: { id: "icrp-135" } },
  ]);
});

const firstQuestion = bank.questions.slice(0, 1);

test.each<[string, Partial<PublicationSource>, string]>([
  ["a language without its text", { texts: smallTrack.texts.slice(0, 1) }, "de language-missing"],
  ["an unwritten lesson", { lessons: { "reading.en": "x", "reading.de": " " } }, "de lesson-unwritten reading"],
  [
    "an untranslated outcome",
    { texts: smallTrack.texts.map((text) => ({ ...text, outcomes: {} })) },
    "de text-missing outcome T-K1",
  ],
  [
    "an author without disclosure",
    {
      texts: smallTrack.texts.map((text) => ({
        ...text,
        authors: { one: { qualifications: "MD", interests: "None." } },
      })),
    },
    "en text-missing disclosure two",
  ],
  [
    "a drawing's label without text",
    { texts: smallTrack.texts.map((text) => ({ ...text, drawings: {} })) },
    "de label-missing size cylinder",
  ],
  ["untranslated questions", { bankTexts: [] }, "de questions-untranslated"],
  [
    "a half-translated question",
    {
      bankTexts: smallTrack.bankTexts.map((text) => ({
        ...text,
        questions: { ...text.questions, "one-of-three": { stem: "x", explanation: "y", options: {} } },
      })),
    },
    "de question-parts one-of-three 3",
  ],
  [
    "an unassessed outcome",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, outcomes: ["T-K2"] })) } },
    "outcome-unassessed T-K1",
  ],
  [
    "an unknown outcome",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, outcomes: ["T-K1", "T-K2"] })) } },
    "outcome-unknown T-K2 one-of-three",
  ],
  ["a quiz that draws more than there is", { bank: { ...bank, questions: firstQuestion } }, "blueprint quiz"],
  [
    "a question of an unknown lesson",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, lesson: "elsewhere" })) } },
    "question-stray-lesson one-of-three elsewhere",
  ],
  [
    "a formula that can't be read",
    { bank: { ...bank, questions: bank.questions.map((question) => ({ ...question, stem: "Which $\\frac{1$?" })) } },
    "formula-unreadable \\frac{1",
  ],
  ["a webinar without recording", { media: {} }, "no-recording webinar"],
  [
    "an unknown speaker",
    withLessons((lesson) => (lesson.kind === "webinar" ? { ...lesson, speakers: ["nobody"] } : lesson)),
    "speaker-unknown webinar nobody",
  ],
  [
    "a recording whose speech nobody vouches for",
    withLessons((lesson) => (lesson.kind === "webinar" ? { ...lesson, speechTellsAll: false } : lesson)),
    "speech-untold webinar",
  ],
  ["a track without a quiz", withoutKind("quiz"), "quiz-missing"],
  ["a track whose quiz may be taken for ever", withRule({ attempts: null }), "quiz-missing"],
  ["a track whose quiz nobody can fail", withRule({ passPercent: 0 }), "quiz-missing"],
  ["a track without an evaluation", withoutKind("evaluation"), "evaluation-count 0"],
  [
    "a track with two evaluations",
    withLessons((lesson) => (lesson.kind === "reading" ? { ...lesson, kind: "evaluation" } : lesson)),
    "evaluation-count 2",
  ],
  ["two lessons of one id", withLessons((lesson) => ({ ...lesson, id: "reading" })), "twice reading"],
  ["another bank", { bank: { ...bank, slug: "other" } }, "bank-other small-bank other"],
  ["a track without reviewer", { file: { ...file, authors: file.authors.slice(0, 1) } }, "no-reviewer"],
  [
    "a declaration after the preparation",
    { file: { ...file, preparedOn: "2026-01-10" } },
    "declared-after Reviewer Two",
  ],
  [
    "a review before the preparation",
    { file: { ...file, reviewBy: "2026-02-01" } },
    "review-before-preparation 2026-02-01",
  ],
])("%s stops the publication", (_, changes, problem) => {
  expect(check(changes)).toContain(problem);
});

test("a recording needs captions and chapters in each language of the track", () => {
  const incomplete = { [recording.assetId]: { captions: ["en"], chapters: ["de"] } };
  expect(check({}, incomplete)).toEqual(["de captions-missing webinar", "en chapters-missing webinar"]);
  expect(check({}, {})).toEqual(["recording-not-ready webinar"]);
});
