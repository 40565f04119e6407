import type { Mark } from "../../quizzes/engine/mark";
import type { PinnedPaper } from "./sitting";

/** A question of a paper, as it was asked. */
export interface MissedQuestion {
  readonly questionId: string;
  readonly revisionId: string;
}

const missed: readonly Mark["outcome"][] = ["wrong", "partly", "open", "invalid"];

/**
 * The questions of a paper that earned less than they could and can be asked again outside sittings: an essay can't,
 * because only a person marks it, nor can a rating, which nobody gets wrong.
 */
export function missedIn(paper: PinnedPaper, marks: readonly Mark[]): MissedQuestion[] {
  return paper.items.flatMap(({ questionId, revisionId }, i) => {
    const mark = marks[i];
    if (mark === undefined || mark.possible === 0 || !missed.includes(mark.outcome)) return [];
    return mark.detail.kind === "essay" ? [] : [{ questionId, revisionId }];
  });
}
