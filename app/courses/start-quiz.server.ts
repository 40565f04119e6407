import { drawTable } from "../assessments/question-pool.server";
import { startSitting } from "../assessments/start-sitting.server";
import { dbTime, hot, type HotDatabase, prepareHot } from "../platform/db.server";
import { attemptsAllowed, minutesAllowed } from "./attempts";
import { getText } from "./edition-store.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson } from "./manifest";
import { isOpen } from "./progress";
import { settleOverdueSittings } from "./settle-overdue.server";
import { lessonSubject } from "./subject";

export type QuizStarted =
  | { ok: true; number: number }
  | { ok: false; reason: "not-enrolled" | "ended" | "no-such-lesson" | "locked" }
  | { ok: false; reason: "no-attempts-left" | "identity-unconfirmed" }
  | { ok: false; reason: "too-soon"; openAt: Date };

/**
 * Opens the learner's sitting of a quiz lesson: the one that is running, or the next. Before the first quiz with
 * limited attempts the learner says "I am the person named".
 */
export async function startQuiz(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  confirmsIdentity: boolean;
  now: Date;
}): Promise<QuizStarted> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  if (enrolment.ended !== null) return { ok: false, reason: "ended" };
  const { manifest } = enrolment.edition;
  const lesson = findLesson(manifest, input.lessonId);
  if (lesson?.kind !== "quiz") return { ok: false, reason: "no-such-lesson" };
  if (!isOpen(manifest, enrolment.states, lesson.id)) return { ok: false, reason: "locked" };
  const mustConfirm = lesson.blueprint.attempts !== null && !enrolment.identityConfirmed;
  if (mustConfirm && !input.confirmsIdentity) return { ok: false, reason: "identity-unconfirmed" };
  const text = getText(enrolment.textId);
  await settleOverdueSittings(input);
  // Made before the writer is held: in a large pool that takes a moment.
  drawTable(manifest.pool);
  return hot((connection): QuizStarted => {
    // The society may have ended the enrolment since it was read.
    if (isEnded(connection, enrolment.id)) return { ok: false, reason: "ended" };
    if (mustConfirm)
      prepareHot(connection, "UPDATE Enrolment SET identityConfirmed = ? WHERE id = ?").run(
        dbTime(input.now),
        enrolment.id,
      );
    return startSitting(connection, {
      subject: lessonSubject(enrolment.id, lesson.id),
      personId: input.personId,
      blueprint: lesson.blueprint,
      attempts: attemptsAllowed(lesson.blueprint.attempts, enrolment.grants[lesson.id] ?? 0),
      minutes: minutesAllowed(lesson.blueprint.timeLimitMinutes, enrolment.timeFactor),
      pool: manifest.pool,
      language: text.text.language,
      editionTextId: text.id,
      textsHash: text.text.questionTextsHash ?? null,
      now: input.now,
    });
  });
}

function isEnded(connection: HotDatabase, enrolmentId: string): boolean {
  const sql = "SELECT 1 FROM Enrolment WHERE id = ? AND endedAt IS NOT NULL";
  return prepareHot(connection, sql).get(enrolmentId) !== undefined;
}
