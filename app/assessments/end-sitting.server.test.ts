import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { type GivenSitting, givenSitting, rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import type { Question, Ruling } from "../../quizzes/engine/model";
import { sixQuestions } from "../../tests/support/questions";
import { endIfOver, handIn } from "./end-sitting.server";
import { explainSitting } from "./explain-sitting.server";
import { hot } from "../platform/db.server";

const words = { true: "True", false: "False" };
const optionB = { kind: "single", option: "b" } as const;

const hand = (given: GivenSitting, now: Date, wish: { personId?: string; number?: number } = {}) =>
  hot((connection) =>
    handIn(connection, { personId: given.personId, subject: given.subject, number: 1, now, ...wish }),
  );

// ---------- handing in ----------

dbTest("handing in marks the answers and ends the sitting", async (context) => {
  const given = await givenSitting(context);
  await given.answerAllRight();
  const now = secondsAfter(context.now, 90);
  const marked = { endedAt: now, endReason: "handed-in", scoreHundredths: 600, maxHundredths: 600, passed: true };
  expect(await hand(given, now)).toMatchObject({ ok: true, sitting: marked });
  expect(await given.sitting()).toMatchObject(marked);
});

dbTest("handing in twice, or in two tabs at once, gives the first result", async (context) => {
  const given = await givenSitting(context);
  await given.answerAllRight();
  const [first, second] = await Promise.all([hand(given, context.now), hand(given, secondsAfter(context.now, 5))]);
  expect(second).toEqual(first);
  expect((await given.sitting()).endedAt).toEqual(context.now);
});

dbTest("an empty paper is worth nothing", async (context) => {
  const given = await givenSitting(context);
  expect(await hand(given, context.now)).toMatchObject({
    sitting: { scoreHundredths: 0, maxHundredths: 600, passed: false },
  });
});

dbTest("the pass mark itself passes, and a hundredth less does not", async (context) => {
  const quiz = { fixed: ["one-of-three", "a-statement"], passPercent: 50 };
  const half = await givenSitting(context, { quiz });
  await half.answer("one-of-three", rightAnswers["one-of-three"]);
  expect(await hand(half, context.now)).toMatchObject({ sitting: { scoreHundredths: 100, passed: true } });
  const stricter = await givenSitting(context, { quiz: { ...quiz, passPercent: 51 } });
  await stricter.answer("one-of-three", rightAnswers["one-of-three"]);
  expect(await hand(stricter, context.now)).toMatchObject({
    sitting: { scoreHundredths: 100, passed: false },
  });
});

dbTest(
  "a hand-in between the deadline and the end of the grace is ended by the time, and what follows is late",
  async (context) => {
    const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
    await given.answerAllRight();
    const now = secondsAfter(context.now, 602);
    expect(await hand(given, now)).toMatchObject({
      sitting: { endReason: "time", endedAt: now, passed: true },
    });
    expect(await given.answer("one-of-three", optionB, { now: secondsAfter(now, 1) })).toMatchObject({
      ok: true,
      late: true,
    });
  },
);

dbTest("a hand-in long after the deadline is ended at the deadline, without the late answers", async (context) => {
  const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
  await given.answerAllRight();
  const late = secondsAfter(context.now, 4000);
  await given.answer("one-of-three", optionB, { now: late });
  const ended = { endReason: "time", endedAt: secondsAfter(context.now, 630), scoreHundredths: 600 };
  expect(await hand(given, late)).toMatchObject({ sitting: ended });
});

dbTest("somebody else's sitting, or one that isn't there, can't be handed in", async (context) => {
  const given = await givenSitting(context);
  const stranger = await context.given.person();
  const refusal = { ok: false, reason: "no-such-sitting" };
  expect(await hand(given, context.now, { personId: stranger.id })).toEqual(refusal);
  expect(await hand(given, context.now, { number: 2 })).toEqual(refusal);
  expect((await given.sitting()).endedAt).toBeNull();
});

dbTest("a sitting without a limit is never over by itself", async (context) => {
  const given = await givenSitting(context);
  const sitting = await given.sitting();
  const aYearLater = secondsAfter(context.now, 365 * 86_400);
  expect(await hot((connection) => endIfOver(connection, sitting, aYearLater))).toEqual(sitting);
});

// ---------- rulings ----------

async function rule(
  { transact }: DbTestContext,
  given: GivenSitting,
  questionId: keyof typeof rightAnswers,
  ruling: Ruling,
  at: Date,
) {
  await transact((tx) =>
    tx.questionRuling.create({
      data: {
        id: `ruling ${ruling.kind} ${at.toISOString()}`,
        revisionId: given.edition.revisionIds[questionId] ?? "",
        ruling: JSON.stringify(ruling),
        reason: "A test",
        byPersonId: "editor",
        at,
      },
    }),
  );
}

dbTest("a ruling changes how an old sitting is marked, and leaves the sitting as it was", async (context) => {
  const given = await givenSitting(context);
  await given.answer("one-of-three", optionB);
  await hand(given, context.now);
  const before = await given.sitting();
  const explained = () => {
    const { questions, verdict } = explainSitting(before, words);
    const [first] = questions;
    return {
      score: first?.score,
      max: first?.max,
      outcome: first?.outcome,
      ruling: first?.ruling,
      all: verdict.maxHundredths,
      got: verdict.scoreHundredths,
    };
  };
  expect(explained()).toEqual({ score: 0, max: 100, outcome: "wrong", ruling: null, all: 600, got: 0 });

  const [question] = sixQuestions;
  if (question?.kind !== "single") throw new Error("The first question is a single choice");
  const corrected: Question = { ...question, key: "b" };
  await rule(
    context,
    given,
    "one-of-three",
    { kind: "corrected-key", question: corrected },
    secondsAfter(context.now, 1),
  );
  expect(explained()).toMatchObject({ score: 100, outcome: "right", ruling: "corrected-key", got: 100 });
  const [shown] = explainSitting(before, words).questions;
  expect(shown?.rows.filter((row) => row.isKey).map((row) => row.id)).toEqual(["b"]);

  await rule(context, given, "one-of-three", { kind: "void" }, secondsAfter(context.now, 2));
  expect(explained()).toMatchObject({ score: 0, max: 0, outcome: "void", ruling: "void", all: 500, got: 0 });

  await rule(context, given, "one-of-three", { kind: "full-marks" }, secondsAfter(context.now, 3));
  expect(explained()).toMatchObject({ score: 100, max: 100, ruling: "full-marks", all: 600, got: 100 });
  expect(await given.sitting()).toEqual(before);
});

dbTest("a new sitting of the same edition is marked with the rulings", async (context) => {
  const given = await givenSitting(context, { quiz: { fixed: ["a-statement"], passPercent: 100 } });
  await rule(context, given, "a-statement", { kind: "full-marks" }, context.now);
  expect(await hand(given, context.now)).toMatchObject({ sitting: { scoreHundredths: 100, passed: true } });
});
