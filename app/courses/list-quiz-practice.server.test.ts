import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import type { EditionWish } from "../../tests/support/given-edition";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { handInQuiz } from "./hand-in-quiz.server";
import { listPractice } from "./list-practice.server";
import { listQuizPractice } from "./list-quiz-practice.server";
import { practiseQuestion } from "./practise-question.server";
import { startQuiz } from "./start-quiz.server";

type Key = keyof typeof rightAnswers;

/** A learner of a quiz of two questions whose bank holds six. */
async function given(context: DbTestContext, quiz: EditionWish["quiz"] = {}) {
  const fixed = ["one-of-three", "a-statement"];
  const { person, edition } = await context.given.enrolled({ quiz: { fixed, ...quiz } });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz" };
  const { now } = context;
  const sit = () => startQuiz({ ...where, confirmsIdentity: true, now });
  const handIn = (number = 1) => handInQuiz({ ...where, number, now });
  const look = (at = now) => {
    const found = listQuizPractice({ ...where, now: at });
    return { state: found?.state, left: found?.questions.map((question) => question.questionId) };
  };
  const answerAt =
    (place: "quiz" | "refresher") =>
    (questionId: Key, right: boolean, at = now) =>
      practiseQuestion({ place, ...where, questionId, response: right ? rightAnswers[questionId] : null, now: at });
  return { where, sit, handIn, look, answer: answerAt("quiz"), refresh: answerAt("refresher") };
}

dbTest(
  "only questions whose explanation the learner has seen are practised: the bank stays closed",
  async (context) => {
    const { sit, handIn, look, answer } = await given(context);
    expect(look()).toEqual({ state: "not-yet", left: [] });
    expect(await answer("a-statement", true)).toEqual({ ok: false, reason: "not-asked" });
    await sit();
    await handIn();
    expect(look()).toEqual({ state: "open", left: ["one-of-three", "a-statement"] });
    expect(await answer("a-number", true)).toEqual({ ok: false, reason: "not-asked" });
  },
);

dbTest("nothing is practised while an attempt runs, of this quiz or of another track", async (context) => {
  const { where, sit, handIn, look, answer } = await given(context);
  await sit();
  expect(look().state).toBe("running");
  await handIn();
  await sit();
  expect(look()).toEqual({ state: "running", left: [] });
  expect(await answer("a-statement", true)).toEqual({ ok: false, reason: "not-asked" });
  await handIn(2);
  expect(look().state).toBe("open");
  const person = await context.db.person.findUniqueOrThrow({ where: { id: where.personId } });
  const { edition } = await context.given.enrolled({ person });
  const other = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now: context.now };
  await startQuiz({ ...other, confirmsIdentity: true });
  expect(look().state).toBe("running");
});

dbTest("a quiz that explains once it is passed is practised only after a pass", async (context) => {
  const { where, sit, handIn, look } = await given(context, { feedback: "passing" });
  await sit();
  await handIn();
  expect(look().state).toBe("not-yet");
  await sit();
  const passed = { endedAt: context.now, passed: true };
  await context.transact((tx) =>
    tx.sitting.updateMany({ where: { personId: where.personId, number: 2 }, data: passed }),
  );
  expect(look().state).toBe("open");
});

dbTest("a quiz that never explains is never practised", async (context) => {
  const { sit, handIn, look } = await given(context, { feedback: "never" });
  await sit();
  await handIn();
  expect(look()).toEqual({ state: "never", left: [] });
});

dbTest(
  "a question is asked until it was right today, a missed one after the others; tomorrow again",
  async (context) => {
    const { sit, handIn, look, answer } = await given(context);
    await sit();
    await handIn();
    await answer("one-of-three", false, secondsAfter(context.now, 1));
    expect(look().left).toEqual(["a-statement", "one-of-three"]);
    await answer("a-statement", true, secondsAfter(context.now, 2));
    await answer("one-of-three", true, secondsAfter(context.now, 3));
    expect(look().left).toEqual([]);
    expect(look(secondsAfter(context.now, 86_400)).left).toHaveLength(2);
  },
);

dbTest(
  "what is missed in practice is due in the refresher next day, and takes nothing from its daily set",
  async (context) => {
    const { where, sit, handIn, answer, refresh } = await given(context);
    await sit();
    await handIn();
    // Right in the refresher: it would come back in some days.
    await refresh("a-statement", true);
    const [tomorrow, dayAfter] = [secondsAfter(context.now, 86_400), secondsAfter(context.now, 2 * 86_400)];
    const refresher = (now: Date) => listPractice({ personId: where.personId, now });
    const due = () => refresher(dayAfter).questions.map(({ questionId }) => questionId);
    expect(due()).not.toContain("a-statement");
    expect(await answer("a-statement", false, tomorrow)).toMatchObject({ ok: true, dueAt: dayAfter });
    expect(due()).toContain("a-statement");
    expect(refresher(tomorrow).doneToday).toBe(0);
  },
);

dbTest("a right answer in practice puts nothing off, and nothing counts", async (context) => {
  const { sit, handIn, answer, refresh } = await given(context);
  await sit();
  await handIn();
  const states = await context.db.lessonState.findMany();
  await refresh("a-statement", false);
  const card = () => context.db.practiceCard.findFirst({ where: { questionId: "a-statement" } });
  const missed = await card();
  expect(await answer("a-statement", true, secondsAfter(context.now, 60))).toMatchObject({ ok: true, dueAt: null });
  expect(await card()).toEqual(missed);
  expect(await context.db.lessonState.findMany()).toEqual(states);
  expect(await context.db.sitting.count()).toBe(1);
});
