import { expect } from "vitest";
import { markForPractice } from "../assessments/practise.server";
import { saveAnswer } from "../assessments/save-answer.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import type { Question, Response, Ruling } from "../../quizzes/engine/model";
import type { QuestionText } from "../../quizzes/engine/question-text";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { findResultPage } from "./find-quiz.server";
import { previewRegrade } from "./find-regrade.server";
import { findQuizStatistics } from "./find-quiz-statistics.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { practiseQuestion } from "./practise-question.server";
import { questionLanguage } from "./question-texts.server";
import { ruleOnQuestion } from "./rule-on-question.server";
import { startQuiz } from "./start-quiz.server";

/** Typed answers are right or wrong in the language in which they were asked for, at each place that marks. */

registerAllMessages();

const accepted = (text: string) => ({ match: "text", text, share: 100, feedback: "" }) as const;
const comparison = { caseSensitive: false, ignoreAccents: false };
const base = {
  topic: "shielding",
  outcomes: ["T-K1"],
  difficulty: 1,
  lesson: "reading",
  source: { cite: "A source", year: 2020, mark: "V" },
  stem: "Which metal?",
  explanation: "Because.",
} as const;
const word: Question = { ...base, id: "a-word", kind: "short-text", answers: [accepted("lead")], ...comparison };
const gap: Question = {
  ...base,
  id: "a-gap",
  kind: "cloze",
  stem: "An apron of [[metal]]",
  gaps: [{ kind: "text", id: "metal", answers: [accepted("lead")], ...comparison }],
};
const german: Readonly<Record<string, QuestionText>> = {
  "a-word": { stem: "Welches Metall?", explanation: "Darum.", answers: [accepted("Blei")] },
  "a-gap": { stem: "Schürze aus [[metal]]", explanation: "Darum.", gaps: { metal: { answers: [accepted("Blei")] } } },
};

async function given(context: DbTestContext, language: "en" | "de", said: string) {
  const { now, db } = context;
  const society = await context.given.society();
  const { person, edition } = await context.given.enrolled({
    societyId: society.id,
    language,
    languages: ["de"],
    questionTexts: { de: german },
    questions: [word, gap],
    quiz: { fixed: ["a-word", "a-gap"], passPercent: 100 },
  });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  await startQuiz({ ...where, confirmsIdentity: true, now });
  const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  const save = (questionId: string, response: Response, sequence: number) =>
    saveAnswer({ personId: person.id, sittingId, questionId, device: "d", sequence, response, now });
  await save("a-word", { kind: "short-text", text: said }, 1);
  await save("a-gap", { kind: "cloze", gaps: { metal: said } }, 2);
  const handedIn = await handInQuiz({ ...where, number: 1, now });
  const revisionId = edition.revisionIds["a-word"] ?? "";
  const statistics = () =>
    findQuizStatistics({
      societyId: society.id,
      trackSlug: where.trackSlug,
      lessonId: "quiz",
      which: "all",
      locale: "en",
    });
  const result = () => {
    const page = findResultPage({ ...where, number: 1, now, t: translator("en") });
    return page === null || page === "running" ? [] : page.questions;
  };
  const rule = (ruling: Ruling) =>
    ruleOnQuestion({
      societyId: society.id,
      actorId: person.id,
      rulingId: "ruling-one",
      after: null,
      proposed: { revisionId, ruling },
      reason: "A test",
      now,
    });
  const preview = (ruling: Ruling) =>
    previewRegrade({ societyId: society.id, proposed: { revisionId, ruling }, page: 1 });
  const score = async () => (await db.sitting.findFirstOrThrow({ where: { id: sittingId } })).scoreHundredths;
  return { where, edition, handedIn, statistics, result, rule, preview, score, revisionId };
}

dbTest(
  "an answer that only the translation accepts is right at the hand-in, in the result and in the statistics",
  async (context) => {
    const { handedIn, statistics, result, score } = await given(context, "de", "Blei");
    expect(handedIn).toEqual({ ok: true, passed: true });
    expect(await score()).toBe(200);
    expect(result().map(({ score: earned }) => earned)).toEqual([100, 100]);
    expect((await statistics())?.items.map(({ facility }) => facility)).toEqual([1, 1]);
  },
);

dbTest("an answer that only the question's own language accepts is wrong in the translation", async (context) => {
  const { handedIn, statistics, result } = await given(context, "de", "lead");
  expect(handedIn).toEqual({ ok: true, passed: false });
  expect(result().map(({ score }) => score)).toEqual([0, 0]);
  expect((await statistics())?.items.map(({ facility }) => facility)).toEqual([0, 0]);
});

dbTest("in the question's own language its own list counts", async (context) => {
  expect((await given(context, "en", "lead")).handedIn).toEqual({ ok: true, passed: true });
  expect((await given(context, "en", "Blei")).handedIn).toEqual({ ok: true, passed: false });
});

const widened: Ruling = { kind: "corrected-key", question: { ...word, answers: [accepted("lead"), accepted("Pb")] } };

dbTest("a ruling on the question's own list takes nothing from an answer in another language", async (context) => {
  const { preview, rule, score } = await given(context, "de", "Blei");
  expect(await preview(widened)).toMatchObject({ counts: { changed: 0 } });
  await rule(widened);
  expect(await score()).toBe(200);
});

dbTest("what a ruling adds counts in every language", async (context) => {
  const { rule, result, score } = await given(context, "de", "Pb");
  expect(await score()).toBe(0);
  await rule(widened);
  expect(await score()).toBe(100);
  expect(result().map(({ score: earned }) => earned)).toEqual([100, 0]);
});

dbTest("practice marks in the learner's language", async (context) => {
  const { where, edition, revisionId } = await given(context, "de", "lead");
  const reader = questionLanguage(edition.textIds["de"] ?? "");
  const blei = { kind: "short-text", text: "Blei" } as const;
  expect(markForPractice({ revisionId, seed: "" }, reader, blei).awarded).toBe(100);
  expect(markForPractice({ revisionId, seed: "" }, { language: "en", texts: {} }, blei).awarded).toBe(0);
  const practised = {
    ...where,
    place: "quiz" as const,
    questionId: "a-word",
    turn: 0,
    response: blei,
    now: context.now,
  };
  expect(await practiseQuestion(practised)).toMatchObject({ ok: true, awarded: 100 });
});
