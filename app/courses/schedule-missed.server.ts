import { markPaper } from "../assessments/end-sitting.server";
import { wasExplained } from "../assessments/shows-result";
import type { SittingRow } from "../assessments/sitting";
import { readAnswersHot } from "../assessments/sitting-store.server";
import type { HotDatabase } from "../platform/db.server";
import { scheduleMissed } from "../practice/schedule-missed.server";

const missed = ["wrong", "partly", "open", "invalid"];

/**
 * What was missed in a sitting that has just ended is due in the refresher, where the quiz explains its answers: only
 * what the learner was shown comes back. Inside the transaction that ends the sitting.
 */
export function scheduleMissedIn(
  connection: HotDatabase,
  { sitting, trackId, now }: { readonly sitting: SittingRow; readonly trackId: string; readonly now: Date },
): void {
  if (!wasExplained(sitting)) return;
  const { marks } = markPaper(sitting, readAnswersHot(connection, sitting.id).counted);
  const questions = sitting.paper.items.filter((_, i) => {
    const mark = marks[i];
    return mark !== undefined && missed.includes(mark.outcome) && mark.possible > 0;
  });
  scheduleMissed(connection, { personId: sitting.personId, trackId, questions, now });
}
