import { enqueue } from "../jobs/enqueue.server";
import { wakeRunner } from "../jobs/wake.server";
import { dbTime, type HotDatabase, prepareHot, type Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { lessonsOf, type Manifest } from "./manifest";
import type { LessonState } from "./progress";

/**
 * Writes the projection of a lesson's evidence, in the transaction that holds the evidence. On the edge from
 * incomplete to complete it notes the moment and asks for the certificate; repeats change nothing.
 */
export async function recordProgress(
  tx: Transaction,
  input: { enrolmentId: string; manifest: Manifest; lessonId: string; state: LessonState; now: Date },
): Promise<void> {
  const { enrolmentId, lessonId, state } = input;
  const key = { enrolmentId_lessonId: { enrolmentId, lessonId } };
  const before = await tx.lessonState.findUnique({ where: key });
  if (before === null) await tx.lessonState.create({ data: { enrolmentId, lessonId, ...state } });
  else if (before.fraction < state.fraction || (state.done && !before.done)) {
    await tx.lessonState.update({
      where: key,
      data: { fraction: Math.max(before.fraction, state.fraction), done: before.done || state.done },
    });
  }
  if (!state.done) return;
  const done = await tx.lessonState.findMany({ where: { enrolmentId, done: true }, select: { lessonId: true } });
  const doneIds = new Set(done.map((row) => row.lessonId));
  if (!lessonsOf(input.manifest).every((lesson) => doneIds.has(lesson.id))) return;
  const edge = await tx.enrolment.updateMany({
    where: { id: enrolmentId, completedAt: null },
    data: { completedAt: input.now },
  });
  if (edge.count === 0) return;
  await enqueue(tx, {
    name: "certificate.issue",
    payload: { enrolmentId },
    key: `certificate:${enrolmentId}`,
    runAt: input.now,
  });
}

/** The same in prepared SQL, for the hot lane (watch reports). A contract test holds both to the same results. */
export function recordProgressHot(
  connection: HotDatabase,
  input: { enrolmentId: string; manifest: Manifest; lessonId: string; state: LessonState; now: Date },
): void {
  const { enrolmentId, lessonId, state } = input;
  prepareHot(
    connection,
    `INSERT INTO LessonState (enrolmentId, lessonId, fraction, done) VALUES (?, ?, ?, ?)
     ON CONFLICT (enrolmentId, lessonId) DO UPDATE SET fraction = max(fraction, excluded.fraction), done = max(done, excluded.done)`,
  ).run(enrolmentId, lessonId, state.fraction, state.done ? 1 : 0);
  if (!state.done) return;
  const rows: unknown[] = prepareHot(
    connection,
    "SELECT lessonId FROM LessonState WHERE enrolmentId = ? AND done = 1",
  ).all(enrolmentId);
  // The statement selects this one column.
  const doneIds = new Set(rows.map((row) => (row as { lessonId: string }).lessonId));
  if (!lessonsOf(input.manifest).every((lesson) => doneIds.has(lesson.id))) return;
  const edge = prepareHot(connection, "UPDATE Enrolment SET completedAt = ? WHERE id = ? AND completedAt IS NULL").run(
    dbTime(input.now),
    enrolmentId,
  );
  if (edge.changes === 0) return;
  prepareHot(
    connection,
    "INSERT INTO Job (id, name, payload, key, runAt, attempts) VALUES (?, 'certificate.issue', ?, ?, ?, 0) ON CONFLICT (key) DO NOTHING",
  ).run(newId(), JSON.stringify({ enrolmentId }), `certificate:${enrolmentId}`, dbTime(input.now));
  wakeRunner();
}
