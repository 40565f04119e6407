import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenSitting, secondsAfter } from "../../tests/support/given-sitting";
import { handIn } from "./end-sitting.server";
import { presentSitting } from "./present-sitting.server";
import { listSittings } from "./sitting-store.server";
import { hot } from "../platform/db.server";

dbTest("a double click, a second tab and the back button lead to one sitting with one paper", async (context) => {
  const given = await givenSitting(context, { quiz: { shuffleQuestions: true, shuffleOptions: true } });
  const paper = (await given.sitting()).paper;
  const started = await Promise.all([given.start(), given.start(), given.start(secondsAfter(context.now, 3600))]);
  for (const answer of started) expect(answer).toEqual({ ok: true, number: 1, already: true });
  expect(await context.db.sitting.count()).toBe(1);
  expect((await given.sitting()).paper).toEqual(paper);
});

dbTest("the next sitting starts when the last has ended, until the attempts are used up", async (context) => {
  const given = await givenSitting(context, { quiz: { attempts: 2 } });
  const end = (number: number) => hot((connection) => handIn(connection, { ...given, number, now: context.now }));
  await end(1);
  expect(await given.start()).toEqual({ ok: true, number: 2, already: false });
  expect(await given.start()).toEqual({ ok: true, number: 2, already: true });
  await end(2);
  expect(await given.start()).toEqual({ ok: false, reason: "no-attempts-left" });
  expect(listSittings(given).map(({ number }) => number)).toEqual([1, 2]);
});

dbTest("without a limit a learner sits as often as they like", async (context) => {
  const given = await givenSitting(context, { quiz: { attempts: null } });
  for (const number of [1, 2, 3, 4]) {
    await hot((connection) => handIn(connection, { ...given, number, now: context.now }));
    expect(await given.start()).toMatchObject({ ok: true, number: number + 1 });
  }
});

dbTest("the attempt after the two hundredth starts, is found again and ends like every other", async (context) => {
  const given = await givenSitting(context, { quiz: { attempts: null } });
  await hot((connection) => handIn(connection, { ...given, number: 1, now: context.now }));
  const first = await context.db.sitting.findUniqueOrThrow({ where: { id: given.sittingId } });
  const ended = Array.from({ length: 200 }, (_, i) => ({ ...first, id: `sitting-${String(i)}`, number: i + 2 }));
  await context.transact((tx) => tx.sitting.createMany({ data: ended }));
  expect(await given.start()).toEqual({ ok: true, number: 202, already: false });
  expect(await given.start()).toEqual({ ok: true, number: 202, already: true });
  expect(await hot((connection) => handIn(connection, { ...given, number: 202, now: context.now }))).toMatchObject({
    ok: true,
    sitting: { number: 202, endReason: "handed-in" },
  });
});

dbTest("the next sitting waits for the waiting time, counted from the end of the last", async (context) => {
  const given = await givenSitting(context, { quiz: { waitMinutes: 60 } });
  const endedAt = secondsAfter(context.now, 120);
  await hot((connection) => handIn(connection, { ...given, number: 1, now: endedAt }));
  const openAt = secondsAfter(endedAt, 3600);
  expect(await given.start(secondsAfter(openAt, -1))).toEqual({ ok: false, reason: "too-soon", openAt });
  expect(await given.start(openAt)).toEqual({ ok: true, number: 2, already: false });
});

dbTest("a sitting whose time ran out unseen is ended by the start of the next", async (context) => {
  const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
  await given.answerAllRight();
  const deadline = secondsAfter(context.now, 600);
  expect(await given.start(secondsAfter(deadline, 30))).toEqual({ ok: true, number: 1, already: true });
  expect(await given.start(secondsAfter(deadline, 31))).toEqual({ ok: true, number: 2, already: false });
  expect(await given.sitting()).toMatchObject({ endReason: "time", passed: true, scoreHundredths: 600 });
});

dbTest("a running sitting keeps its questions when they are revised", async (context) => {
  const given = await givenSitting(context);
  const before = presentSitting(await given.sitting());
  const { edition } = given;
  await context.transact(async (tx) => {
    const question = await tx.question.findFirstOrThrow({ where: { bankId: edition.bankId, key: "one-of-three" } });
    const [old] = edition.questions;
    const content = JSON.stringify({ ...old, stem: "Another stem", key: "b" });
    await tx.questionRevision.create({
      data: { id: "revision-2", questionId: question.id, number: 2, hash: "2", content, createdAt: context.now },
    });
  });
  expect(presentSitting(await given.sitting())).toEqual(before);
  await given.answerAllRight();
  const ended = await hot((connection) => handIn(connection, { ...given, number: 1, now: context.now }));
  expect(ended).toMatchObject({ ok: true, sitting: { passed: true, scoreHundredths: 600 } });
});

dbTest(
  "the paper holds each question of the blueprint once, and two sittings differ in their shuffle",
  async (context) => {
    const given = await givenSitting(context, {
      quiz: { fixed: ["one-of-three"], draw: [{ count: 3 }], shuffleQuestions: true, attempts: null },
    });
    const papers: string[][] = [];
    for (let number = 1; number <= 12; number++) {
      const row = listSittings(given).at(-1);
      papers.push((row?.paper.items ?? []).map((item) => item.questionId));
      await hot((connection) => handIn(connection, { ...given, number, now: context.now }));
      await given.start();
    }
    for (const ids of papers) {
      expect(new Set(ids).size).toBe(4);
      expect(ids).toContain("one-of-three");
    }
    // 240 papers are possible: twelve alike would be a seed that doesn't change.
    expect(new Set(papers.map((ids) => ids.join())).size).toBeGreaterThan(1);
  },
);
