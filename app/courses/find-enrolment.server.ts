import { statement } from "../platform/db.server";
import { readTimeFactor, type TimeFactor } from "./attempts";
import { type Edition, getEdition } from "./edition-store.server";
import { gatheredVisit } from "./note-visit.server";
import type { LessonStates } from "./progress";

/** A learner's place in a track: the pinned edition and the state of every lesson. */
export interface Enrolment {
  readonly id: string;
  readonly personId: string;
  readonly edition: Edition;
  readonly language: string;
  /** The latest text of the edition in the learner's language, or in English where it has none. */
  readonly textId: string;
  readonly lastLessonId: string | null;
  readonly completedAt: string | null;
  readonly enrolledAt: string;
  readonly identityConfirmed: boolean;
  readonly states: LessonStates;
  /** The track's present edition: another id means that a newer one is offered. */
  readonly currentEditionId: string | null;
  readonly availability: string;
  /** Set when the society ended it: nothing new is read or taken, everything that was done stays. */
  readonly ended: { readonly at: string; readonly reason: string } | null;
  readonly timeFactor: TimeFactor;
  /** Moved to a newer edition at least once. */
  readonly hasMoved: boolean;
  /** Lesson id -> attempts that the society granted beyond the rule. */
  readonly grants: Readonly<Record<string, number>>;
}

interface EnrolmentRow {
  readonly id: string;
  readonly personId: string;
  readonly editionId: string;
  readonly language: string;
  readonly textId: string;
  readonly lastLessonId: string | null;
  readonly completedAt: string | null;
  readonly enrolledAt: string;
  readonly identityConfirmed: string | null;
  readonly currentEditionId: string | null;
  readonly availability: string;
  readonly endedAt: string | null;
  readonly endedReason: string | null;
  readonly timeFactor: string;
  readonly grants: string;
  readonly hasMoved: 0 | 1;
  readonly states: string;
}

const columns = `
  e.id, e.personId, e.editionId, e.language, e.lastLessonId, e.completedAt, e.enrolledAt, e.identityConfirmed,
  e.endedAt, e.endedReason, e.timeFactor, t.currentEditionId, t.availability,
  (SELECT json_group_array(g.lessonId) FROM SittingGrant g WHERE g.enrolmentId = e.id) AS grants,
  EXISTS (SELECT 1 FROM EditionMove m WHERE m.enrolmentId = e.id) AS hasMoved,
  (SELECT x.id FROM EditionText x WHERE x.editionId = e.editionId AND x.language IN (e.language, 'en')
    ORDER BY x.language = e.language DESC, x.revision DESC LIMIT 1) AS textId,
  (SELECT json_group_array(json_array(s.lessonId, s.fraction, s.done)) FROM LessonState s WHERE s.enrolmentId = e.id) AS states`;

const byTrack = statement<[string, string], EnrolmentRow>(
  `SELECT ${columns} FROM Track t JOIN Enrolment e ON e.trackId = t.id WHERE e.personId = ? AND t.slug = ?`,
);
const byId = statement<[string], EnrolmentRow>(
  `SELECT ${columns} FROM Enrolment e JOIN Track t ON t.id = e.trackId WHERE e.id = ?`,
);
const byPerson = statement<[string], EnrolmentRow>(
  `SELECT ${columns} FROM Enrolment e JOIN Track t ON t.id = e.trackId WHERE e.personId = ? ORDER BY e.lastSeenAt DESC LIMIT 200`,
);

function toEnrolment(row: EnrolmentRow): Enrolment {
  // The statement itself builds this JSON.
  const states = JSON.parse(row.states) as [string, number, 0 | 1][];
  return {
    id: row.id,
    personId: row.personId,
    edition: getEdition(row.editionId),
    language: row.language,
    textId: row.textId,
    lastLessonId: gatheredVisit(row.id) ?? row.lastLessonId,
    completedAt: row.completedAt,
    enrolledAt: row.enrolledAt,
    identityConfirmed: row.identityConfirmed !== null,
    states: Object.fromEntries(states.map(([lessonId, fraction, done]) => [lessonId, { fraction, done: done === 1 }])),
    currentEditionId: row.currentEditionId,
    availability: row.availability,
    ended: row.endedAt === null ? null : { at: row.endedAt, reason: row.endedReason ?? "" },
    hasMoved: row.hasMoved === 1,
    timeFactor: readTimeFactor(row.timeFactor),
    grants: row.grants === "[]" ? noGrants : countGrants(row.grants),
  };
}

const noGrants: Enrolment["grants"] = {};

function countGrants(lessonIds: string): Enrolment["grants"] {
  const counts: Record<string, number> = {};
  // The statement itself builds this JSON.
  for (const id of JSON.parse(lessonIds) as string[]) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

/** The person's enrolment in a track, or null: not enrolled and no such track are the same. One statement. */
export function findEnrolment(input: { personId: string; trackSlug: string }): Enrolment | null {
  const row = byTrack.get(input.personId, input.trackSlug);
  return row === undefined ? null : toEnrolment(row);
}

/** For jobs, which hold an id of ours. */
export function findEnrolmentById(id: string): Enrolment | null {
  const row = byId.get(id);
  return row === undefined ? null : toEnrolment(row);
}

/** Every enrolment of a person, the latest visited first. */
export function listEnrolments(personId: string): Enrolment[] {
  return byPerson.all(personId).map(toEnrolment);
}
