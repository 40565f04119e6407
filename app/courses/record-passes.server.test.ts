import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { recordPasses } from "./record-passes.server";
import { recordProgress } from "./record-progress.server";
import { lessonSubject } from "./subject";

const done = { fraction: 10_000, done: true };
const quiz = (id: string) => ({
  kind: "quiz" as const,
  id,
  minutes: 10,
  outcomes: ["T-K1"],
  blueprint: {
    fixed: ["one-of-three"],
    draw: [],
    shuffleQuestions: false,
    shuffleOptions: false,
    passPercent: 75,
    attempts: null,
    waitMinutes: 0,
    timeLimitMinutes: null,
  },
});

/** Two quizzes and a reading; the reading is done. */
async function givenReader(
  { given, now, transact }: DbTestContext,
  edition?: Awaited<ReturnType<typeof given.edition>>,
) {
  const lessons = [
    { kind: "reading" as const, id: "reading", minutes: 5, outcomes: [] },
    quiz("first"),
    quiz("second"),
  ];
  const taken = edition ?? (await given.edition({ lessons }));
  const { enrolment } = await given.enrolled({ edition: taken });
  const { manifest } = taken;
  const by = { enrolmentId: enrolment.id, manifest, now };
  await transact((tx) => recordProgress(tx, { ...by, lessonId: "reading", state: done }));
  return { id: enrolment.id, edition: taken, by };
}

dbTest("passes of many are written as recordProgress writes them one by one", async (context) => {
  const { db, transact, now } = context;
  const single = await givenReader(context);
  const many = await givenReader(context, single.edition);
  const half = await givenReader(context, single.edition);
  for (const lessonId of ["first", "second"])
    await transact((tx) => recordProgress(tx, { ...single.by, lessonId, state: done }));
  const refs = [
    lessonSubject(many.id, "first").ref,
    lessonSubject(many.id, "second").ref,
    lessonSubject(many.id, "second").ref,
    lessonSubject(half.id, "first").ref,
    lessonSubject(half.id, "reading").ref,
    lessonSubject(half.id, "no-such-lesson").ref,
    lessonSubject("no-such-enrolment", "first").ref,
  ];
  await transact((tx) => recordPasses(tx, refs, now));
  await transact((tx) => recordPasses(tx, refs, new Date(now.getTime() + 1000)));
  const statesOf = async (enrolmentId: string) =>
    (await db.lessonState.findMany({ where: { enrolmentId }, orderBy: { lessonId: "asc" } })).map(
      ({ enrolmentId: _whose, ...state }) => state,
    );
  expect(await statesOf(many.id)).toEqual(await statesOf(single.id));
  expect((await statesOf(half.id)).map(({ lessonId }) => lessonId)).toEqual(["first", "reading"]);
  const completedAt = async (id: string) => (await db.enrolment.findUniqueOrThrow({ where: { id } })).completedAt;
  expect(await completedAt(many.id)).toEqual(await completedAt(single.id));
  expect(await completedAt(many.id)).toEqual(now);
  expect(await completedAt(half.id)).toBeNull();
  const jobs = await db.job.findMany({ where: { name: "certificate.issue" }, orderBy: { id: "asc" } });
  expect(jobs.map(({ id: _id, ...job }) => job)).toEqual(
    [single.id, many.id].map((enrolmentId) => ({
      name: "certificate.issue",
      payload: JSON.stringify({ enrolmentId }),
      key: `certificate:${enrolmentId}`,
      runAt: now,
      attempts: 0,
      leasedUntil: null,
      doneAt: null,
      deadAt: null,
      lastError: null,
    })),
  );
});
