import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { saveAnswer } from "../assessments/save-answer.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import { exportQuizStatistics } from "./export-quiz-statistics";
import { findQuizStatistics, listQuizzes } from "./find-quiz-statistics.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { startQuiz } from "./start-quiz.server";

/** A learner hands the quiz in with right answers to these questions, ten seconds each. */
async function sit(
  context: DbTestContext,
  where: { personId: string; trackSlug: string; lessonId: string },
  right: readonly (keyof typeof rightAnswers)[],
) {
  const started = await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  if (!started.ok) throw new Error(started.reason);
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow({
    where: { personId: where.personId, number: started.number },
  });
  for (const [i, questionId] of right.entries()) {
    const now = secondsAfter(context.now, 10 * (i + 1));
    const answer = { personId: where.personId, sittingId, questionId, device: "d", sequence: i + 1, now };
    await saveAnswer({ ...answer, response: rightAnswers[questionId] });
  }
  await handInQuiz({ ...where, number: started.number, now: secondsAfter(context.now, 100) });
}

async function given(context: DbTestContext) {
  const society = await context.given.society();
  const { person, edition } = await context.given.enrolled({ societyId: society.id });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  const ask = (which: "first" | "all" = "first", societyId = society.id) =>
    findQuizStatistics({ societyId, trackSlug: where.trackSlug, lessonId: "quiz", which, locale: "en" });
  return { society, where, ask };
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

dbTest("the CSV has a line for each question and each option", async (context) => {
  registerAllMessages();
  const { where, ask } = await given(context);
  await sit(context, where, ["one-of-three"]);
  const page = await ask();
  if (page === null) throw new Error("The quiz is there");
  const lines = exportQuizStatistics(page, translator("en")).trimEnd().split("\r\n");
  const options = page.items.reduce((count, item) => count + item.options.length, 0);
  expect(lines).toHaveLength(1 + page.items.length + options);
  expect(lines.find((line) => line.startsWith("one-of-three,1,"))).toContain(",1,1,");
});
