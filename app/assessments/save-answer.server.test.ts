import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenSitting, rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import { handIn } from "./end-sitting.server";
import { presentSitting } from "./present-sitting.server";
import { hot } from "../platform/db.server";

const optionA = { kind: "single", option: "a" } as const;
const optionB = { kind: "single", option: "b" } as const;

dbTest("a saved answer is on disk with the server's time, and its sitting shows it", async (context) => {
  const given = await givenSitting(context);
  expect(await given.answer("one-of-three", optionB)).toEqual({
    ok: true,
    savedAt: context.now.toISOString(),
    late: false,
    replacedOtherDevice: false,
  });
  expect(await context.db.answerEvent.findMany()).toMatchObject([
    {
      sittingId: given.sittingId,
      questionId: "one-of-three",
      response: JSON.stringify(optionB),
      at: context.now,
      late: false,
    },
  ]);
  const { items, lastQuestionId } = presentSitting(await given.sitting());
  expect(items.find(({ question }) => question.id === "one-of-three")?.response).toEqual(optionB);
  expect(lastQuestionId).toBe("one-of-three");
});

dbTest("the same answer sent again is stored once and answered alike", async (context) => {
  const given = await givenSitting(context);
  const first = await given.answer("one-of-three", optionB, { sequence: 7 });
  const again = await given.answer("one-of-three", optionB, { sequence: 7, now: secondsAfter(context.now, 60) });
  expect(again).toEqual(first);
  expect(await context.db.answerEvent.count()).toBe(1);
});

dbTest("an answer that came in time stays in time when its repeat comes after the deadline", async (context) => {
  const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
  await given.answer("one-of-three", optionB, { sequence: 7 });
  const again = await given.answer("one-of-three", optionB, { sequence: 7, now: secondsAfter(context.now, 700) });
  expect(again).toMatchObject({ ok: true, late: false, savedAt: context.now.toISOString() });
});

dbTest("a repeat doesn't win over what another device said since", async (context) => {
  const given = await givenSitting(context);
  await given.answer("one-of-three", optionA, { device: "device-one", sequence: 1 });
  await given.answer("one-of-three", optionB, { device: "device-two", sequence: 1 });
  const repeat = await given.answer("one-of-three", optionA, { device: "device-one", sequence: 1 });
  expect(repeat).toMatchObject({ ok: true, replacedOtherDevice: false });
  const { items } = presentSitting(await given.sitting());
  expect(items[0]?.response).toEqual(optionB);
});

dbTest("a browser that lost its counter loses no answer", async (context) => {
  const given = await givenSitting(context);
  await given.answer("one-of-three", optionA, { sequence: 1 });
  await given.answer("one-of-three", optionA, { sequence: 2 });
  expect(await given.answer("one-of-three", optionB, { sequence: 1 })).toMatchObject({ ok: true });
  expect(await given.answer("a-statement", rightAnswers["a-statement"], { sequence: 2 })).toMatchObject({ ok: true });
  const { items } = presentSitting(await given.sitting());
  expect(items[0]?.response).toEqual(optionB);
  expect(items[2]?.response).toEqual(rightAnswers["a-statement"]);
  const events = await context.db.answerEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});

dbTest("of several devices the last answer in server order counts, and its device is told", async (context) => {
  const given = await givenSitting(context);
  expect(await given.answer("one-of-three", optionA, { device: "device-one", sequence: 90 })).toMatchObject({
    replacedOtherDevice: false,
  });
  // Neither the running number nor the device's own clock decides.
  expect(await given.answer("one-of-three", optionB, { device: "device-two", sequence: 1 })).toMatchObject({
    replacedOtherDevice: true,
  });
  const { items } = presentSitting(await given.sitting());
  expect(items[0]?.response).toEqual(optionB);
  expect(await given.answer("one-of-three", optionB, { device: "device-two", sequence: 2 })).toMatchObject({
    replacedOtherDevice: false,
  });
});

dbTest("an answer taken back is open again", async (context) => {
  const given = await givenSitting(context);
  await given.answer("one-of-three", optionA);
  await given.answer("one-of-three", null);
  const { items } = presentSitting(await given.sitting());
  expect(items[0]?.response).toBeNull();
  expect(await context.db.answerEvent.count()).toBe(2);
});

