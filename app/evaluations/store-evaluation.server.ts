import { type Transaction, transact } from "../platform/db.server";
import { randomText } from "../platform/ids.server";
import type { EvaluationAnswers } from "./evaluation-form";

/**
 * Keeps what was said without who said it or when: no person, no time, a random id. The inbox is emptied once a day
 * in random order, so that not even the order of rows joins an answer to a person.
 */
export async function storeEvaluation(
  tx: Transaction,
  input: { editionId: string; answers: EvaluationAnswers },
): Promise<void> {
  await tx.evaluationInbox.create({
    data: { id: randomText(20), editionId: input.editionId, answers: JSON.stringify(input.answers) },
  });
}

/** Moves the inbox into the answers that the society sees. Part of the daily upkeep. */
export async function releaseEvaluations(day: string): Promise<number> {
  return transact(async (tx) => {
    const waiting = await tx.evaluationInbox.findMany();
    const shuffled = waiting
      .map((row) => ({ row, place: randomText(16) }))
      .sort((a, b) => a.place.localeCompare(b.place));
    for (const { row } of shuffled) {
      await tx.evaluationAnswer.create({
        data: { id: randomText(20), editionId: row.editionId, answers: row.answers, day },
      });
    }
    await tx.evaluationInbox.deleteMany({ where: { id: { in: waiting.map((row) => row.id) } } });
    return waiting.length;
  });
}
