import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { hot, transact } from "../platform/db.server";
import type { Manifest } from "./manifest";
import type { LessonState } from "./progress";
import { recordProgress, recordProgressHot } from "./record-progress.server";

interface Step {
  readonly lessonId: string;
  readonly state: LessonState;
}
type Input = Step & { enrolmentId: string; manifest: Manifest; now: Date };

const writers = {
  transaction: (input: Input) => transact((tx) => recordProgress(tx, input)),
  hot: (input: Input) => hot((connection) => recordProgressHot(connection, input)),
};

const part = (fraction: number): LessonState => ({ fraction, done: false });
const whole: LessonState = { fraction: 10_000, done: true };

/** A way through a track with all that may happen on it: growth, a repeat, a fall that must not show, the edge, and after. */
const way: readonly Step[] = [
  { lessonId: "webinar", state: part(100) },
  { lessonId: "webinar", state: part(4000) },
  { lessonId: "webinar", state: part(200) },
  { lessonId: "reading", state: whole },
  { lessonId: "reading", state: part(0) },
  { lessonId: "quiz", state: part(0) },
  { lessonId: "quiz", state: whole },
  { lessonId: "evaluation", state: whole },
  { lessonId: "webinar", state: whole },
  { lessonId: "webinar", state: whole },
];

dbTest("the hot lane writes the same rows as the transaction, step by step", async ({ db, given, now }) => {
  const edition = await given.edition();
  const seen: Record<string, unknown[]> = {};
  for (const [name, write] of Object.entries(writers)) {
    const { enrolment } = await given.enrolled({ edition });
    const rows: unknown[] = [];
    for (const [i, step] of way.entries()) {
      await write({
        ...step,
        enrolmentId: enrolment.id,
        manifest: edition.manifest,
        now: new Date(now.getTime() + i * 1000),
      });
      const states = await db.lessonState.findMany({
        where: { enrolmentId: enrolment.id },
        orderBy: { lessonId: "asc" },
        omit: { enrolmentId: true },
      });
      const { completedAt } = await db.enrolment.findUniqueOrThrow({ where: { id: enrolment.id } });
      const jobs = await db.job.findMany({ where: { key: { contains: enrolment.id } }, omit: { id: true } });
      rows.push({
        states,
        completedAt,
        jobs: jobs.map((job) => JSON.parse(JSON.stringify(job).replaceAll(enrolment.id, "enrolment")) as unknown),
      });
    }
    seen[name] = rows;
  }
  expect(seen["hot"]).toEqual(seen["transaction"]);
  expect(seen["hot"]?.at(-1)).toMatchObject({
    states: ["evaluation", "quiz", "reading", "webinar"].map((lessonId) => ({
      lessonId,
      fraction: 10_000,
      done: true,
    })),
    completedAt: new Date(now.getTime() + 8000),
    jobs: [
      { name: "certificate.issue", attempts: 0, key: "certificate:enrolment", payload: '{"enrolmentId":"enrolment"}' },
    ],
  });
});