dbTest(
  "an answer up to 30 seconds after the deadline counts; a later one is kept as late and does not",
  async (context) => {
    const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
    const deadline = secondsAfter(context.now, 600);
    expect(await given.answer("one-of-three", optionA, { now: secondsAfter(deadline, 30) })).toMatchObject({
      ok: true,
      late: false,
    });
    expect(await given.answer("one-of-three", optionB, { now: secondsAfter(deadline, 30.001) })).toMatchObject({
      ok: true,
      late: true,
    });
    expect(
      await given.answer("a-statement", rightAnswers["a-statement"], { now: secondsAfter(deadline, 300) }),
    ).toMatchObject({ late: true });
    const { items, lastQuestionId } = presentSitting(await given.sitting());
    expect(items.map(({ response }) => response)).toEqual([optionA, null, null, null, null, null]);
    expect(lastQuestionId).toBe("one-of-three");
    expect(await context.db.answerEvent.count({ where: { late: true } })).toBe(2);
  },
);

dbTest("nothing is stored after the hand-in", async (context) => {
  const given = await givenSitting(context);
  await given.answer("one-of-three", optionA);
  await hot((connection) => handIn(connection, { ...given, number: 1, now: context.now }));
  expect(await given.answer("one-of-three", optionB)).toEqual({ ok: false, reason: "handed-in" });
  expect(await context.db.answerEvent.count()).toBe(1);
});

dbTest(
  "a sitting of somebody else, one that isn't there and a question that isn't in the paper are refused alike for everybody",
  async (context) => {
    const given = await givenSitting(context, { quiz: { fixed: ["one-of-three"] } });
    const stranger = await context.given.person();
    expect(await given.answer("one-of-three", optionA, { personId: stranger.id })).toEqual({
      ok: false,
      reason: "no-such-sitting",
    });
    // In the pool, but not in this paper.
    expect(await given.answer("a-statement", rightAnswers["a-statement"])).toEqual({
      ok: false,
      reason: "no-such-question",
    });
    expect(await given.answer("one-of", optionA)).toEqual({ ok: false, reason: "no-such-question" });
    expect(await context.db.answerEvent.count()).toBe(0);
  },
);

dbTest("answers that arrive together are all on disk, in the order in which they came", async (context) => {
  const given = await givenSitting(context);
  const options = Array.from({ length: 150 }, (_, i) => ({ kind: "single", option: "abc"[i % 3] ?? "a" }) as const);
  const saved = await Promise.all(options.map((option) => given.answer("one-of-three", option)));
  expect(saved.every(({ ok }) => ok)).toBe(true);
  const events = await context.db.answerEvent.findMany({ orderBy: { id: "asc" } });
  expect(events.map((event) => event.response)).toEqual(options.map((option) => JSON.stringify(option)));
});

dbTest("an answer that can't be one to its question is refused, and nothing is stored", async (context) => {
  const given = await givenSitting(context);
  const forged = [
    ["one-of-three", { kind: "single", option: "z" }],
    ["one-of-three", rightAnswers["a-statement"]],
    ["two-of-four", { kind: "multiple", options: ["a", "a"] }],
    ["three-pairs", { kind: "matching", pairs: { l1: "r9" } }],
    ["three-steps", { kind: "ordering", order: ["s1", "s9"] }],
    ["three-steps", { kind: "ordering", order: ["s1", "s1"] }],
  ] as const;
  for (const [questionId, response] of forged)
    expect(await given.answer(questionId, response)).toEqual({ ok: false, reason: "not-an-answer" });
  expect(await context.db.answerEvent.count()).toBe(0);
});

dbTest("late answers are kept for a day, and no sitting takes changes without end", async (context) => {
  const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
  const refused = { ok: false, reason: "no-longer-kept" };
  const deadline = secondsAfter(context.now, 600);
  const answer = (now: Date) => given.answer("one-of-three", optionB, { now });
  expect(await answer(secondsAfter(deadline, 86_399))).toMatchObject({ ok: true, late: true });
  expect(await answer(secondsAfter(deadline, 86_401))).toEqual(refused);
  const sittingId = given.sittingId;
  await hot((connection) => {
    const insert = connection.prepare(
      "INSERT INTO AnswerEvent (sittingId, questionId, device, sequence, response, at, late) VALUES (?, 'one-of-three', 'device-two', ?, 'null', ?, 0)",
    );
    for (let i = 1; i < 5000; i++) insert.run(sittingId, i, context.now.toISOString());
  });
  expect(await answer(context.now)).toEqual(refused);
});
