import { endIfOver } from "../assessments/end-sitting.server";
import { isOver } from "../assessments/sitting";
import { findSitting, getSittingHot, listSittings } from "../assessments/sitting-store.server";
import { db, hot } from "../platform/db.server";
import { findEnrolment, findEnrolmentById } from "./find-enrolment.server";
import { findLesson } from "./manifest";
import { lessonState } from "./progress";
import { recordProgressHot } from "./record-progress.server";
import { scheduleMissedIn } from "./schedule-missed.server";
import { lessonSubject } from "./subject";

interface Settled {
  readonly enrolmentId: string;
  readonly lessonId: string;
  readonly sittingId: string;
}

/** Ends a sitting whose time ran out while nobody looked, and writes what it earned. Repeats change nothing. */
async function settle({ enrolmentId, lessonId, sittingId }: Settled, now: Date): Promise<void> {
  const enrolment = findEnrolmentById(enrolmentId);
  const lesson = enrolment && findLesson(enrolment.edition.manifest, lessonId);
  if (enrolment === null) return;
  await hot((connection) => {
    const sitting = getSittingHot(connection, sittingId);
    const ended = endIfOver(connection, sitting, now);
    if (sitting.endedAt === null && ended.endedAt !== null)
      scheduleMissedIn(connection, { sitting: ended, trackId: enrolment.edition.trackId, now });
    // The edition of today may lack the quiz: the sitting ends all the same, or it would be looked at for ever.
    if (lesson?.kind !== "quiz") return;
    const state = lessonState(lesson, { kind: "quiz", passed: ended.passed === true });
    if (state.done)
      recordProgressHot(connection, { enrolmentId, manifest: enrolment.edition.manifest, lessonId, state, now });
  });
}

/** For the page that shows one sitting. */
export async function settleOverdue(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  number: number;
  now: Date;
}): Promise<void> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return;
  const sitting = findSitting({
    personId: input.personId,
    subject: lessonSubject(enrolment.id, input.lessonId),
    number: input.number,
  });
  if (sitting === null || sitting.endedAt !== null || !isOver(sitting, input.now)) return;
  await settle({ enrolmentId: enrolment.id, lessonId: input.lessonId, sittingId: sitting.id }, input.now);
}

/** Before a quiz is shown or started anew: what earlier sittings earned must be written by then. */
export async function settleOverdueSittings(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  now: Date;
}): Promise<void> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return;
  const sittings = listSittings({
    personId: input.personId,
    subject: lessonSubject(enrolment.id, input.lessonId),
  });
  for (const sitting of sittings) {
    if (sitting.endedAt !== null || !isOver(sitting, input.now)) continue;
    await settle({ enrolmentId: enrolment.id, lessonId: input.lessonId, sittingId: sitting.id }, input.now);
  }
}

/** For the job runner: every sitting of a lesson whose time ran out. */
export async function settleAllOverdue(now: Date): Promise<number> {
  const rows = await db.sitting.findMany({
    where: { subjectKind: "lesson", endedAt: null, deadlineAt: { lt: new Date(now.getTime() - 60_000) } },
    select: { id: true, subjectRef: true },
    take: 500,
  });
  for (const row of rows) {
    const [enrolmentId = "", lessonId = ""] = row.subjectRef.split(":");
    await settle({ enrolmentId, lessonId, sittingId: row.id }, now);
  }
  return rows.length;
}
