import { type Card, createEmptyCard, fsrs, type Grade, Rating, State } from "ts-fsrs";
import { z } from "zod";

/**
 * When a question comes back: the FSRS scheduler of ts-fsrs, without its random fuzz, so that the same answers always
 * give the same dates. A card is kept as JSON.
 */

const StoredCard = z.object({
  due: z.coerce.date(),
  stability: z.number(),
  difficulty: z.number(),
  elapsed_days: z.number(),
  scheduled_days: z.number(),
  learning_steps: z.number(),
  reps: z.number(),
  lapses: z.number(),
  state: z.enum(State),
  last_review: z.coerce.date().optional(),
});

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false, request_retention: 0.9, maximum_interval: 365 });

/** What an answer says about memory: the whole mark is "good", half of it "hard", less is "again". */
function gradeOf(awardedHundredths: number): Grade {
  if (awardedHundredths >= 100) return Rating.Good;
  return awardedHundredths >= 50 ? Rating.Hard : Rating.Again;
}

/**
 * The card after one more answer.
 * @param stored the card as it was kept, or null for a question that was never practised
 * @returns the card to keep, and when the question is due again
 */
export function reviewCard(stored: string | null, awardedHundredths: number, now: Date): { card: string; dueAt: Date } {
  // Zod writes an optional field as "or undefined", which ts-fsrs takes too; its type doesn't say so.
  const card = stored === null ? createEmptyCard(now) : (StoredCard.parse(JSON.parse(stored)) as Card);
  const { card: next } = scheduler.next(card, now, gradeOf(awardedHundredths));
  return { card: JSON.stringify(next), dueAt: next.due };
}

/** The card of a question that was missed and never practised. It is due at once. */
export function newCard(now: Date): string {
  return JSON.stringify(createEmptyCard(now));
}

const dayMs = 86_400_000;

/**
 * Whether an answer in the practice of a quiz changes the question's card. A miss makes it due within a day; a right
 * answer counts only when the question is due: cramming doesn't put it off.
 * @param dueAt when the card is due; null for a question without one
 */
export function countsAsReview(dueAt: Date | null, awardedHundredths: number, now: Date): boolean {
  const isDue = dueAt !== null && dueAt <= now;
  if (awardedHundredths >= 100) return isDue;
  return dueAt === null || isDue || dueAt.getTime() > now.getTime() + dayMs;
}
