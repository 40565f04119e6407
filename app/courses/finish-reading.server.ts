import { transact } from "../platform/db.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson, lessonsOf } from "./manifest";
import { isOpen, lessonState } from "./progress";
import { recordProgress } from "./record-progress.server";

export type Finished =
  | { ok: true; nextLessonId: string | null }
  | { ok: false; reason: "not-enrolled" | "ended" | "no-such-lesson" | "locked" };

/** The learner says that a reading lesson is done. Saying it twice changes nothing; the answer names the lesson after it. */
export async function finishReading(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  now: Date;
}): Promise<Finished> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  if (enrolment.ended !== null) return { ok: false, reason: "ended" };
  const { manifest } = enrolment.edition;
  const lesson = findLesson(manifest, input.lessonId);
  if (lesson?.kind !== "reading") return { ok: false, reason: "no-such-lesson" };
  if (!isOpen(manifest, enrolment.states, lesson.id)) return { ok: false, reason: "locked" };
  const key = { enrolmentId: enrolment.id, lessonId: lesson.id };
  const editionTextId = enrolment.textId;
  await transact(async (tx) => {
    await tx.lessonDone.upsert({
      where: { enrolmentId_lessonId: key },
      create: { ...key, editionTextId, at: input.now },
      update: {},
    });
    await recordProgress(tx, {
      ...key,
      manifest,
      state: lessonState(lesson, { kind: "reading", ended: true }),
      now: input.now,
    });
  });
  const lessons = lessonsOf(manifest);
  return { ok: true, nextLessonId: lessons[lessons.indexOf(lesson) + 1]?.id ?? null };
}
