import { db, statement } from "../platform/db.server";
import { attemptsAllowed, attemptsLeft, type TimeFactor } from "./attempts";
import { getTextFor } from "./edition-store.server";
import { findEnrolmentById } from "./find-enrolment.server";
import { listParticipantDeeds, type PastDeed } from "./list-participant-deeds.server";
import { lessonsOf } from "./manifest";
import { type Participant, type ParticipantRecord, readParticipants, type Score } from "./read-participants.server";
import { enrolmentSubject, nextReminderAt, reminderAction } from "./reminder-rule";

export interface ParticipantDetail extends Participant {
  readonly lessons: readonly { readonly id: string; readonly title: string; readonly isDone: boolean }[];
  /** Of every quiz lesson, in the order of the track. */
  readonly sittings: readonly {
    readonly lessonNumber: number;
    readonly lessonTitle: string;
    readonly number: number;
    readonly startedAt: string;
    readonly score: Score | null;
  }[];
  readonly isComplete: boolean;
  /** Quizzes with limited attempts, in the order of the track. */
  readonly limited: readonly {
    readonly lessonId: string;
    readonly lessonNumber: number;
    readonly lessonTitle: string;
    readonly allowed: number;
    readonly left: number;
  }[];
  readonly timeFactor: TimeFactor;
  /** Whether any quiz of the track has a time limit: without one, extra time means nothing. */
  readonly hasTimeLimit: boolean;
  readonly ended: { readonly at: string; readonly reason: string } | null;
  readonly history: readonly PastDeed[];
  readonly reminder: {
    readonly lastSentAt: string | null;
    /** Null when one may be sent now. */
    readonly nextAt: string | null;
  };
}

const inSociety = statement<[string, string], { id: string }>(
  "SELECT e.id FROM Enrolment e JOIN Track t ON t.id = e.trackId WHERE e.id = ? AND t.societyId = ?",
);

/** One participant of a society; null when there is none, which is also the answer for another society's. */
export async function findParticipant(input: {
  societyId: string;
  enrolmentId: string;
  locale: string;
  now: Date;
}): Promise<ParticipantDetail | null> {
  const row = inSociety.get(input.enrolmentId, input.societyId);
  const record = row && readParticipants([row.id], input.locale)[0];
  const enrolment = record && findEnrolmentById(input.enrolmentId);
  if (record === undefined || enrolment == null) return null;
  const { participant, edition, states } = record;
  const { text } = getTextFor(edition.id, input.locale);
  const lessons = lessonsOf(edition.manifest).map(({ id }) => ({
    id,
    title: text.lessons[id]?.title ?? id,
    isDone: states[id]?.done === true,
  }));
  const numberOf = new Map(lessons.map(({ id }, index) => [id, index + 1]));
  const sittings = record.sittings
    .map(({ lessonId, ...sitting }) => ({
      ...sitting,
      lessonNumber: numberOf.get(lessonId) ?? 0,
      lessonTitle: text.lessons[lessonId]?.title ?? lessonId,
    }))
    .sort((a, b) => a.lessonNumber - b.lessonNumber || a.number - b.number);
  const titles = new Map(lessons.map(({ id, title }) => [id, title]));
  return {
    ...participant,
    lessons,
    sittings,
    isComplete: participant.doneCount === participant.lessonCount,
    limited: limitedQuizzes(record, enrolment.grants, titles),
    timeFactor: enrolment.timeFactor,
    hasTimeLimit: lessonsOf(edition.manifest).some(
      (lesson) => lesson.kind === "quiz" && lesson.blueprint.timeLimitMinutes !== null,
    ),
    ended: enrolment.ended,
    reminder: await findReminder(input),
    history: listParticipantDeeds(input.enrolmentId, titles),
  };
}

function limitedQuizzes(
  { edition, sittings }: ParticipantRecord,
  grants: Readonly<Record<string, number>>,
  titles: ReadonlyMap<string, string>,
): ParticipantDetail["limited"] {
  return lessonsOf(edition.manifest).flatMap((lesson, index) => {
    if (lesson.kind !== "quiz") return [];
    const granted = grants[lesson.id] ?? 0;
    const allowed = attemptsAllowed(lesson.blueprint.attempts, granted);
    const begun = sittings.filter(({ lessonId }) => lessonId === lesson.id).length;
    const left = attemptsLeft(lesson.blueprint.attempts, granted, begun);
    if (allowed === null || left === null) return [];
    const lessonTitle = titles.get(lesson.id) ?? lesson.id;
    return [{ lessonId: lesson.id, lessonNumber: index + 1, lessonTitle, allowed, left }];
  });
}

async function findReminder(input: { enrolmentId: string; now: Date }): Promise<ParticipantDetail["reminder"]> {
  const last = await db.auditEvent.findFirst({
    where: { subject: enrolmentSubject(input.enrolmentId), action: reminderAction },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return {
    lastSentAt: last?.at.toISOString() ?? null,
    nextAt: nextReminderAt(last?.at ?? null, input.now)?.toISOString() ?? null,
  };
}
