import { dbTime, hot, prepareHot } from "../platform/db.server";
import { log } from "../platform/log.server";

/**
 * Remembers the lesson that "go on" opens, on every device. A place in the outline is a convenience, not evidence:
 * visits are gathered for a second and written in one commit, so that turning pages doesn't wait for the disk.
 * A crash loses a second of places and nothing else.
 */

interface Visit {
  readonly lessonId: string;
  readonly at: Date;
}

const gathered = new Map<string, Visit>();
let isDue = false;
const gatherMs = 1000;

export function noteVisit(
  enrolment: { readonly id: string; readonly lastLessonId: string | null },
  lessonId: string,
  now: Date,
): void {
  if (enrolment.lastLessonId === lessonId) return;
  gathered.set(enrolment.id, { lessonId, at: now });
  if (isDue) return;
  isDue = true;
  setTimeout(() => void writeVisits(), gatherMs).unref();
}

/** The visit that is not written yet: this process's pages show it at once. */
export function gatheredVisit(enrolmentId: string): string | undefined {
  return gathered.get(enrolmentId)?.lessonId;
}

/** Writes what was gathered; the end of the process asks for it too. */
export async function writeVisits(): Promise<void> {
  isDue = false;
  const visits = [...gathered];
  if (visits.length === 0) return;
  try {
    await hot((connection) => {
      const update = prepareHot(connection, "UPDATE Enrolment SET lastLessonId = ?, lastSeenAt = ? WHERE id = ?");
      for (const [id, { lessonId, at }] of visits) update.run(lessonId, dbTime(at), id);
    });
    for (const [id, visit] of visits) if (gathered.get(id) === visit) gathered.delete(id);
  } catch (error) {
    gathered.clear();
    log.error({ err: error }, "visits could not be noted");
  }
}
