import type { LeftOpen, OptionStatistics, SittingScores } from "./statistics";

/** The answers to a rating. It has no mark, so nothing but counts can be said. */
export interface RatingStatistics {
  readonly questionId: string;
  readonly attempts: number;
  /** In the order of the scale. */
  readonly steps: readonly Pick<OptionStatistics, "id" | "picks" | "share">[];
  readonly leftOpen: Pick<LeftOpen, "picks" | "share">;
}

/**
 * How often each step of a scale was chosen. Every sitting that asked it counts, also one in which nothing else did.
 * @param scales the steps of each rating, in their order: question id -> ids of steps
 */
export function ratingStatistics(
  sittings: readonly SittingScores[],
  scales: ReadonlyMap<string, readonly string[]>,
): RatingStatistics[] {
  const picks = new Map<string, (readonly string[])[]>();
  for (const { questionId, picked } of sittings.flat()) {
    if (!scales.has(questionId)) continue;
    const known = picks.get(questionId);
    if (known === undefined) picks.set(questionId, [picked]);
    else known.push(picked);
  }
  return [...picks].map(([questionId, answers]) => {
    const count = (fits: (picked: readonly string[]) => boolean) => {
      const found = answers.filter(fits).length;
      return { picks: found, share: found / answers.length };
    };
    return {
      questionId,
      attempts: answers.length,
      steps: (scales.get(questionId) ?? []).map((id) => ({ id, ...count((picked) => picked.includes(id)) })),
      leftOpen: count((picked) => picked.length === 0),
    };
  });
}
