import { type Lesson, lessonsOf, type Manifest } from "./manifest";

/**
 * Progress is a pure function of evidence against the pinned edition. Fractions are hundredths of a per cent
 * (0 to 10000), so that nothing is rounded twice. Evidence only grows, so progress never falls.
 */

export interface LessonState {
  readonly fraction: number;
  readonly done: boolean;
}

/** By lesson id. A lesson without an entry has not been started. */
export type LessonStates = Readonly<Record<string, LessonState>>;

/** What is known about one learner's way through one lesson. */
export type LessonEvidence =
  | { readonly kind: "reading"; readonly ended: boolean }
  | { readonly kind: "webinar"; readonly coveredMs: number }
  | { readonly kind: "quiz"; readonly passed: boolean }
  | { readonly kind: "evaluation"; readonly given: boolean };

const whole = 10_000;

/** The state of a lesson after its evidence. Evidence of another kind than the lesson's counts as none. */
export function lessonState(lesson: Lesson, evidence: LessonEvidence): LessonState {
  switch (lesson.kind) {
    case "reading":
      return allOrNothing(evidence.kind === "reading" && evidence.ended);
    case "webinar":
      return watchedState(lesson, evidence.kind === "webinar" ? evidence.coveredMs : 0);
    case "quiz":
      return allOrNothing(evidence.kind === "quiz" && evidence.passed);
    case "evaluation":
      return allOrNothing(evidence.kind === "evaluation" && evidence.given);
  }
}

function allOrNothing(done: boolean): LessonState {
  return { fraction: done ? whole : 0, done };
}

/** A recording is done when the wanted share of it has been watched; on the way, the fraction grows towards that share. */
function watchedState(lesson: { durationMs: number; watchPercent: number }, coveredMs: number): LessonState {
  const wanted = Math.max(1, Math.floor((lesson.durationMs * lesson.watchPercent) / 100));
  const done = coveredMs >= wanted;
  return { fraction: done ? whole : Math.min(whole - 1, Math.floor((Math.max(0, coveredMs) * whole) / wanted)), done };
}

export interface TrackProgress {
  readonly doneCount: number;
  readonly lessonCount: number;
  /** 0 to 100, rounded down; 100 only when every lesson is done. */
  readonly percent: number;
  readonly complete: boolean;
  readonly minutesLeft: number;
  /** The first lesson that is not done, in the order of the track. */
  readonly nextLessonId: string | null;
}

/** One function for every view: learner, author, certificate. */
export function trackProgress(manifest: Manifest, states: LessonStates): TrackProgress {
  const lessons = lessonsOf(manifest);
  const open = lessons.filter((lesson) => states[lesson.id]?.done !== true);
  const fractions = lessons.reduce((sum, lesson) => sum + clamp(states[lesson.id]?.fraction ?? 0), 0);
  const complete = open.length === 0;
  const percent = Math.floor(fractions / (lessons.length * 100));
  return {
    doneCount: lessons.length - open.length,
    lessonCount: lessons.length,
    percent: complete ? 100 : Math.min(99, percent),
    complete,
    minutesLeft: open.reduce((sum, lesson) => sum + lesson.minutes, 0),
    nextLessonId: open[0]?.id ?? null,
  };
}

function clamp(fraction: number): number {
  return Math.min(whole, Math.max(0, fraction));
}

/** May the learner open this lesson? In a sequential track every lesson before it must be done. */
export function isOpen(manifest: Manifest, states: LessonStates, lessonId: string): boolean {
  if (manifest.order === "free" || states[lessonId]?.done === true) return true;
  for (const lesson of lessonsOf(manifest)) {
    if (lesson.id === lessonId) return true;
    if (states[lesson.id]?.done !== true) return false;
  }
  return false;
}

/** Evidence only grows: whatever was reached stays reached. */
export function laterOf(before: LessonState | undefined, after: LessonState): LessonState {
  if (before === undefined) return after;
  return { fraction: Math.max(before.fraction, after.fraction), done: before.done || after.done };
}
