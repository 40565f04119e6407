import { countLate } from "../assessments/regrade-late-answer.server";
import { isNewlyPassed } from "../assessments/regrade-sittings.server";
import { recordEvent } from "../audit/record-event.server";
import { statement, transact } from "../platform/db.server";
import { listLateAnswers } from "./find-regrade-changes.server";
import { recordPasses } from "./record-passes.server";
import { scheduleExplained } from "./schedule-missed.server";

const subjectOf = statement<[number], { sittingId: string; subjectRef: string }>(
  "SELECT s.id AS sittingId, s.subjectRef FROM AnswerEvent a JOIN Sitting s ON s.id = a.sittingId WHERE a.id = ?",
);

/**
 * Counts an answer that came late, and marks its attempt with it. A pass once given stays. Of another society's
 * participant, or counted already: not there.
 * @param input.societyId comes from a guard
 */
export async function countLateAnswer(input: {
  societyId: string;
  actorId: string;
  enrolmentId: string;
  answerId: number;
  now: Date;
}): Promise<boolean> {
  const { societyId, actorId, enrolmentId, answerId, now } = input;
  return transact(async (tx) => {
    const late = listLateAnswers({ societyId, enrolmentId, locale: "en" }).find(({ id }) => id === answerId);
    const subject = subjectOf.get(answerId);
    if (late === undefined || subject === undefined) return false;
    const { sittingId, subjectRef } = subject;
    const regraded = await countLate(tx, { answerId, sittingId, now });
    if (isNewlyPassed(regraded)) await recordPasses(tx, [subjectRef], now);
    await scheduleExplained(tx, [regraded], new Map([[sittingId, subjectRef]]), now);
    await recordEvent(tx, {
      actorId,
      action: "answer.count-late",
      subject: `sitting:${sittingId}`,
      details: {
        societyId,
        answerId,
        questionId: late.questionId,
        scoreBefore: regraded.before.scoreHundredths,
        scoreAfter: regraded.after.scoreHundredths,
      },
      now,
    });
    return true;
  });
}
