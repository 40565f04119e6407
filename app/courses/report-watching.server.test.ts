import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import type { Given } from "../../tests/support/given";
import { unionSpans, type Span } from "../webinars/spans";
import { reportWatching } from "./report-watching.server";
import { lessonSubject } from "./subject";

const durationMs = 300_000;
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

/** A learner in front of the recording, and what they report. */
async function watching(given: Given, now: Date, wish: Parameters<Given["enrolled"]>[0] = {}) {
  const { person, edition, enrolment } = await given.enrolled({ durationMs, ...wish });
  const report = (seconds: number, spans: readonly Span[], more: { positionMs?: number; seeked?: boolean } = {}) =>
    reportWatching({
      personId: person.id,
      trackSlug: edition.track.slug,
      lessonId: "webinar",
      spans,
      positionMs: more.positionMs ?? spans.at(-1)?.[1] ?? 0,
      seeked: more.seeked ?? false,
      now: later(now, seconds),
    });
  return { person, edition, enrolment, report, subjectRef: lessonSubject(enrolment.id, "webinar").ref };
}

dbTest("watching in real time is kept, with the parts that are missing", async ({ db, given, now }) => {
  const { report, subjectRef } = await watching(given, now);
  await report(0, []);
  expect(await report(10, [[0, 10_000]])).toEqual({
    ok: true,
    coveredMs: 10_000,
    fraction: 370,
    missing: [[10_000, durationMs]],
    done: false,
    resumeMs: 10_000,
    savedAt: later(now, 10).toISOString(),
  });
  expect(await db.watchedSpan.findMany({ select: { subjectRef: true, fromMs: true, toMs: true } })).toEqual([
    { subjectRef, fromMs: 0, toMs: 10_000 },
  ]);
});

dbTest("an excessive claim is cut to what time allows", async ({ given, now }) => {
  const { report } = await watching(given, now);
  await report(0, []);
  expect(await report(10, [[0, durationMs]])).toMatchObject({
    coveredMs: 23_000,
    missing: [[23_000, durationMs]],
    done: false,
  });
});

dbTest("a seek is not counted: only what was played on both sides", async ({ given, now }) => {
  const { report } = await watching(given, now);
  await report(0, []);
  const seen = await report(
    20,
    [
      [0, 10_000],
      [290_000, 300_000],
    ],
    { seeked: true },
  );
  expect(seen).toMatchObject({ coveredMs: 20_000, missing: [[10_000, 290_000]], done: false });
});

dbTest("a report from 0:00 never clobbers the resume point", async ({ db, given, now }) => {
  const { report } = await watching(given, now);
  await report(0, []);
  await report(10, [[0, 10_000]]);
  expect(await report(11, [], { positionMs: 0 })).toMatchObject({ resumeMs: 10_000 });
  expect(await report(12, [], { positionMs: 0, seeked: true })).toMatchObject({ resumeMs: 10_000 });
  expect(await report(13, [], { positionMs: 4000 })).toMatchObject({ resumeMs: 10_000 });
  expect(await report(14, [], { positionMs: 4000, seeked: true })).toMatchObject({ resumeMs: 4000 });
  expect(await db.watchState.findFirst({ select: { resumeMs: true, coveredMs: true } })).toEqual({
    resumeMs: 4000,
    coveredMs: 10_000,
  });
});

dbTest("the same report sent again adds no evidence", async ({ db, given, now }) => {
  const { report } = await watching(given, now);
  await report(0, []);
  const once = await report(10, [[0, 10_000]]);
  const twice = await report(10, [[0, 10_000]]);
  expect(twice).toEqual(once);
  expect(await db.watchedSpan.count()).toBe(1);
});

dbTest("the projection is the union of the evidence", async ({ db, given, now }) => {
  const { report } = await watching(given, now);
  await report(0, []);
  await report(10, [
    [5000, 12_000],
    [40_000, 45_000],
  ]);
  await report(30, [
    [0, 6000],
    [11_000, 41_000],
  ]);
  const evidence = (await db.watchedSpan.findMany()).map(({ fromMs, toMs }): Span => [fromMs, toMs]);
  const state = await db.watchState.findFirstOrThrow();
  expect(JSON.parse(state.spans)).toEqual(unionSpans(evidence, durationMs));
  expect(state.coveredMs).toBe(evidence.reduce((sum, [from, to]) => sum + to - from, 0));
});

dbTest("a clock that was set back takes nothing away", async ({ given, now }) => {
  const { report } = await watching(given, now);
  await report(100, []);
  await report(110, [[0, 10_000]]);
  expect(await report(50, [[10_000, 14_000]])).toMatchObject({ coveredMs: 14_000 });
});

dbTest("reports that arrive together share one clock and none is lost", async ({ given, now }) => {
  const { report } = await watching(given, now);
  await report(0, []);
  await Promise.all([report(10, [[0, 20_000]]), report(10, [[100_000, 120_000]])]);
  expect(await report(10, [])).toMatchObject({ coveredMs: 23_000 });
});

dbTest("the wanted share completes the lesson, and more changes nothing", async ({ db, given, now }) => {
  const { report, enrolment } = await watching(given, now);
  await report(0, []);
  expect(await report(134, [[0, 269_999]])).toMatchObject({ done: false, fraction: 9999 });
  expect(await report(136, [[269_999, 270_000]])).toMatchObject({ done: true, fraction: 10_000 });
  await report(150, [[270_000, 290_000]]);
  expect(await db.lessonState.findMany()).toEqual([
    { enrolmentId: enrolment.id, lessonId: "webinar", fraction: 10_000, done: true },
  ]);
  expect(await db.job.count()).toBe(0);
});

dbTest("the report that completes the track asks for the certificate, once", async ({ db, given, transact, now }) => {
  const { report, enrolment } = await watching(given, now);
  await transact((tx) =>
    tx.lessonState.createMany({
      data: ["reading", "quiz", "evaluation"].map((lessonId) => ({
        enrolmentId: enrolment.id,
        lessonId,
        fraction: 10_000,
        done: true,
      })),
    }),
  );
  await report(0, []);
  await report(150, [[0, 280_000]]);
  await report(160, [[280_000, 300_000]]);
  await report(160, [[0, 300_000]]);
  const jobs = await db.job.findMany();
  expect(jobs.map(({ name, key }) => [name, key])).toEqual([["certificate.issue", `certificate:${enrolment.id}`]]);
  expect(await db.enrolment.findFirstOrThrow({ select: { completedAt: true } })).toEqual({
    completedAt: later(now, 150),
  });
});

dbTest(
  "nobody reports for a track that they don't take, a lesson that isn't one to watch, or one that is locked",
  async ({ db, given, now }) => {
    const { edition, report, person } = await watching(given, now, { order: "sequential" });
    const stranger = await given.person();
    const base = { trackSlug: edition.track.slug, lessonId: "webinar", spans: [], positionMs: 0, seeked: false, now };
    expect(await reportWatching({ ...base, personId: stranger.id })).toEqual({ ok: false, reason: "not-enrolled" });
    expect(await reportWatching({ ...base, personId: person.id, lessonId: "reading" })).toEqual({
      ok: false,
      reason: "no-such-lesson",
    });
    expect(await report(0, [[0, 3000]])).toEqual({ ok: false, reason: "locked" });
    expect(await db.watchState.count()).toBe(0);
  },
);
