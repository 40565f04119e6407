import { assessEssay } from "../assessments/assess-essay.server";
import { isNewlyPassed, type Regraded } from "../assessments/regrade-sittings.server";
import { recordEvent } from "../audit/record-event.server";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { type Transaction, transact } from "../platform/db.server";
import { essayMail } from "./essay-mail.server";
import { findEnrolmentById } from "./find-enrolment.server";
import { findEndedSitting } from "./list-essays-to-mark.server";
import { recordPasses } from "./record-passes.server";
import { scheduleExplained } from "./schedule-missed.server";

export type EssayMarked = { ok: true; already: boolean } | { ok: false; reason: "not-there" | "incomplete" };

/**
 * Keeps what a marker gave an essay. With the last essay of a sitting come its result, the progress and a mail to the
 * learner, all in one transaction. A later assessment of the same essay counts instead; a pass once given stays.
 * @param input.societyId comes from a guard
 * @param input.assessmentId made by the page, so that a second click is the same assessment
 */
export async function markEssay(input: {
  societyId: string;
  actorId: string;
  sittingId: string;
  questionId: string;
  assessmentId: string;
  levels: Readonly<Record<string, string>>;
  comment: string;
  now: Date;
}): Promise<EssayMarked> {
  const { societyId, actorId, sittingId, questionId, assessmentId, levels, comment, now } = input;
  return transact(async (tx): Promise<EssayMarked> => {
    const sitting = findEndedSitting({ societyId, sittingId });
    if (sitting === null) return { ok: false, reason: "not-there" };
    const assessment = { levels, comment };
    const record = { id: assessmentId, sitting, questionId, assessment, byPersonId: actorId, at: now };
    const assessed = await assessEssay(tx, record);
    if (!assessed.ok) return { ok: false, reason: assessed.reason === "incomplete" ? "incomplete" : "not-there" };
    if (assessed.regraded === null) return { ok: true, already: assessed.already };
    if (isNewlyPassed(assessed.regraded)) await recordPasses(tx, [sitting.subjectRef], now);
    await scheduleExplained(tx, [assessed.regraded], new Map([[sittingId, sitting.subjectRef]]), now);
    await tellLearner(tx, assessed.regraded, sitting.subjectRef, now);
    const details = { societyId, questionId, assessmentId };
    await recordEvent(tx, { actorId, action: "essay.assess", subject: `sitting:${sittingId}`, details, now });
    return { ok: true, already: false };
  });
}

/** A mail when the sitting gets its result, and when a later assessment makes a pass of it. */
async function tellLearner(tx: Transaction, regraded: Regraded, subjectRef: string, now: Date): Promise<void> {
  const hasResultNow = regraded.before.passed === null && regraded.after.passed !== null;
  if (!hasResultNow && !isNewlyPassed(regraded)) return;
  const [enrolmentId = "", lessonId = ""] = subjectRef.split(":");
  const enrolment = findEnrolmentById(enrolmentId);
  if (enrolment === null) return;
  const learner = await tx.person.findUniqueOrThrow({ where: { id: enrolment.personId } });
  const sitting = await tx.sitting.findUniqueOrThrow({ where: { id: regraded.sittingId }, select: { number: true } });
  const mail = essayMail(learner, enrolment, { lessonId, number: sitting.number });
  const occasion = hasResultNow ? "result" : "pass";
  await enqueueMail(tx, { mail, key: `essay ${regraded.sittingId} ${occasion}`, now });
}
