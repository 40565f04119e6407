import { handIn } from "../assessments/end-sitting.server";
import { listOpenSittingsHot } from "../assessments/sitting-store.server";
import type { HotDatabase } from "../platform/db.server";
import type { Enrolment } from "./find-enrolment.server";
import { findLesson, type Manifest } from "./manifest";
import { lessonState } from "./progress";
import { recordProgressHot } from "./record-progress.server";
import { lessonIdOf, lessonSubject, lessonSubjects } from "./subject";

/** Hands in every sitting of an enrolment that is still open, as it stands, and writes what it earned. */
export function handInOpenSittings(connection: HotDatabase, { id, personId, edition }: Enrolment, now: Date): void {
  const { manifest } = edition;
  for (const { lessonId, number } of openSittings(connection, id)) {
    const handed = handIn(connection, { personId, subject: lessonSubject(id, lessonId), number, now });
    const lesson = findLesson(manifest, lessonId);
    if (lesson?.kind !== "quiz" || !handed.ok || handed.sitting.passed !== true) continue;
    const state = lessonState(lesson, { kind: "quiz", passed: true });
    recordProgressHot(connection, { enrolmentId: id, manifest, lessonId, state, now });
  }
}

/** The same for the sittings of quizzes that an edition lacks: no page leads to them, and nothing else would end them. */
export function handInDroppedSittings(
  connection: HotDatabase,
  { id, personId }: Enrolment,
  manifest: Manifest,
  now: Date,
): void {
  for (const { lessonId, number } of openSittings(connection, id)) {
    if (findLesson(manifest, lessonId)?.kind === "quiz") continue;
    handIn(connection, { personId, subject: lessonSubject(id, lessonId), number, now });
  }
}

function openSittings(connection: HotDatabase, enrolmentId: string): { lessonId: string; number: number }[] {
  return listOpenSittingsHot(connection, lessonSubjects(enrolmentId)).map(({ subjectRef, number }) => ({
    lessonId: lessonIdOf(subjectRef),
    number,
  }));
}
