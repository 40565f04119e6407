import { regradeQuestion } from "../assessments/regrade-question.server";
import { isNewlyPassed, type RulingOn } from "../assessments/regrade-sittings.server";
import { recordEvent } from "../audit/record-event.server";
import { transact } from "../platform/db.server";
import { countRegrades, listConcernedSittings } from "./find-regrade.server";
import { recordPasses } from "./record-passes.server";

export type RuledOnQuestion =
  /** `already`: this very ruling is on record; nothing was done a second time. */
  | { ok: true; already: boolean }
  /** `overtaken`: somebody has ruled since the preview was made, so it says something else by now. */
  | { ok: false; reason: "not-there" | "overtaken" };

/**
 * Puts a ruling on record and marks everyone concerned anew, with the progress of those who pass by it, in one
 * transaction. Nobody loses a pass or a certificate. A revision of another society's bank is not there.
 * @param input.societyId comes from a guard
 * @param input.rulingId made by the page, so that a second click is the same ruling
 * @param input.after the last ruling that the preview knew; null for none
 */
export async function ruleOnQuestion(input: {
  societyId: string;
  actorId: string;
  rulingId: string;
  after: string | null;
  proposed: RulingOn;
  reason: string;
  now: Date;
}): Promise<RuledOnQuestion> {
  const { societyId, actorId, rulingId, proposed, reason, now } = input;
  const { revisionId } = proposed;
  return transact(async (tx): Promise<RuledOnQuestion> => {
    const where = { id: revisionId, question: { bank: { societyId } } };
    const revision = await tx.questionRevision.findFirst({
      where,
      select: { rulings: { select: { id: true }, orderBy: [{ at: "asc" }, { id: "asc" }] } },
    });
    if (revision === null) return { ok: false, reason: "not-there" };
    if (revision.rulings.some(({ id }) => id === rulingId)) return { ok: true, already: true };
    if ((revision.rulings.at(-1)?.id ?? null) !== input.after) return { ok: false, reason: "overtaken" };
    const concerned = new Map(listConcernedSittings(revisionId).map(({ id, subjectRef }) => [id, subjectRef]));
    const record = { id: rulingId, ...proposed, reason, byPersonId: actorId, at: now };
    const regraded = await regradeQuestion(tx, record, [...concerned.keys()]);
    const passed = regraded.filter(isNewlyPassed).map(({ sittingId }) => concerned.get(sittingId) ?? "");
    await recordPasses(tx, passed, now);
    await recordEvent(tx, {
      actorId,
      action: "question.rule",
      subject: `revision:${revisionId}`,
      details: { societyId, rulingId, kind: proposed.ruling.kind, ...countRegrades(regraded) },
      now,
    });
    return { ok: true, already: false };
  });
}
