import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import type { EditionWish } from "../../tests/support/given-edition";
import { rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import type { Question } from "../../quizzes/engine/model";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import { findQuizPractice, practise } from "./find-practice.server";
import { handInQuiz } from "./hand-in-quiz.server";
import { listPractice } from "./list-practice.server";
import { listQuizPractice } from "./list-quiz-practice.server";
import { practiseQuestion } from "./practise-question.server";
import { startQuiz } from "./start-quiz.server";

registerAllMessages();

const sharedBase = {
  topic: "beam",
  outcomes: ["T-K1"],
  difficulty: 1,
  lesson: "reading",
  source: { cite: "A source", year: 2020, mark: "V" },
  explanation: "Why",
} as const;

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
    async (questionId: Key, right: boolean, at = now) => {
      const turn = await context.db.practiceAnswer.count({ where: { questionId } });
      const response = right ? rightAnswers[questionId] : null;
      return practiseQuestion({ place, ...where, questionId, turn, response, now: at });
    };
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

const calculated: Question = {
  ...sharedBase,
  kind: "calculated",
  id: "a-sum",
  stem: "{a} mGy and one more?",
  variables: [{ name: "a", min: 1, max: 9000, decimals: 0 }],
  rows: [],
  formula: "a + 1",
  unit: "mGy",
  decimals: 0,
  tolerance: { absolute: 0.1 },
  units: ["mGy"],
  mistakes: [],
};

dbTest("each time a question is practised it has other numbers; looked at again it has the same", async (context) => {
  const edition = await context.given.edition({ questions: [calculated], quiz: { fixed: ["a-sum"] } });
  const { person } = await context.given.enrolled({ edition });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now: context.now };
  await startQuiz({ ...where, confirmsIdentity: true });
  await handInQuiz({ ...where, number: 1 });
  const next = () => findQuizPractice(where)?.next;
  const first = next();
  expect(next()).toEqual(first);
  const asked = Number(/(\d+) mGy/.exec(first?.question.stem ?? "")?.[1]);
  const said = { ...where, place: "quiz" as const, questionId: "a-sum", t: translator("en") };
  const wrong = { kind: "numeric", text: "0", unit: "mGy" } as const;
  expect((await practise({ ...said, turn: 0, response: wrong }))?.explained.explanation).toBeDefined();
  expect(next()?.question.stem).not.toBe(first?.question.stem);
  const right = { kind: "numeric", text: String(asked + 1), unit: "mGy" } as const;
  // What was shown before the first answer is not asked any more.
  expect(await practise({ ...said, turn: 0, response: right })).toBeNull();
  const again = Number(/(\d+) mGy/.exec(next()?.question.stem ?? "")?.[1]);
  const answer = { kind: "numeric", text: String(again + 1), unit: "mGy" } as const;
  expect(await practise({ ...said, turn: 1, response: answer })).toMatchObject({ explained: { outcome: "right" } });
});

dbTest("an ordering is never practised in its right order", async (context) => {
  const items = ["s1", "s2"].map((id) => ({ id, text: `Step ${id}` }));
  const pair: Question = { ...sharedBase, kind: "ordering", id: "two-steps", stem: "Order", items, key: ["s1", "s2"] };
  const edition = await context.given.edition({ questions: [pair], quiz: { fixed: ["two-steps"] } });
  for (let learner = 0; learner < 6; learner++) {
    const { person } = await context.given.enrolled({ edition });
    const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now: context.now };
    await startQuiz({ ...where, confirmsIdentity: true });
    await handInQuiz({ ...where, number: 1 });
    const shown = findQuizPractice(where)?.next?.question;
    expect(shown?.kind === "ordering" ? shown.items.map(({ id }) => id) : []).toEqual(["s2", "s1"]);
  }
});
