import { expect } from "vitest";
import { hot } from "../platform/db.server";
import { dbTest } from "../../tests/support/db-test";
import { finishReading } from "./finish-reading.server";
import { giveEvaluation } from "./give-evaluation.server";
import { rebuildProgress } from "./rebuild-progress.server";

const change = (sql: string) => hot((connection) => connection.prepare(sql).run());

/** A learner with evidence of every kind that is done through commands or stands as rows. */
async function givenEvidence({ given, now, transact }: Parameters<Parameters<typeof dbTest>[1]>[0]) {
  const learner = await given.enrolled();
  const { person, edition, enrolment } = learner;
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  await finishReading({ ...where, lessonId: "reading" });
  await giveEvaluation({
    ...where,
    lessonId: "evaluation",
    confirmsIdentity: false,
    answers: { relevance: "5", bias: "none", practice: "yes", text: "" },
  });
  await transact(async (tx) => {
    const subjectRef = `${enrolment.id}:webinar`;
    // Overlapping: 240 of the 270 seconds that are wanted.
    await tx.watchedSpan.createMany({
      data: [
        { subjectRef, fromMs: 0, toMs: 200_000, at: now },
        { subjectRef, fromMs: 100_000, toMs: 240_000, at: now },
      ],
    });
    await tx.lessonState.create({
      data: { enrolmentId: enrolment.id, lessonId: "webinar", fraction: 8888, done: false },
    });
  });
  return learner;
}

dbTest("what the commands wrote is what the evidence says", async (context) => {
  await givenEvidence(context);
  expect(await rebuildProgress({ write: false, now: context.now })).toEqual({
    enrolments: 1,
    differences: [],
    completions: [],
  });
});

dbTest("a changed, a lost and an invented state are found, and repaired on demand", async (context) => {
  const { enrolment } = await givenEvidence(context);
  const before = await context.db.lessonState.findMany({ orderBy: { lessonId: "asc" } });
  await change("UPDATE LessonState SET fraction = 10000, done = 1 WHERE lessonId = 'webinar'");
  await change("DELETE FROM LessonState WHERE lessonId = 'reading'");
  await change(
    `INSERT INTO LessonState (enrolmentId, lessonId, fraction, done) VALUES ('${enrolment.id}', 'no-such-lesson', 10000, 1)`,
  );
  const found = await rebuildProgress({ write: false, now: context.now });
  expect(found.differences).toHaveLength(3);
  expect(found.differences).toContainEqual({
    enrolmentId: enrolment.id,
    lessonId: "webinar",
    stored: { fraction: 10_000, done: true },
    recomputed: { fraction: 8888, done: false },
  });
  await rebuildProgress({ write: true, now: context.now });
  expect(await context.db.lessonState.findMany({ orderBy: { lessonId: "asc" } })).toEqual(before);
  expect((await rebuildProgress({ write: false, now: context.now })).differences).toEqual([]);
});

dbTest("a completion that was lost is noted again and asks for its certificate", async (context) => {
  const { enrolment, person, edition } = await givenEvidence(context);
  await context.transact(async (tx) => {
    await tx.watchedSpan.create({
      data: { subjectRef: `${enrolment.id}:webinar`, fromMs: 240_000, toMs: 300_000, at: context.now },
    });
    await tx.sitting.create({
      data: {
        id: "sitting",
        subjectKind: "lesson",
        subjectRef: `${enrolment.id}:quiz`,
        personId: person.id,
        number: 1,
        language: "en",
        editionTextId: edition.textIds["en"] ?? "",
        blueprint: "{}",
        paper: "{}",
        seed: "",
        startedAt: context.now,
        passed: true,
      },
    });
  });
  const found = await rebuildProgress({ write: true, now: context.now });
  expect(found.completions).toEqual([{ enrolmentId: enrolment.id, fault: "missing" }]);
  expect((await context.db.enrolment.findFirstOrThrow()).completedAt).toEqual(context.now);
  expect(await context.db.job.findMany({ where: { name: "certificate.issue" } })).toHaveLength(1);
  expect(await rebuildProgress({ write: false, now: context.now })).toMatchObject({ differences: [], completions: [] });
});

dbTest("a completion without evidence is reported and left alone", async (context) => {
  const { enrolment } = await givenEvidence(context);
  await change("UPDATE Enrolment SET completedAt = '2026-03-01T00:00:00.000+00:00'");
  const found = await rebuildProgress({ write: true, now: context.now });
  expect(found.completions).toEqual([{ enrolmentId: enrolment.id, fault: "unfounded" }]);
  expect((await context.db.enrolment.findFirstOrThrow()).completedAt).not.toBeNull();
});
