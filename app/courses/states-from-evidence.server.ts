import { dbTime, statement } from "../platform/db.server";
import { coveredMs, type Span, unionSpans } from "../webinars/spans";
import { type Edition, getEdition } from "./edition-store.server";
import { findLesson, type Lesson, lessonsOf, type Manifest } from "./manifest";
import { type LessonEvidence, type LessonState, lessonState } from "./progress";
import { lessonSubject } from "./subject";

/** An edition that the learner was on, until a moment. */
export interface EarlierEdition {
  readonly manifest: Manifest;
  readonly until: Date;
}

const readingsDone = statement<[string], { lessonId: string }>("SELECT lessonId FROM LessonDone WHERE enrolmentId = ?");
const evaluationsGiven = statement<[string], { lessonId: string }>(
  "SELECT lessonId FROM EvaluationGiven WHERE enrolmentId = ?",
);
const watchedSpans = statement<[string, string], { fromMs: number; toMs: number }>(
  "SELECT fromMs, toMs FROM WatchedSpan WHERE subjectRef = ? AND at <= ?",
);
const passedSitting = statement<[string], { id: string }>(
  "SELECT id FROM Sitting WHERE subjectKind = 'lesson' AND subjectRef = ? AND passed = 1 LIMIT 1",
);
const movesOf = statement<[string], { fromEditionId: string; at: string }>(
  "SELECT fromEditionId, at FROM EditionMove WHERE enrolmentId = ? ORDER BY at",
);

/** The editions that an enrolment has left, the first one first. */
export function listEarlierEditions(enrolmentId: string): (EarlierEdition & { readonly edition: Edition })[] {
  return movesOf.all(enrolmentId).map(({ fromEditionId, at }) => {
    const edition = getEdition(fromEditionId);
    return { edition, manifest: edition.manifest, until: new Date(at) };
  });
}

/** Later than any evidence: a learner's present edition has no end. */
const always = dbTime(new Date("9999-12-31T00:00:00.000Z"));

/**
 * The state of every lesson of an edition as a function of the evidence. What was done under an earlier edition stays
 * done, also where the present one asks for more; its evidence counts up to the moment of the move.
 * @returns lesson id -> state, one for each lesson of the manifest
 */
export function statesFromEvidence(
  enrolmentId: string,
  manifest: Manifest,
  earlier: readonly EarlierEdition[],
): Map<string, LessonState> {
  const readings = new Set(readingsDone.all(enrolmentId).map((row) => row.lessonId));
  const evaluations = new Set(evaluationsGiven.all(enrolmentId).map((row) => row.lessonId));
  const evidence = (lesson: Lesson, until: string): LessonEvidence => {
    const { ref } = lessonSubject(enrolmentId, lesson.id);
    switch (lesson.kind) {
      case "reading":
        return { kind: "reading", ended: readings.has(lesson.id) };
      case "evaluation":
        return { kind: "evaluation", given: evaluations.has(lesson.id) };
      case "quiz":
        return { kind: "quiz", passed: passedSitting.get(ref) !== undefined };
      case "webinar": {
        const spans = watchedSpans.all(ref, until).map(({ fromMs, toMs }): Span => [fromMs, toMs]);
        return { kind: "webinar", coveredMs: coveredMs(unionSpans(spans, lesson.durationMs)) };
      }
    }
  };
  const wasDone = (lesson: Lesson) =>
    earlier.some((past) => {
      const then = findLesson(past.manifest, lesson.id);
      return then?.kind === lesson.kind && lessonState(then, evidence(then, dbTime(past.until))).done;
    });
  return new Map(
    lessonsOf(manifest).map((lesson) => {
      const state = lessonState(lesson, evidence(lesson, always));
      return [lesson.id, !state.done && wasDone(lesson) ? { fraction: 10_000, done: true } : state];
    }),
  );
}
