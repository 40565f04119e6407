import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { saveAnswer } from "../assessments/save-answer.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { dailySet, listPractice } from "./list-practice.server";
import { practiseQuestion } from "./practise-question.server";
import { startQuiz } from "./start-quiz.server";

/** A learner who handed in the six questions with only the first one right. */
async function given(context: DbTestContext, quiz: Record<string, unknown> = {}) {
  const { person, edition } = await context.given.enrolled({ quiz });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  const answer = { personId: person.id, sittingId, device: "d", sequence: 1, now: context.now };
  await saveAnswer({ ...answer, questionId: "one-of-three", response: rightAnswers["one-of-three"] });
  await handInQuiz({ ...where, number: 1, now: context.now });
  const list = (now = context.now) => listPractice({ personId: person.id, now }).questions.map((q) => q.questionId);
  const practise = (questionId: keyof typeof rightAnswers, now = context.now) =>
    practiseQuestion({ ...where, questionId, response: rightAnswers[questionId], now });
  return { where, list, practise };
}

const tomorrow = 86_400;

dbTest("what was missed comes back, what was right doesn't", async (context) => {
  const { list } = await given(context);
  expect([...list()].sort()).toEqual(["a-number", "a-statement", "three-pairs", "three-steps", "two-of-four"]);
});

dbTest("a practised question leaves today's set and comes back on its day", async (context) => {
  const { list, practise } = await given(context);
  const done = await practise("a-statement");
  if (!done.ok) throw new Error(done.reason);
  expect(done.awarded).toBe(100);
  expect(list()).not.toContain("a-statement");
  expect(list(secondsAfter(done.dueAt, -60))).not.toContain("a-statement");
  expect(list(done.dueAt)[0]).toBe("a-statement");
});

dbTest("a second answer to the same question, a foreign one and a forged one change nothing", async (context) => {
  const { where, practise } = await given(context);
  await practise("a-statement");
  expect(await practise("a-statement")).toEqual({ ok: false, reason: "not-due" });
  expect(await practise("one-of-three")).toEqual({ ok: false, reason: "not-due" });
  const forged = { kind: "single", option: "nowhere" } as const;
  const input = { ...where, questionId: "two-of-four", response: forged, now: context.now };
  expect(await practiseQuestion(input)).toEqual({ ok: false, reason: "not-an-answer" });
  expect(await context.db.practiceAnswer.count()).toBe(1);
});

dbTest("the set is done for today after eight answers, and begins anew tomorrow", async (context) => {
  const { where, list } = await given(context);
  const rows = Array.from({ length: dailySet }, (_, i) => ({
    personId: where.personId,
    trackId: "t",
    questionId: `q${String(i)}`,
    revisionId: "r",
    response: "null",
    awarded: 0,
    at: context.now,
  }));
  await context.transact((tx) => tx.practiceAnswer.createMany({ data: rows }));
  expect(list()).toEqual([]);
  expect(list(secondsAfter(context.now, tomorrow))).toHaveLength(5);
});

dbTest("a quiz that never shows its answers feeds no practice", async (context) => {
  const { list } = await given(context, { feedback: "never" });
  expect(list()).toEqual([]);
});
