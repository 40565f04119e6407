import { type ReasonFault, readReason } from "../audit/reason";
import { recordEvent } from "../audit/record-event.server";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { attemptsLeft } from "./attempts";
import { findOwnEnrolment, type ParticipantDeed } from "./find-own-enrolment.server";
import { findLesson } from "./manifest";
import { participantActions } from "./participant-change";
import { enrolmentSubject } from "./reminder-rule";
import { lessonSubject } from "./subject";

export type Granted = { ok: true } | { ok: false; reason: "not-there" | "ended" | "attempts-left" | ReasonFault };

/**
 * Grants a learner one more attempt at a quiz whose attempts are used up. While one is left there is nothing to grant,
 * which also makes a double click one grant.
 */
export function grantAttempt(input: ParticipantDeed & { lessonId: string; reason: string }): Promise<Granted> {
  const { societyId, actorId, enrolmentId, lessonId, now } = input;
  return transact(async (tx): Promise<Granted> => {
    const found = await findOwnEnrolment(tx, input);
    const lesson = found && findLesson(found.enrolment.edition.manifest, lessonId);
    if (found === null || lesson?.kind !== "quiz") return { ok: false, reason: "not-there" };
    if (found.row.endedAt !== null) return { ok: false, reason: "ended" };
    const { kind: subjectKind, ref: subjectRef } = lessonSubject(enrolmentId, lessonId);
    const begun = await tx.sitting.count({ where: { subjectKind, subjectRef } });
    const granted = await tx.sittingGrant.count({ where: { enrolmentId, lessonId } });
    if (attemptsLeft(lesson.blueprint.attempts, granted, begun) !== 0) return { ok: false, reason: "attempts-left" };
    const read = readReason(input.reason, found.names);
    if (!read.ok) return read;
    const { reason } = read;
    await tx.sittingGrant.create({
      data: { id: newId(), enrolmentId, lessonId, byPersonId: actorId, reason, at: now },
    });
    await recordEvent(tx, {
      actorId,
      action: participantActions.grant,
      subject: enrolmentSubject(enrolmentId),
      details: { societyId, lessonId, reason },
      now,
    });
    return { ok: true };
  });
}
