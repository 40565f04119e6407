import { handIn } from "../assessments/end-sitting.server";
import { findSittingHot } from "../assessments/sitting-store.server";
import { hot } from "../platform/db.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson } from "./manifest";
import { lessonState } from "./progress";
import { recordProgressHot } from "./record-progress.server";
import { scheduleMissedIn } from "./schedule-missed.server";
import { lessonSubject } from "./subject";

export type QuizHandedIn =
  | { ok: true; passed: boolean }
  | { ok: false; reason: "not-enrolled" | "no-such-lesson" | "no-such-sitting" };

/** Ends a sitting, marks it and writes the progress, all in one transaction. */
export async function handInQuiz(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  number: number;
  now: Date;
}): Promise<QuizHandedIn> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  const { manifest } = enrolment.edition;
  const lesson = findLesson(manifest, input.lessonId);
  if (lesson?.kind !== "quiz") return { ok: false, reason: "no-such-lesson" };
  return hot((connection): QuizHandedIn => {
    const { personId, number, now } = input;
    const which = { personId, subject: lessonSubject(enrolment.id, lesson.id), number };
    const wasOpen = findSittingHot(connection, which)?.endedAt === null;
    const handed = handIn(connection, { ...which, now });
    if (!handed.ok) return handed;
    if (wasOpen) scheduleMissedIn(connection, { sitting: handed.sitting, trackId: enrolment.edition.trackId, now });
    const passed = handed.sitting.passed === true;
    const state = lessonState(lesson, { kind: "quiz", passed });
    if (passed)
      recordProgressHot(connection, {
        enrolmentId: enrolment.id,
        manifest,
        lessonId: lesson.id,
        state,
        now,
      });
    return { ok: true, passed };
  });
}
