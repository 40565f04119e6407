import type { Response } from "../../quizzes/engine/model";
import type { Transaction } from "../platform/db.server";
import { countsAsReview, reviewCard } from "./practice-card";

/** One answer outside sittings. It never counts for a certificate. */
export interface Practised {
  readonly personId: string;
  readonly trackId: string;
  readonly questionId: string;
  readonly revisionId: string;
  readonly response: Response | null;
  /** Hundredths of the mark. */
  readonly awarded: number;
  /** In the refresher every answer is a review; beside a quiz only some are (`countsAsReview`). */
  readonly place: "refresher" | "quiz";
  readonly now: Date;
}

/** Keeps the answer and says when the question is due because of it; null when its day stays as it was. */
export async function recordPractice(tx: Transaction, practised: Practised): Promise<{ dueAt: Date | null }> {
  const { personId, trackId, questionId, revisionId, awarded, place, now } = practised;
  await tx.practiceAnswer.create({
    data: {
      personId,
      trackId,
      questionId,
      revisionId,
      response: JSON.stringify(practised.response),
      awarded,
      place,
      at: now,
    },
  });
  const key = { personId_trackId_questionId: { personId, trackId, questionId } };
  const before = await tx.practiceCard.findUnique({ where: key, select: { card: true, dueAt: true } });
  if (place === "quiz" && !countsAsReview(before?.dueAt ?? null, awarded, now)) return { dueAt: null };
  const { card, dueAt } = reviewCard(before?.card ?? null, awarded, now);
  const state = { revisionId, card, dueAt };
  await tx.practiceCard.upsert({ where: key, create: { personId, trackId, questionId, ...state }, update: state });
  return { dueAt };
}
