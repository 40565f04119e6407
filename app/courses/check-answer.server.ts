import { type AnswerChecked, checkAnswer as check } from "../assessments/check-answer.server";
import { hot } from "../platform/db.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson } from "./manifest";
import { lessonSubject } from "./subject";

/** Ends the answering of one question of a quiz lesson: its explanation is shown, its answer stays. */
export async function checkAnswer(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  number: number;
  questionId: string;
  now: Date;
}): Promise<AnswerChecked> {
  const enrolment = findEnrolment(input);
  const lesson = enrolment && findLesson(enrolment.edition.manifest, input.lessonId);
  if (enrolment === null || lesson?.kind !== "quiz") return { ok: false, reason: "no-such-sitting" };
  const { personId, number, questionId, now } = input;
  const subject = lessonSubject(enrolment.id, lesson.id);
  return hot((connection) => check(connection, { personId, subject, number, questionId, now }));
}
