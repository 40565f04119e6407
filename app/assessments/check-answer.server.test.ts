import { expect } from "vitest";
import { type DbTestContext, dbTest } from "../../tests/support/db-test";
import { givenSitting, rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { hot } from "../platform/db.server";
import { checkAnswer } from "./check-answer.server";
import { presentSitting } from "./present-sitting.server";

const right = rightAnswers["one-of-three"];
const wrong = { kind: "single", option: "b" } as const;
const words = { true: "True", false: "False" };

async function checking(context: DbTestContext, quiz: { feedback?: "each"; timeLimitMinutes?: number } = {}) {
  const given = await givenSitting(context, { quiz });
  const { personId, subject } = given;
  const check = (questionId: string, wish: { personId?: string; number?: number; now?: Date } = {}) =>
    hot((connection) =>
      checkAnswer(connection, { personId, subject, number: 1, questionId, now: context.now, ...wish }),
    );
  return { ...given, check };
}

dbTest("a checked answer is explained at once, alone of all, and can't be changed any more", async (context) => {
  const given = await checking(context, { feedback: "each" });
  await given.answer("one-of-three", wrong);
  await given.answer("a-statement", rightAnswers["a-statement"]);
  expect(await given.check("one-of-three")).toEqual({ ok: true });
  expect(await given.check("one-of-three")).toEqual({ ok: true });
  expect(await given.answer("one-of-three", right)).toEqual({ ok: false, reason: "checked" });
  expect(await given.answer("one-of-three", null)).toEqual({ ok: false, reason: "checked" });
  const { items } = presentSitting(await given.sitting(), words);
  expect(items.map(({ explained }) => explained?.id ?? null)).toEqual(["one-of-three", null, null, null, null, null]);
  expect(items[0]).toMatchObject({ response: wrong, explained: { outcome: "wrong", score: 0, max: 100 } });
  expect(await given.answer("a-statement", { kind: "true-false", value: false })).toMatchObject({ ok: true });
  expect(await context.db.checkedAnswer.count()).toBe(1);
});

dbTest("the repeat of an answer that was saved before the check is told the same", async (context) => {
  const given = await checking(context, { feedback: "each" });
  const first = await given.answer("one-of-three", wrong, { sequence: 7 });
  await given.check("one-of-three");
  expect(await given.answer("one-of-three", wrong, { sequence: 7 })).toEqual(first);
});

dbTest("nothing is checked before it is answered, after the end, or where the quiz explains later", async (context) => {
  const given = await checking(context, { feedback: "each", timeLimitMinutes: 10 });
  expect(await given.check("one-of-three")).toEqual({ ok: false, reason: "open" });
  await given.answer("one-of-three", wrong);
  await given.answer("one-of-three", null);
  expect(await given.check("one-of-three")).toEqual({ ok: false, reason: "open" });
  await given.answer("one-of-three", wrong);
  expect(await given.check("one-of-three", { now: secondsAfter(context.now, 700) })).toEqual({
    ok: false,
    reason: "over",
  });
  expect(await given.check("elsewhere")).toEqual({ ok: false, reason: "no-such-question" });
  expect(await given.check("one-of-three", { number: 2 })).toEqual({ ok: false, reason: "no-such-sitting" });
  const stranger = await context.given.person();
  expect(await given.check("one-of-three", { personId: stranger.id })).toEqual({
    ok: false,
    reason: "no-such-sitting",
  });
  const later = await checking(context);
  await later.answer("one-of-three", wrong);
  expect(await later.check("one-of-three")).toEqual({ ok: false, reason: "not-explained-yet" });
  expect(await context.db.checkedAnswer.count()).toBe(0);
});
