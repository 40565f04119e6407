import { recordEvent } from "../audit/record-event.server";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { type Transaction, transact } from "../platform/db.server";
import { findEnrolmentById } from "./find-enrolment.server";
import { trackProgress } from "./progress";
import { reminderMail } from "./reminder-mail.server";
import { enrolmentSubject, nextReminderAt, reminderAction } from "./reminder-rule";

export type Reminded = { ok: true } | { ok: false; reason: "not-there" | "complete" | "ended" | "too-soon" };

/**
 * Sends a learner one mail about a track that is not complete, at most one a week whoever asks. The mail, the record
 * of who asked and the limit are one transaction. An enrolment in another society's track is not there.
 * @param input.societyId comes from a guard
 */
export async function remindParticipant(input: {
  societyId: string;
  actorId: string;
  enrolmentId: string;
  now: Date;
}): Promise<Reminded> {
  const { societyId, actorId, enrolmentId, now } = input;
  return transact(async (tx): Promise<Reminded> => {
    const found = await tx.enrolment.findFirst({
      where: { id: enrolmentId, edition: { track: { societyId } } },
      select: { person: { select: { email: true, locale: true, certificateName: true } } },
    });
    const enrolment = found && findEnrolmentById(enrolmentId);
    if (found === null || enrolment === null) return { ok: false, reason: "not-there" };
    if (enrolment.ended !== null) return { ok: false, reason: "ended" };
    if (trackProgress(enrolment.edition.manifest, enrolment.states).complete) return { ok: false, reason: "complete" };
    if (nextReminderAt(await lastReminder(tx, enrolmentId), now) !== null) return { ok: false, reason: "too-soon" };
    const key = `reminder ${enrolmentId} ${now.toISOString()}`;
    await enqueueMail(tx, { mail: reminderMail(found.person, enrolment), key, now });
    const subject = enrolmentSubject(enrolmentId);
    await recordEvent(tx, { actorId, action: reminderAction, subject, details: { societyId }, now });
    return { ok: true };
  });
}

async function lastReminder(tx: Transaction, enrolmentId: string): Promise<Date | null> {
  const last = await tx.auditEvent.findFirst({
    where: { subject: enrolmentSubject(enrolmentId), action: reminderAction },
    orderBy: { at: "desc" },
    select: { at: true },
  });
  return last?.at ?? null;
}
