import { mark, type Mark } from "../../quizzes/engine/mark";
import type { Response } from "../../quizzes/engine/model";
import { type Verdict, verdict } from "../../quizzes/engine/verdict";
import { ResponseSchema } from "../../quizzes/response-schema";
import type { Transaction } from "../platform/db.server";
import { getQuestion, rulingsOn } from "./question-store.server";
import { graceSeconds, isOver, readSitting, type SittingRow } from "./sitting";

/** The answers that count: of each question the last one in server order that was not late. */
export async function countedAnswers(
  tx: Pick<Transaction, "answerEvent">,
  sittingId: string,
): Promise<Map<string, Response | null>> {
  const events = await tx.answerEvent.findMany({ where: { sittingId, late: false }, orderBy: { id: "asc" } });
  return new Map(
    events.map((event) => [event.questionId, ResponseSchema.nullable().parse(JSON.parse(event.response))]),
  );
}

/** Marks a paper with the rulings of today. Pure but for reading revisions and rulings. */
export function markPaper(
  sitting: SittingRow,
  answers: ReadonlyMap<string, Response | null>,
): { marks: Mark[]; verdict: Verdict } {
  const rulings = rulingsOn(sitting.paper.items.map((item) => item.revisionId));
  const marks = sitting.paper.items.map((item) =>
    mark(getQuestion(item.revisionId), answers.get(item.questionId) ?? null, rulings.get(item.revisionId) ?? []),
  );
  return { marks, verdict: verdict(marks, sitting.blueprint.passPercent) };
}

async function end(tx: Transaction, sitting: SittingRow, reason: "handed-in" | "time", at: Date): Promise<SittingRow> {
  const marked = markPaper(sitting, await countedAnswers(tx, sitting.id)).verdict;
  const change = {
    endedAt: at,
    endReason: reason,
    scoreHundredths: marked.scoreHundredths,
    maxHundredths: marked.maxHundredths,
    passed: marked.passed,
  };
  await tx.sitting.update({ where: { id: sitting.id }, data: change });
  return { ...sitting, ...change };
}

/** Ends a sitting whose time is over with the answers that it has; leaves every other one as it is. */
export async function endIfOver(tx: Transaction, sitting: SittingRow, now: Date): Promise<SittingRow> {
  if (sitting.endedAt !== null || sitting.deadlineAt === null || !isOver(sitting, now)) return sitting;
  return end(tx, sitting, "time", new Date(sitting.deadlineAt.getTime() + graceSeconds * 1000));
}

export type HandedIn = { ok: true; sitting: SittingRow } | { ok: false; reason: "no-such-sitting" };

/**
 * Hands a sitting in. Handing in twice gives the first result. After the deadline it is the time that ends it, so that
 * answers which are still on their way are kept as late ones.
 */
export async function handIn(
  tx: Transaction,
  input: { personId: string; subject: { kind: string; ref: string }; number: number; now: Date },
): Promise<HandedIn> {
  const row = await tx.sitting.findFirst({
    where: {
      personId: input.personId,
      subjectKind: input.subject.kind,
      subjectRef: input.subject.ref,
      number: input.number,
    },
  });
  if (row === null) return { ok: false, reason: "no-such-sitting" };
  const sitting = await endIfOver(tx, readSitting(row), input.now);
  if (sitting.endedAt !== null) return { ok: true, sitting };
  const reason = sitting.deadlineAt !== null && input.now > sitting.deadlineAt ? "time" : "handed-in";
  return { ok: true, sitting: await end(tx, sitting, reason, input.now) };
}
