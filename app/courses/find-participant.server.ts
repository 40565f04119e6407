import { db, statement } from "../platform/db.server";
import { getTextFor } from "./edition-store.server";
import { lessonsOf } from "./manifest";
import { type Participant, readParticipants, type Score } from "./read-participants.server";
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
  if (record === undefined) return null;
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
  const isComplete = participant.doneCount === participant.lessonCount;
  return { ...participant, lessons, sittings, isComplete, reminder: await findReminder(input) };
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
