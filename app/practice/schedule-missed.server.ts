import { dbTime, type HotDatabase, prepareHot, type Transaction } from "../platform/db.server";
import { newCard } from "./practice-card";

/**
 * Makes missed questions due in the refresher at once, inside the hot lane's transaction. A question that was to come
 * back later keeps what is known of it.
 */
export function scheduleMissed(
  connection: HotDatabase,
  input: {
    readonly personId: string;
    readonly trackId: string;
    readonly questions: readonly { readonly questionId: string; readonly revisionId: string }[];
    readonly now: Date;
  },
): void {
  const [card, dueAt] = [newCard(input.now), dbTime(input.now)];
  const keep = prepareHot(
    connection,
    `INSERT INTO PracticeCard (personId, trackId, questionId, revisionId, card, dueAt) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (personId, trackId, questionId)
     DO UPDATE SET revisionId = excluded.revisionId, dueAt = min(dueAt, excluded.dueAt)`,
  );
  for (const { questionId, revisionId } of input.questions)
    keep.run(input.personId, input.trackId, questionId, revisionId, card, dueAt);
}

/** The same for cards of many people, inside a transaction of the query builder. */
export async function scheduleMissedLater(
  tx: Transaction,
  cards: readonly {
    readonly personId: string;
    readonly trackId: string;
    readonly questionId: string;
    readonly revisionId: string;
  }[],
  now: Date,
): Promise<void> {
  const [card, dueAt] = [newCard(now), dbTime(now)];
  for (let from = 0; from < cards.length; from += 1000) {
    const rows = cards
      .slice(from, from + 1000)
      .map(({ personId, trackId, questionId, revisionId }) => [personId, trackId, questionId, revisionId]);
    await tx.$executeRaw`
      INSERT INTO PracticeCard (personId, trackId, questionId, revisionId, card, dueAt)
      SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${card}, ${dueAt}
        FROM json_each(${JSON.stringify(rows)}) WHERE true
      ON CONFLICT (personId, trackId, questionId)
      DO UPDATE SET revisionId = excluded.revisionId, dueAt = min(dueAt, excluded.dueAt)`;
  }
}
