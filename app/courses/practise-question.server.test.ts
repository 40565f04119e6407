import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenEssayQuestion } from "../../tests/support/given-essay";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { givenRating, sixQuestions } from "../../tests/support/questions";
import { saveAnswer } from "../assessments/save-answer.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { listPractice } from "./list-practice.server";
import { dailySet } from "./practice-sql";
import { practiseQuestion } from "./practise-question.server";
import { ruleOnQuestion } from "./rule-on-question.server";
import { settleOverdueSittings } from "./settle-overdue.server";
import { startQuiz } from "./start-quiz.server";

/** A learner who handed in the six questions with only the first one right. */
async function given(context: DbTestContext, quiz: Record<string, unknown> = {}) {
  const { person, edition, enrolment } = await context.given.enrolled({ quiz });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  const answer = { personId: person.id, sittingId, device: "d", sequence: 1, now: context.now };
  await saveAnswer({ ...answer, questionId: "one-of-three", response: rightAnswers["one-of-three"] });
  await handInQuiz({ ...where, number: 1, now: context.now });
  const list = (now = context.now) => listPractice({ personId: person.id, now }).questions.map((q) => q.questionId);
  const practise = (questionId: keyof typeof rightAnswers, now = context.now, turn = 0) =>
    practiseQuestion({ place: "refresher", ...where, questionId, turn, response: rightAnswers[questionId], now });
  return { where, edition, enrolment, list, practise };
}

const tomorrow = 86_400;

dbTest("what was missed comes back, what was right doesn't", async (context) => {
  const { list } = await given(context);
  expect([...list()].sort()).toEqual(["a-number", "a-statement", "three-pairs", "three-steps", "two-of-four"]);
});

dbTest("a practised question leaves today's set and comes back on its day", async (context) => {
  const { list, practise } = await given(context);
  const done = await practise("a-statement");
  if (!done.ok || done.dueAt === null) throw new Error("not practised");
  expect(done.awarded).toBe(100);
  expect(list()).not.toContain("a-statement");
  expect(list(secondsAfter(done.dueAt, -60))).not.toContain("a-statement");
  expect(list(done.dueAt)).toContain("a-statement");
});

dbTest("a second answer to the same question, a foreign one and a forged one change nothing", async (context) => {
  const { where, practise } = await given(context);
  await practise("a-statement");
  expect(await practise("a-statement")).toEqual({ ok: false, reason: "not-asked" });
  expect(await practise("one-of-three")).toEqual({ ok: false, reason: "not-asked" });
  const forged = { kind: "single", option: "nowhere" } as const;
  const input = {
    place: "refresher",
    ...where,
    questionId: "two-of-four",
    turn: 0,
    response: forged,
    now: context.now,
  } as const;
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

dbTest("an ended enrolment and a withdrawn track leave the refresher, an unlisted track stays", async (context) => {
  const { edition, enrolment, list } = await given(context);
  const offer = (availability: string) =>
    context.transact((tx) => tx.track.update({ where: { id: edition.track.id }, data: { availability } }));
  await offer("withdrawn");
  expect(list()).toEqual([]);
  await offer("unlisted");
  expect(list()).toHaveLength(5);
  const end = { endedAt: context.now, endedReason: "Left the course." };
  await context.transact((tx) => tx.enrolment.update({ where: { id: enrolment.id }, data: end }));
  expect(list()).toEqual([]);
});

dbTest("a question on the paper of an attempt that runs is not asked until the attempt is over", async (context) => {
  const { where, list, practise } = await given(context);
  await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  expect(list()).toEqual([]);
  expect(await practise("a-statement")).toEqual({ ok: false, reason: "not-asked" });
  await handInQuiz({ ...where, number: 2, now: context.now });
  expect(list()).toContain("a-statement");
});

dbTest("handing in twice makes nothing due again that was practised in between", async (context) => {
  const { where, list, practise } = await given(context);
  await practise("a-statement");
  await handInQuiz({ ...where, number: 1, now: context.now });
  expect(list()).not.toContain("a-statement");
});

dbTest("what was missed in an attempt that the time ended comes back too", async (context) => {
  const { where, list, practise } = await given(context, { timeLimitMinutes: 10 });
  await practise("a-statement");
  await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  const later = secondsAfter(context.now, 3600);
  await settleOverdueSittings({ ...where, now: later });
  expect(list(later)).toContain("a-statement");
});

dbTest("an empty refresher says when something is due again", async (context) => {
  const { where, list, practise } = await given(context);
  const nextAt = (now = context.now) => listPractice({ personId: where.personId, now }).nextAt;
  expect(nextAt()).toBeNull();
  const days = [];
  for (const questionId of list()) {
    const done = await practise(questionId as keyof typeof rightAnswers);
    if (done.ok && done.dueAt !== null) days.push(done.dueAt.getTime());
  }
  expect(nextAt()?.getTime()).toBe(Math.min(...days));
});

dbTest("an essay left open and a rating never come back: nobody can answer them right alone", async (context) => {
  const { person, edition } = await context.given.enrolled({
    edition: await context.given.edition({
      questions: [...sixQuestions.slice(0, 1), givenEssayQuestion("essay-one"), givenRating("how-sure")],
      quiz: { fixed: ["one-of-three", "essay-one", "how-sure"], draw: [] },
    }),
  });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now: context.now };
  await startQuiz({ ...where, confirmsIdentity: true });
  await handInQuiz({ ...where, number: 1 });
  expect(listPractice(where).questions.map(({ questionId }) => questionId)).toEqual(["one-of-three"]);
});

dbTest("what is explained only after a pass is due with the ruling that makes the pass", async (context) => {
  const society = await context.given.society();
  const edition = await context.given.edition({
    societyId: society.id,
    quiz: { feedback: "passing", passPercent: 80 },
  });
  const { person } = await context.given.enrolled({ edition });
  const editor = await context.given.member({ society, role: "editor" });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  await startQuiz({ ...where, confirmsIdentity: true, now: context.now });
  const { id: sittingId } = await context.db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  const answered = ["two-of-four", "three-pairs", "three-steps", "a-number"] as const;
  for (const [sequence, questionId] of answered.entries()) {
    const answer = { personId: person.id, sittingId, device: "d", sequence, questionId, now: context.now };
    await saveAnswer({ ...answer, response: rightAnswers[questionId] });
  }
  await handInQuiz({ ...where, number: 1, now: context.now });
  const list = () => listPractice({ personId: person.id, now: context.now }).questions.map((q) => q.questionId);
  expect(list()).toEqual([]);
  await ruleOnQuestion({
    societyId: society.id,
    actorId: editor.id,
    rulingId: "ruling-one",
    after: null,
    proposed: { revisionId: edition.revisionIds["one-of-three"] ?? "", ruling: { kind: "full-marks" } },
    reason: "Two answers are right",
    now: context.now,
  });
  expect(list()).toEqual(["a-statement"]);
});
