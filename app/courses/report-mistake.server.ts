import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson } from "./manifest";

export type Reported = { ok: true } | { ok: false; reason: "not-enrolled" | "no-such-lesson" };

/** Puts a learner's report on the society's list. */
export async function reportMistake(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  questionId: string | null;
  text: string;
  now: Date;
}): Promise<Reported> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  if (findLesson(enrolment.edition.manifest, input.lessonId) === null) return { ok: false, reason: "no-such-lesson" };
  await transact((tx) =>
    tx.mistakeReport.create({
      data: {
        id: newId(),
        editionId: enrolment.edition.id,
        lessonId: input.lessonId,
        questionId: input.questionId,
        personId: input.personId,
        text: input.text,
        at: input.now,
      },
    }),
  );
  return { ok: true };
}
