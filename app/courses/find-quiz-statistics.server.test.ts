import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { givenEssay } from "../../tests/support/given-essay";
import type { EditionWish } from "../../tests/support/given-edition";
import { givenRating, sixQuestions } from "../../tests/support/questions";
import type { Response } from "../../quizzes/engine/model";
import { saveAnswer } from "../assessments/save-answer.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import { markEssay } from "./assess-essay.server";
import { countLateAnswer } from "./count-late-answer.server";
import { exportQuizStatistics } from "./export-quiz-statistics";
import { findQuizStatistics, listQuizzes } from "./find-quiz-statistics.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { ruleOnQuestion } from "./rule-on-question.server";
import { startQuiz } from "./start-quiz.server";

/** A learner hands the quiz in with right answers to these questions, ten seconds each. */
async function sit(
  context: DbTestContext,
  where: { personId: string; trackSlug: string; lessonId: string },
  right: readonly (keyof typeof rightAnswers)[],
  said: Readonly<Record<string, Response>> = {},
) {
  const started = await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  if (!started.ok) throw new Error(started.reason);
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow({
    where: { personId: where.personId, number: started.number },
  });
  const answers = [...right.map((id) => [id, rightAnswers[id]] as const), ...Object.entries(said)];
  for (const [i, [questionId, response]] of answers.entries()) {
    const now = secondsAfter(context.now, 10 * (i + 1));
    const answer = { personId: where.personId, sittingId, questionId, device: "d", sequence: i + 1, now };
    await saveAnswer({ ...answer, response });
  }
  await handInQuiz({ ...where, number: started.number, now: secondsAfter(context.now, 100) });
}

async function given(context: DbTestContext, wish: Partial<EditionWish> = {}) {
  const society = await context.given.society();
  const edition = await context.given.edition({ societyId: society.id, ...wish });
  const { person, enrolment } = await context.given.enrolled({ edition });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  const ask = (which: "first" | "all" = "first", societyId = society.id) =>
    findQuizStatistics({ societyId, trackSlug: where.trackSlug, lessonId: "quiz", which, locale: "en" });
  const revision = (key: string) => edition.revisionIds[key] ?? "";
  return { society, where, ask, revision, enrolmentId: enrolment.id };
}

dbTest("first attempts count unless all are asked for, and new ones show at once", async (context) => {
  const { where, ask } = await given(context);
  expect((await ask())?.quiz.attempts).toBe(0);
  await sit(context, where, ["one-of-three", "a-statement"]);
  await sit(context, where, ["one-of-three", "a-statement", "a-number"]);
  expect((await ask("first"))?.quiz).toMatchObject({ attempts: 1, mean: 2 / 6 });
  expect((await ask("all"))?.quiz).toMatchObject({ attempts: 2, mean: (2 / 6 + 3 / 6) / 2 });
});

dbTest("each question has its facility, the options that were picked and the time it took", async (context) => {
  const { where, ask } = await given(context);
  await sit(context, where, ["a-statement", "one-of-three"]);
  const item = (await ask())?.items.find((line) => line.key === "one-of-three");
  expect(item).toMatchObject({ attempts: 1, facility: 1, medianSeconds: 10, revision: 1, flags: ["few-answers"] });
  expect(item?.options.map(({ id, picks, isKey }) => [id, picks, isKey])).toEqual([
    ["a", 1, true],
    ["b", 0, false],
    ["c", 0, false],
  ]);
});

dbTest("another society's quiz is not there, and each society lists its own", async (context) => {
  const { society, where, ask } = await given(context);
  const other = await context.given.society();
  expect(await ask("first", other.id)).toBeNull();
  expect(listQuizzes(other.id, "en")).toEqual([]);
  expect(listQuizzes(society.id, "en")).toMatchObject([{ trackSlug: where.trackSlug, lessonId: "quiz", sittings: 0 }]);
});

const csvOf = async (ask: Awaited<ReturnType<typeof given>>["ask"]) => {
  registerAllMessages();
  const page = await ask();
  if (page === null) throw new Error("The quiz is there");
  return exportQuizStatistics(page, translator("en")).trimEnd().split("\r\n");
};

