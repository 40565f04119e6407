import { type ReasonFault, readReason } from "../audit/reason";
import { recordEvent } from "../audit/record-event.server";
import { hotIn, type Transaction, transact } from "../platform/db.server";
import { findOwnEnrolment, type ParticipantDeed } from "./find-own-enrolment.server";
import { handInOpenSittings } from "./hand-in-open-sittings.server";
import { participantActions } from "./participant-change";
import { enrolmentSubject } from "./reminder-rule";

export type Ended = { ok: true } | { ok: false; reason: "not-there" | ReasonFault };

/**
 * Ends an enrolment: the learner reads no further, and nothing new counts. What was done stays, and so do certificates.
 * An attempt that runs is handed in as it stands, so that no later answer finds it open. Ending twice changes nothing.
 */
export async function endEnrolment(input: ParticipantDeed & { reason: string }): Promise<Ended> {
  const { societyId, enrolmentId, now } = input;
  return transact(async (tx): Promise<Ended> => {
    const found = await findOwnEnrolment(tx, input);
    if (found === null) return { ok: false, reason: "not-there" };
    if (found.row.endedAt !== null) return { ok: true };
    const read = readReason(input.reason, found.names);
    if (!read.ok) return read;
    await tx.enrolment.update({
      where: { id: enrolmentId },
      data: { endedAt: now, endedReason: read.reason },
    });
    await record(tx, input, participantActions.end, { societyId, reason: read.reason });
    hotIn(tx, (connection) => {
      handInOpenSittings(connection, found.enrolment, now);
    });
    return { ok: true };
  });
}

/** Takes up an enrolment that was ended, where the learner left it. Doing it twice changes nothing. */
export function resumeEnrolment(input: ParticipantDeed): Promise<{ ok: true } | { ok: false; reason: "not-there" }> {
  return transact(async (tx) => {
    const found = await findOwnEnrolment(tx, input);
    if (found === null) return { ok: false, reason: "not-there" };
    if (found.row.endedAt === null) return { ok: true };
    await tx.enrolment.update({ where: { id: input.enrolmentId }, data: { endedAt: null, endedReason: null } });
    await record(tx, input, participantActions.resume, { societyId: input.societyId });
    return { ok: true };
  });
}

function record(
  tx: Transaction,
  { actorId, enrolmentId, now }: ParticipantDeed,
  action: string,
  details: Readonly<Record<string, string>>,
): Promise<void> {
  return recordEvent(tx, { actorId, action, subject: enrolmentSubject(enrolmentId), details, now });
}
