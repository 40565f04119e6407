/**
 * What many ways through a track add up to. Pure: the ways are handed in, without names. Moments are ISO texts in UTC,
 * shares 0 to 1.
 */

/** One learner's way through a track. */
export interface LearnerWay {
  readonly enrolledAt: string;
  readonly completedAt: string | null;
  /** When the learner last did something that counts; null when nothing was done. */
  readonly lastStepAt: string | null;
  /** Ids of the lessons that are done. */
  readonly done: readonly string[];
  readonly certificates: readonly { readonly issuedAt: string; readonly state: CertificateState }[];
}

export type CertificateState = "valid" | "superseded" | "revoked";

export interface MonthFigures {
  /** "2026-11" */
  readonly month: string;
  readonly enrolled: number;
  readonly completed: number;
  readonly certificates: number;
}

export interface LessonFigures {
  readonly lessonId: string;
  readonly done: number;
  /** Of all who are enrolled. */
  readonly share: number;
  /** Learners who stopped before the end, and whose next lesson this is. */
  readonly stoppedHere: number;
}

/** In days; null while nobody has completed. */
export type DaysToComplete = {
  readonly count: number;
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
} | null;

export interface TrackFigures {
  readonly enrolled: number;
  readonly completed: number;
  /** Did something within the last 90 days. */
  readonly goingOn: number;
  /** Did something, but not within the last 90 days. */
  readonly stopped: number;
  readonly notStarted: number;
  readonly months: readonly MonthFigures[];
  readonly lessons: readonly LessonFigures[];
  readonly days: DaysToComplete;
  readonly certificates: Readonly<Record<CertificateState, number>>;
}

const dayMs = 86_400_000;
/** As in the list of participants: who has done nothing for so long has stopped. */
const stoppedAfterMs = 90 * dayMs;
const mostMonths = 24;

type WayState = "completed" | "going-on" | "stopped" | "not-started";

/** Adds the ways up against the lessons of the latest edition, in the order of the track. */
export function trackFigures(ways: readonly LearnerWay[], lessonIds: readonly string[], now: Date): TrackFigures {
  const states = ways.map((way) => stateOf(way, now));
  const count = (state: WayState) => states.filter((each) => each === state).length;
  const stopped = ways.filter((_, i) => states[i] === "stopped");
  return {
    enrolled: ways.length,
    completed: count("completed"),
    goingOn: count("going-on"),
    stopped: count("stopped"),
    notStarted: count("not-started"),
    months: monthFigures(ways, now),
    lessons: lessonFigures(ways, stopped, lessonIds),
    days: daysToComplete(ways),
    certificates: countCertificates(ways),
  };
}

function stateOf(way: LearnerWay, now: Date): WayState {
  if (way.completedAt !== null) return "completed";
  if (way.lastStepAt === null) return "not-started";
  return now.getTime() - Date.parse(way.lastStepAt) > stoppedAfterMs ? "stopped" : "going-on";
}

function lessonFigures(
  ways: readonly LearnerWay[],
  stopped: readonly LearnerWay[],
  lessonIds: readonly string[],
): LessonFigures[] {
  const done = new Map<string, number>();
  for (const way of ways) for (const lessonId of way.done) done.set(lessonId, (done.get(lessonId) ?? 0) + 1);
  const next = new Map<string, number>();
  for (const way of stopped) {
    const reached = new Set(way.done);
    const open = lessonIds.find((lessonId) => !reached.has(lessonId));
    if (open !== undefined) next.set(open, (next.get(open) ?? 0) + 1);
  }
  return lessonIds.map((lessonId) => ({
    lessonId,
    done: done.get(lessonId) ?? 0,
    share: ways.length === 0 ? 0 : (done.get(lessonId) ?? 0) / ways.length,
    stoppedHere: next.get(lessonId) ?? 0,
  }));
}

function daysToComplete(ways: readonly LearnerWay[]): DaysToComplete {
  const days = ways
    .flatMap(({ enrolledAt, completedAt }) =>
      completedAt === null ? [] : [Math.max(0, (Date.parse(completedAt) - Date.parse(enrolledAt)) / dayMs)],
    )
    .sort((a, b) => a - b);
  if (days.length === 0) return null;
  return {
    count: days.length,
    lowerQuartile: quantile(days, 0.25),
    median: quantile(days, 0.5),
    upperQuartile: quantile(days, 0.75),
  };
}

/** Linear between the two nearest ranks (type 7 of Hyndman and Fan, The American Statistician 1996;50:361). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}

/** Months from the first enrolment to this one without a gap, the latest 24 of them. */
function monthFigures(ways: readonly LearnerWay[], now: Date): MonthFigures[] {
  const enrolled = countByMonth(ways.map((way) => way.enrolledAt));
  const completed = countByMonth(ways.flatMap((way) => way.completedAt ?? []));
  const certificates = countByMonth(ways.flatMap((way) => way.certificates.map(({ issuedAt }) => issuedAt)));
  const first = [...enrolled.keys()].sort()[0];
  if (first === undefined) return [];
  return monthsBetween(first, now.toISOString().slice(0, 7))
    .slice(-mostMonths)
    .map((month) => ({
      month,
      enrolled: enrolled.get(month) ?? 0,
      completed: completed.get(month) ?? 0,
      certificates: certificates.get(month) ?? 0,
    }));
}

function countByMonth(moments: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const moment of moments) counts.set(moment.slice(0, 7), (counts.get(moment.slice(0, 7)) ?? 0) + 1);
  return counts;
}

function monthsBetween(first: string, last: string): string[] {
  const [year = 0, month = 1] = first.split("-").map(Number);
  const months: string[] = [];
  for (let i = 0; ; i++) {
    const name = new Date(Date.UTC(year, month - 1 + i, 1)).toISOString().slice(0, 7);
    if (name > last) return months.length === 0 ? [first] : months;
    months.push(name);
  }
}

function countCertificates(ways: readonly LearnerWay[]): Record<CertificateState, number> {
  const counts = { valid: 0, superseded: 0, revoked: 0 };
  for (const way of ways) for (const { state } of way.certificates) counts[state] += 1;
  return counts;
}