dbTest(
  "the CSV is one table: the quiz, its tenths, each question, its options and who left it open",
  async (context) => {
    const { where, ask } = await given(context);
    await sit(context, where, ["one-of-three"]);
    const lines = await csvOf(ask);
    const items = (await ask())?.items ?? [];
    const options = items.reduce((count, item) => count + item.options.length, 0);
    const open = items.filter(({ leftOpen }) => leftOpen !== null).length;
    expect(lines).toHaveLength(1 + 11 + items.length + options + open);
    expect(lines[1]).toBe("(whole quiz),,,,1,0.1667,0.1667,,,,,,,,,,,,");
    expect(lines[3]).toBe("(whole quiz),,,,,,,,,,,,,,10–20 %,,1,1,");
    expect(lines.find((line) => line.startsWith("one-of-three,1,"))).toContain(",1,1,");
    expect(lines.filter((line) => line.startsWith("a-statement,1,")).slice(1)).toEqual([
      "a-statement,1,,,,,,,,,,,,,True,yes,0,0,",
      "a-statement,1,,,,,,,,,,,,,False,no,0,0,",
      "a-statement,1,,,,,,,,,,,,,Left open,,1,1,0.2",
    ]);
  },
);

dbTest("after a corrected key the table calls the new option the key", async (context) => {
  const { society, where, ask, revision } = await given(context);
  await sit(context, where, ["one-of-three"]);
  const keys = async () =>
    (await ask())?.items
      .find(({ key }) => key === "one-of-three")
      ?.options.filter(({ isKey }) => isKey)
      .map(({ id }) => id);
  expect(await keys()).toEqual(["a"]);
  const [question] = sixQuestions;
  if (question?.kind !== "single") throw new Error("The first question is a single choice");
  const editor = await context.given.member({ society, role: "editor" });
  await ruleOnQuestion({
    societyId: society.id,
    actorId: editor.id,
    rulingId: "ruling-one",
    after: null,
    proposed: {
      revisionId: revision("one-of-three"),
      ruling: { kind: "corrected-key", question: { ...question, key: "b" } },
    },
    reason: "The key was wrong",
    now: context.now,
  });
  expect(await keys()).toEqual(["b"]);
  expect((await ask())?.items.find(({ key }) => key === "one-of-three")?.facility).toBe(0);
});

dbTest("an essay counts once it is marked, at once, and says nothing before", async (context) => {
  const essay = await givenEssay(context.given, context.now);
  const { society, edition, sittingId } = essay;
  const where = { societyId: society.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  const ask = () => findQuizStatistics({ ...where, which: "first", locale: "en" });
  expect((await ask())?.items.map(({ key }) => key)).toEqual(["one-of-three"]);
  const editor = await context.given.member({ society, role: "editor" });
  await markEssay({
    societyId: society.id,
    actorId: editor.id,
    sittingId,
    questionId: "essay-one",
    assessmentId: "assessment-one",
    levels: { reasons: "all" },
    comment: "",
    now: context.now,
  });
  expect((await ask())?.items.find(({ key }) => key === "essay-one")).toMatchObject({ facility: 1, attempts: 1 });
});

dbTest("a late answer that counts by now shows at once", async (context) => {
  const { society, where, ask, enrolmentId } = await given(context, { quiz: { timeLimitMinutes: 1 } });
  const started = await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  if (!started.ok) throw new Error(started.reason);
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow();
  const late = { personId: where.personId, sittingId, device: "d", sequence: 1, now: secondsAfter(context.now, 200) };
  await saveAnswer({ ...late, questionId: "a-statement", response: { kind: "true-false", value: false } });
  await handInQuiz({ ...where, number: 1, now: secondsAfter(context.now, 300) });
  const wrongPicks = async () => (await ask())?.items.find(({ key }) => key === "a-statement")?.options[1]?.picks;
  expect(await wrongPicks()).toBe(0);
  const { id: answerId } = await context.db.answerEvent.findFirstOrThrow({ where: { late: true } });
  const by = { societyId: society.id, actorId: where.personId, enrolmentId, answerId };
  expect(await countLateAnswer({ ...by, now: secondsAfter(context.now, 400) })).toBe(true);
  expect(await wrongPicks()).toBe(1);
});

dbTest("what people rated is counted, though it earns nothing", async (context) => {
  const { where, ask } = await given(context, {
    questions: [...sixQuestions, givenRating("how-sure")],
    quiz: { fixed: ["how-sure"], draw: [] },
  });
  await sit(context, where, [], { "how-sure": { kind: "likert", option: "high" } });
  const page = await ask("all");
  expect(page).toMatchObject({ items: [], quiz: { attempts: 0 } });
  expect(page?.ratings).toMatchObject([
    { key: "how-sure", stem: "How sure", attempts: 1, stepTexts: ["Low", "High"], leftOpen: { picks: 0 } },
  ]);
  expect(page?.ratings[0]?.steps).toEqual([
    { id: "low", picks: 0, share: 0 },
    { id: "high", picks: 1, share: 1 },
  ]);
  expect(await csvOf(ask)).toContain("how-sure,1,,,,,,,,,,,,,High,,1,1,");
});
