import { wakeRunner } from "../jobs/wake.server";
import { dbTime, type Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { findEnrolmentById } from "./find-enrolment.server";
import { findLesson, lessonsOf } from "./manifest";
import { lessonState } from "./progress";

interface Passed {
  readonly states: readonly (readonly [enrolmentId: string, lessonId: string, fraction: number])[];
  readonly completed: readonly string[];
}

const chunkSize = 100;

/**
 * Writes the progress of quizzes that were passed after their sittings, in the transaction that found it out and
 * before it writes any other progress: what `recordProgress` does, for thousands of learners at once. A test holds
 * both to the same results.
 * @param subjectRefs of the sittings, as `lessonSubject` makes them
 */
export async function recordPasses(tx: Transaction, subjectRefs: readonly string[], now: Date): Promise<void> {
  const byEnrolment = new Map<string, Set<string>>();
  for (const ref of subjectRefs) {
    const [enrolmentId = ""] = ref.split(":");
    byEnrolment.set(enrolmentId, (byEnrolment.get(enrolmentId) ?? new Set()).add(ref));
  }
  const enrolmentIds = [...byEnrolment.keys()];
  for (let from = 0; from < enrolmentIds.length; from += chunkSize) {
    const chunk = enrolmentIds.slice(from, from + chunkSize);
    const passed = chunk.map((id) => passesOf(id, byEnrolment.get(id) ?? new Set()));
    await writePasses(
      tx,
      { states: passed.flatMap(({ states }) => states), completed: passed.flatMap(({ completed }) => completed) },
      now,
    );
  }
}

/** What the enrolment reaches by these passes; nothing where its edition has no such quiz. */
function passesOf(enrolmentId: string, subjectRefs: ReadonlySet<string>): Passed {
  const enrolment = findEnrolmentById(enrolmentId);
  if (enrolment === null) return { states: [], completed: [] };
  const { manifest } = enrolment.edition;
  // The learner may have moved to an edition without the quiz.
  const quizzes = [...subjectRefs].flatMap((ref) => {
    const lesson = findLesson(manifest, ref.slice(enrolmentId.length + 1));
    return lesson?.kind === "quiz" ? [lesson] : [];
  });
  const reached = quizzes.map((lesson) => ({ lesson, state: lessonState(lesson, { kind: "quiz", passed: true }) }));
  const doneNow = new Set(reached.flatMap(({ lesson, state }) => (state.done ? [lesson.id] : [])));
  const isComplete = lessonsOf(manifest).every(({ id }) => doneNow.has(id) || enrolment.states[id]?.done === true);
  return {
    states: reached.map(({ lesson, state }) => [enrolmentId, lesson.id, state.fraction] as const),
    completed: doneNow.size > 0 && isComplete && enrolment.completedAt === null ? [enrolmentId] : [],
  };
}

async function writePasses(tx: Transaction, { states, completed }: Passed, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO LessonState (enrolmentId, lessonId, fraction, done)
    SELECT value ->> 0, value ->> 1, value ->> 2, 1 FROM json_each(${JSON.stringify(states)}) WHERE true
    ON CONFLICT (enrolmentId, lessonId) DO UPDATE SET fraction = max(fraction, excluded.fraction), done = 1`;
  if (completed.length === 0) return;
  await tx.$executeRaw`
    UPDATE Enrolment SET completedAt = ${dbTime(now)}
     WHERE completedAt IS NULL AND id IN (SELECT value FROM json_each(${JSON.stringify(completed)}))`;
  const jobs = completed.map((enrolmentId) => [newId(), JSON.stringify({ enrolmentId }), `certificate:${enrolmentId}`]);
  await tx.$executeRaw`
    INSERT INTO Job (id, name, payload, key, runAt, attempts)
    SELECT value ->> 0, 'certificate.issue', value ->> 1, value ->> 2, ${dbTime(now)}, 0
      FROM json_each(${JSON.stringify(jobs)}) WHERE true
    ON CONFLICT (key) DO NOTHING`;
  wakeRunner();
}
