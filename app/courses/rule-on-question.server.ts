import { markBefore } from "../assessments/regrade-before.server";
import { regradeQuestion } from "../assessments/regrade-question.server";
import { isNewlyPassed, type RulingOn } from "../assessments/regrade-sittings.server";
import { recordEvent } from "../audit/record-event.server";
import { db, type Transaction, transact } from "../platform/db.server";
import { countRegrades, listConcernedSittings } from "./find-regrade.server";
import { recordPasses } from "./record-passes.server";
import { scheduleExplained } from "./schedule-missed.server";

export type RuledOnQuestion =
  /** `already`: this very ruling is on record; nothing was done a second time. */
  | { ok: true; already: boolean }
  /** `overtaken`: somebody has ruled since the preview was made, so it says something else by now. */
  | { ok: false; reason: "not-there" | "overtaken" };

interface Ruled {
  readonly societyId: string;
  readonly actorId: string;
  readonly rulingId: string;
  readonly after: string | null;
  readonly proposed: RulingOn;
  readonly reason: string;
  readonly now: Date;
}

/**
 * Puts a ruling on record and marks everyone concerned anew, with the progress of those who pass by it, in one
 * transaction. Nobody loses a pass or a certificate. A revision of another society's bank is not there.
 * @param input.societyId comes from a guard
 * @param input.rulingId made by the page, so that a second click is the same ruling
 * @param input.after the last ruling that the preview knew; null for none
 */
export async function ruleOnQuestion(input: Ruled): Promise<RuledOnQuestion> {
  const { societyId, actorId, rulingId, proposed, reason, now } = input;
  const { revisionId } = proposed;
  const early = await answerBefore(db, input);
  if (early !== null) return early;
  const marked = await markBefore(
    listConcernedSittings(revisionId).map(({ id }) => id),
    { ruling: proposed },
  );
  return transact(async (tx): Promise<RuledOnQuestion> => {
    const settled = await answerBefore(tx, input);
    if (settled !== null) return settled;
    const concerned = new Map(listConcernedSittings(revisionId).map(({ id, subjectRef }) => [id, subjectRef]));
    const record = { id: rulingId, ...proposed, reason, byPersonId: actorId, at: now };
    const regraded = await regradeQuestion(tx, record, [...concerned.keys()], marked);
    const passed = regraded.filter(isNewlyPassed).map(({ sittingId }) => concerned.get(sittingId) ?? "");
    await recordPasses(tx, passed, now);
    await scheduleExplained(tx, regraded, concerned, now);
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

/** The answer where there is nothing to do: not there, done already, or overtaken. Otherwise null. */
async function answerBefore(
  reader: Pick<Transaction, "questionRevision">,
  { societyId, rulingId, after, proposed }: Ruled,
): Promise<RuledOnQuestion | null> {
  const revision = await reader.questionRevision.findFirst({
    where: { id: proposed.revisionId, question: { bank: { societyId } } },
    select: { rulings: { select: { id: true }, orderBy: [{ at: "asc" }, { id: "asc" }] } },
  });
  if (revision === null) return { ok: false, reason: "not-there" };
  if (revision.rulings.some(({ id }) => id === rulingId)) return { ok: true, already: true };
  return (revision.rulings.at(-1)?.id ?? null) === after ? null : { ok: false, reason: "overtaken" };
}
