import { dbTime, type HotDatabase, prepareHot } from "../platform/db.server";
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
