import type { Response } from "../../quizzes/engine/model";
import type { Transaction } from "../platform/db.server";
import { reviewCard } from "./practice-card";

/** One answer outside sittings. It never counts for a certificate. */
export interface Practised {
  readonly personId: string;
  readonly trackId: string;
  readonly questionId: string;
  readonly revisionId: string;
  readonly response: Response | null;
  /** Hundredths of the mark. */
  readonly awarded: number;
  readonly now: Date;
}

/** Keeps the answer and says when the question is due again. */
export async function recordPractice(tx: Transaction, practised: Practised): Promise<{ dueAt: Date }> {
  const { personId, trackId, questionId, revisionId, now } = practised;
  const key = { personId_trackId_questionId: { personId, trackId, questionId } };
  const before = await tx.practiceCard.findUnique({ where: key, select: { card: true } });
  const { card, dueAt } = reviewCard(before?.card ?? null, practised.awarded, now);
  const state = { revisionId, card, dueAt };
  await tx.practiceCard.upsert({ where: key, create: { personId, trackId, questionId, ...state }, update: state });
  await tx.practiceAnswer.create({
    data: {
      personId,
      trackId,
      questionId,
      revisionId,
      response: JSON.stringify(practised.response),
      awarded: practised.awarded,
      at: now,
    },
  });
  return { dueAt };
}
