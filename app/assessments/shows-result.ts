import type { Blueprint } from "../../quizzes/engine/model";

/**
 * Whether a sitting that is over shows its score, right and wrong, and the explanations. While an essay waits for its
 * marker nobody has passed yet.
 * @param passed of this sitting; null while an essay waits
 */
export function showsResult(feedback: Blueprint["feedback"], passed: boolean | null): boolean {
  switch (feedback) {
    case "never":
      return false;
    case "passing":
      return passed === true;
    case "each":
    case "sitting":
    case undefined:
      return true;
  }
}

/** Whether the learner has been shown what was right in a sitting. */
export function wasExplained(sitting: {
  readonly endedAt: Date | null;
  readonly blueprint: Blueprint;
  readonly passed: boolean | null;
}): boolean {
  return sitting.endedAt !== null && showsResult(sitting.blueprint.feedback, sitting.passed);
}
