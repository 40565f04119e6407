import { recordEvent } from "../audit/record-event.server";
import { transact } from "../platform/db.server";
import type { TimeFactor } from "./attempts";
import { findOwnEnrolment, type ParticipantDeed } from "./find-own-enrolment.server";
import { participantActions } from "./participant-change";
import { enrolmentSubject } from "./reminder-rule";

export type FactorSet = { ok: true } | { ok: false; reason: "not-there" | "ended" };

/**
 * Gives a learner more time in every quiz with a time limit, from the next attempt on. Only the factor is kept: why
 * somebody needs it is nobody's business here. Choosing the same again changes nothing.
 */
export function setTimeFactor(input: ParticipantDeed & { factor: TimeFactor }): Promise<FactorSet> {
  const { societyId, actorId, enrolmentId, factor, now } = input;
  return transact(async (tx): Promise<FactorSet> => {
    const found = await findOwnEnrolment(tx, input);
    if (found === null) return { ok: false, reason: "not-there" };
    if (found.row.endedAt !== null) return { ok: false, reason: "ended" };
    if (found.row.timeFactor === factor) return { ok: true };
    await tx.enrolment.update({ where: { id: enrolmentId }, data: { timeFactor: factor } });
    await recordEvent(tx, {
      actorId,
      action: participantActions.time,
      subject: enrolmentSubject(enrolmentId),
      details: { societyId, factor },
      now,
    });
    return { ok: true };
  });
}
