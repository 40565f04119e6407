import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson } from "./manifest";

export type Reported = { ok: true } | { ok: false; reason: "not-enrolled" | "no-such-lesson" | "too-many" };

const dayMs = 86_400_000;
const mostReportsADay = 20;

/** Puts a learner's report on the society's list. */
export async function reportMistake(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  questionId: string | null;
  text: string;
  now: Date;
}): Promise<Reported> {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  if (findLesson(enrolment.edition.manifest, input.lessonId) === null) return { ok: false, reason: "no-such-lesson" };
  const place = { editionId: enrolment.edition.id, lessonId: input.lessonId, questionId: input.questionId };
  const { personId, text, now: at } = input;
  return transact(async (tx): Promise<Reported> => {
    // A second click sends the same words again, and the first report holds them.
    const same = await tx.mistakeReport.findFirst({ where: { ...place, personId, text, resolvedAt: null } });
    if (same !== null) return { ok: true };
    const today = await tx.mistakeReport.count({ where: { personId, at: { gt: new Date(at.getTime() - dayMs) } } });
    if (today >= mostReportsADay) return { ok: false, reason: "too-many" };
    await tx.mistakeReport.create({ data: { id: newId(), ...place, personId, text, at } });
    return { ok: true };
  });
}
