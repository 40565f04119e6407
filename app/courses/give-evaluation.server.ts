import type { EvaluationAnswers } from "../evaluations/evaluation-form";
import { storeEvaluation } from "../evaluations/store-evaluation.server";
import { transact } from "../platform/db.server";
import { findEnrolment } from "./find-enrolment.server";
import { mustConfirmName } from "./identity";
import { findLesson } from "./manifest";
import { isOpen, lessonState } from "./progress";
import { recordProgress } from "./record-progress.server";

export type Given =
  | { ok: true; already: boolean }
  | { ok: false; reason: "not-enrolled" | "ended" | "no-such-lesson" | "locked" | "identity-unconfirmed" };

/** Keeps that the evaluation was given (evidence) apart from what it says. A second one changes nothing. */
export async function giveEvaluation(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  answers: EvaluationAnswers;
  /** The learner has ticked "I am the person named". */
  confirmsIdentity: boolean;
  now: Date;
}): Promise<Given> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  if (enrolment.ended !== null) return { ok: false, reason: "ended" };
  const { manifest } = enrolment.edition;
  const lesson = findLesson(manifest, input.lessonId);
  if (lesson?.kind !== "evaluation") return { ok: false, reason: "no-such-lesson" };
  if (!isOpen(manifest, enrolment.states, lesson.id)) return { ok: false, reason: "locked" };
  const mustConfirm = mustConfirmName(enrolment);
  if (mustConfirm && !input.confirmsIdentity) return { ok: false, reason: "identity-unconfirmed" };
  const key = { enrolmentId: enrolment.id, lessonId: lesson.id };
  return transact(async (tx): Promise<Given> => {
    const before = await tx.evaluationGiven.findUnique({ where: { enrolmentId_lessonId: key } });
    if (before !== null) return { ok: true, already: true };
    if (mustConfirm) await tx.enrolment.update({ where: { id: enrolment.id }, data: { identityConfirmed: input.now } });
    await tx.evaluationGiven.create({ data: { ...key, at: input.now } });
    await storeEvaluation(tx, { editionId: enrolment.edition.id, answers: input.answers });
    await recordProgress(tx, {
      ...key,
      manifest,
      state: lessonState(lesson, { kind: "evaluation", given: true }),
      now: input.now,
    });
    return { ok: true, already: false };
  });
}
