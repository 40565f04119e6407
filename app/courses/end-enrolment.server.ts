import { handIn } from "../assessments/end-sitting.server";
import { listSittings } from "../assessments/sitting-store.server";
import { type ReasonFault, readReason } from "../audit/reason";
import { recordEvent } from "../audit/record-event.server";
import { hot, type Transaction, transact } from "../platform/db.server";
import { type Enrolment, findEnrolmentById } from "./find-enrolment.server";
import { findOwnEnrolment, type ParticipantDeed } from "./find-own-enrolment.server";
import { lessonsOf } from "./manifest";
import { participantActions } from "./participant-change";
import { lessonState } from "./progress";
import { recordProgressHot } from "./record-progress.server";
import { enrolmentSubject } from "./reminder-rule";
import { lessonSubject } from "./subject";

export type Ended = { ok: true } | { ok: false; reason: "not-there" | ReasonFault };

/**
 * Ends an enrolment: the learner reads no further, and nothing new counts. What was done stays, and so do certificates.
 * An attempt that runs is handed in as it stands, so that no later answer finds it open. Ending twice changes nothing.
 */
export async function endEnrolment(input: ParticipantDeed & { reason: string }): Promise<Ended> {
  const { societyId, enrolmentId, now } = input;
  const ended = await transact(async (tx): Promise<Ended> => {
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
    return { ok: true };
  });
  const enrolment = ended.ok ? findEnrolmentById(enrolmentId) : null;
  if (enrolment !== null) await handInOpenSittings(enrolment, now);
  return ended;
}

async function handInOpenSittings(enrolment: Enrolment, now: Date): Promise<void> {
  const { id: enrolmentId, personId, edition } = enrolment;
  const { manifest } = edition;
  for (const lesson of lessonsOf(manifest)) {
    if (lesson.kind !== "quiz") continue;
    const subject = lessonSubject(enrolmentId, lesson.id);
    const open = listSittings({ personId, subject }).find((sitting) => sitting.endedAt === null);
    if (open === undefined) continue;
    await hot((connection) => {
      const handed = handIn(connection, { personId, subject, number: open.number, now });
      const passed = handed.ok && handed.sitting.passed === true;
      if (!passed) return;
      const state = lessonState(lesson, { kind: "quiz", passed });
      recordProgressHot(connection, { enrolmentId, manifest, lessonId: lesson.id, state, now });
    });
  }
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
