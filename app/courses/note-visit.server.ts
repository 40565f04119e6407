import { dbTime, hot, prepareHot } from "../platform/db.server";
import { log } from "../platform/log.server";
import type { Enrolment } from "./find-enrolment.server";

/**
 * Remembers the lesson that "go on" opens, on every device. The page doesn't wait for it: a place in the outline
 * is a convenience, not evidence.
 */
export function noteVisit(enrolment: Enrolment, lessonId: string, now: Date): void {
  if (enrolment.lastLessonId === lessonId) return;
  hot((connection) =>
    prepareHot(connection, "UPDATE Enrolment SET lastLessonId = ?, lastSeenAt = ? WHERE id = ?").run(lessonId, dbTime(now), enrolment.id),
  ).catch((error: unknown) => {
    log.error({ err: error }, "a visit could not be noted");
  });
}
