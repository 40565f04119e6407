import { statement } from "../platform/db.server";
import { type Lesson, lessonsOf, type Manifest } from "./manifest";
import { lessonSubject } from "./subject";

/** What was measured on the way to completion: a certificate states it. Percentages are rounded down. */
export interface CompletionEvidence {
  /** The best sitting of the last graded quiz; null when no sitting of it was passed. */
  readonly assessment: {
    readonly scorePercent: number;
    readonly passPercent: number;
    readonly attempts: number;
  } | null;
  /** Played share of all recordings together, and how long they are; null when the track has none. */
  readonly watched: { readonly percent: number; readonly minutes: number } | null;
  readonly evaluationGiven: boolean;
}

interface SittingRow {
  readonly scoreHundredths: number;
  readonly maxHundredths: number;
}

const endedSittings = statement<[string], SittingRow>(
  `SELECT scoreHundredths, maxHundredths FROM Sitting
    WHERE subjectKind = 'lesson' AND subjectRef = ? AND endedAt IS NOT NULL AND maxHundredths > 0`,
);
const watchState = statement<[string], { coveredMs: number }>("SELECT coveredMs FROM WatchState WHERE subjectRef = ?");
const evaluation = statement<[string], { at: string }>("SELECT at FROM EvaluationGiven WHERE enrolmentId = ? LIMIT 1");

/** Reads the evidence of one enrolment against the edition that it is pinned to. */
export function findCompletionEvidence(enrolmentId: string, manifest: Manifest): CompletionEvidence {
  const lessons = lessonsOf(manifest);
  return {
    assessment: bestSitting(enrolmentId, lessons),
    watched: watchedShare(enrolmentId, lessons),
    evaluationGiven: evaluation.get(enrolmentId) !== undefined,
  };
}

type QuizLesson = Extract<Lesson, { kind: "quiz" }>;

/** The quiz that decides: the last one whose sittings are counted. A track without such a quiz is judged by its last one. */
export function decidingQuiz(lessons: readonly Lesson[]): QuizLesson | undefined {
  const quizzes = lessons.filter((lesson): lesson is QuizLesson => lesson.kind === "quiz");
  return quizzes.findLast((quiz) => quiz.blueprint.attempts !== null) ?? quizzes.at(-1);
}

function bestSitting(enrolmentId: string, lessons: readonly Lesson[]): CompletionEvidence["assessment"] {
  const quiz = decidingQuiz(lessons);
  if (quiz === undefined) return null;
  const sittings = endedSittings.all(lessonSubject(enrolmentId, quiz.id).ref);
  const percents = sittings.map((row) => Math.floor((row.scoreHundredths * 100) / row.maxHundredths));
  const scorePercent = Math.max(0, ...percents);
  const { passPercent } = quiz.blueprint;
  return scorePercent < passPercent ? null : { scorePercent, passPercent, attempts: sittings.length };
}

function watchedShare(enrolmentId: string, lessons: readonly Lesson[]): CompletionEvidence["watched"] {
  const webinars = lessons.filter((lesson) => lesson.kind === "webinar");
  if (webinars.length === 0) return null;
  const whole = webinars.reduce((sum, lesson) => sum + lesson.durationMs, 0);
  const covered = webinars.reduce((sum, lesson) => {
    const row = watchState.get(lessonSubject(enrolmentId, lesson.id).ref);
    return sum + Math.min(lesson.durationMs, row?.coveredMs ?? 0);
  }, 0);
  return {
    percent: Math.floor((covered * 100) / Math.max(1, whole)),
    minutes: Math.max(1, Math.round(whole / 60_000)),
  };
}
