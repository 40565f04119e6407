import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { hasRunningSitting } from "../assessments/sitting-store.server";
import type { Lesson } from "./manifest";
import { findEnrolment } from "./find-enrolment.server";
import { finishReading } from "./finish-reading.server";
import { moveToEdition } from "./move-to-edition.server";
import { trackProgress } from "./progress";
import { rebuildProgress } from "./rebuild-progress.server";
import { reportWatching } from "./report-watching.server";
import { startQuiz } from "./start-quiz.server";

const reading = (id: string): Lesson => ({ kind: "reading", id, minutes: 5, outcomes: [] });

/** A learner of edition 1 (two readings), and what publishes the next edition with these lessons. */
async function givenLearner({ given, now }: DbTestContext, lessons: readonly Lesson[] = [reading("a"), reading("b")]) {
  const { person, edition, enrolment } = await given.enrolled({ lessons });
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  const publish = (next: readonly Lesson[]) => given.edition({ track: edition.track, lessons: next });
  return { person, edition, enrolment, where, publish, found: () => findEnrolment(where) };
}

const rebuilt = async (now: Date) => {
  const { differences, completions } = await rebuildProgress({ write: false, now });
  return { differences, completions };
};
const fine = { differences: [], completions: [] };

dbTest("nobody is moved by a publication; who asks is, and what was done stays done", async (context) => {
  const { where, publish, found, edition, enrolment } = await givenLearner(context);
  await finishReading({ ...where, lessonId: "a" });
  const next = await publish([reading("a"), reading("b"), reading("c")]);
  expect(found()?.edition.number).toBe(1);
  expect(await moveToEdition({ ...where, number: 2 })).toEqual({ ok: true, already: false });
  const after = found();
  expect(after?.edition.id).toBe(next.id);
  expect(after?.states).toEqual({ a: { fraction: 10_000, done: true } });
  expect(after && trackProgress(after.edition.manifest, after.states)).toMatchObject({ doneCount: 1, lessonCount: 3 });
  expect(await context.db.editionMove.findMany()).toMatchObject([
    { enrolmentId: enrolment.id, fromEditionId: edition.id, toEditionId: next.id, at: context.now },
  ]);
  expect(await rebuilt(context.now)).toEqual(fine);
});

dbTest("a double click moves once, and an edition that is not the newest is refused", async (context) => {
  const { where, publish } = await givenLearner(context);
  expect(await moveToEdition({ ...where, number: 2 })).toEqual({ ok: false, reason: "no-newer-edition" });
  await publish([reading("a")]);
  const both = await Promise.all([moveToEdition({ ...where, number: 2 }), moveToEdition({ ...where, number: 2 })]);
  expect(both).toEqual([
    { ok: true, already: false },
    { ok: true, already: true },
  ]);
  expect(await moveToEdition({ ...where, number: 3 })).toEqual({ ok: false, reason: "no-newer-edition" });
  expect(await context.db.editionMove.count()).toBe(1);
});

dbTest(
  "a lesson that was left out takes its state along; where nothing is left to do the track is complete",
  async (context) => {
    const { where, publish, found, enrolment } = await givenLearner(context);
    await finishReading({ ...where, lessonId: "a" });
    await publish([reading("a")]);
    await moveToEdition({ ...where, number: 2 });
    expect(found()?.completedAt).not.toBeNull();
    expect(found()?.states).toMatchObject({ a: { done: true } });
    expect(await context.db.job.findMany()).toMatchObject([{ key: `certificate:${enrolment.id}` }]);
    // The evidence of a lesson that comes back is still there.
    expect(await rebuilt(context.now)).toEqual(fine);
  },
);

dbTest("a recording that was watched long enough stays done where the next edition asks for more", async (context) => {
  const { given, now } = context;
  const { person, edition } = await given.enrolled({ durationMs: 60_000, watchPercent: 50 });
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  const report = { ...where, lessonId: "webinar", positionMs: 31_000, seeked: false };
  for (const second of [0, 10, 20, 30])
    await reportWatching({
      ...report,
      spans: [[second * 1000, second * 1000 + 10_000]],
      now: new Date(now.getTime() + second * 1000 + 10_000),
    });
  const later = new Date(now.getTime() + 3_600_000);
  const before = findEnrolment(where);
  expect(before?.states["webinar"]?.done).toBe(true);
  await given.edition({ track: edition.track, durationMs: 60_000, watchPercent: 95 });
  await moveToEdition({ ...where, number: 2, now: later });
  expect(findEnrolment(where)?.states["webinar"]).toEqual({ fraction: 10_000, done: true });
  expect(await rebuilt(later)).toEqual(fine);
});

dbTest(
  "who has completed the track stays on the edition of the certificate, and so does who was ended",
  async (context) => {
    const { given, now, transact } = context;
    const { person, edition, enrolment } = await givenCompleted(given, now);
    const where = { personId: person.id, trackSlug: edition.track.slug, number: 2, now };
    await given.edition({ track: edition.track });
    expect(await moveToEdition(where)).toEqual({ ok: false, reason: "complete" });
    await transact((tx) => tx.enrolment.update({ where: { id: enrolment.id }, data: { endedAt: now } }));
    expect(await moveToEdition(where)).toEqual({ ok: false, reason: "ended" });
    expect(await moveToEdition({ ...where, personId: (await given.person()).id })).toEqual({
      ok: false,
      reason: "not-enrolled",
    });
  },
);

dbTest("an attempt that runs at a quiz which the new edition lacks ends with the move", async (context) => {
  const { given, db, now } = context;
  const { person, edition } = await given.enrolled();
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  await startQuiz({ ...where, lessonId: "quiz", confirmsIdentity: true });
  await given.edition({ track: edition.track, lessons: [reading("a")] });
  expect(await moveToEdition({ ...where, number: 2 })).toEqual({ ok: true, already: false });
  expect(await db.sitting.findMany()).toMatchObject([{ endedAt: now, endReason: "handed-in" }]);
  expect(hasRunningSitting(person.id, now)).toBe(false);
});

dbTest("an attempt that runs at a quiz which the new edition keeps goes on", async (context) => {
  const { given, db, now } = context;
  const { person, edition } = await given.enrolled();
  const where = { personId: person.id, trackSlug: edition.track.slug, now };
  await startQuiz({ ...where, lessonId: "quiz", confirmsIdentity: true });
  const lessons = edition.manifest.modules.flatMap((module) => module.lessons);
  await given.edition({ track: edition.track, lessons: [...lessons, reading("a")] });
  expect(await moveToEdition({ ...where, number: 2 })).toEqual({ ok: true, already: false });
  expect(await db.sitting.findMany()).toMatchObject([{ endedAt: null }]);
});
