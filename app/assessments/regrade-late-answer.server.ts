import type { Response } from "../../quizzes/engine/model";
import { ResponseSchema } from "../../quizzes/response-schema";
import type { Transaction } from "../platform/db.server";
import { present } from "../platform/invariant";
import { type Regraded, regradeSittings, writeStandings } from "./regrade-sittings.server";

/**
 * Makes a late answer count: answers are append-only, so it is written once more as one in time, under a device of its
 * own that names the answer it repeats. Must be the first that its transaction writes.
 */
export async function countLate(
  tx: Transaction,
  { answerId, sittingId, now }: { answerId: number; sittingId: string; now: Date },
): Promise<Regraded> {
  const { questionId, response } = await tx.answerEvent.findUniqueOrThrow({ where: { id: answerId } });
  const said: Response | null = ResponseSchema.nullable().parse(JSON.parse(response));
  const [regraded] = await regradeSittings([sittingId], { answer: { questionId, response: said } });
  await tx.answerEvent.create({
    data: { sittingId, questionId, device: `ruling-${String(answerId)}`, sequence: 1, response, at: now, late: false },
  });
  const changed = present(regraded, `the ended sitting ${sittingId}`);
  await writeStandings(tx, [changed]);
  return changed;
}
