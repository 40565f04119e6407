import type { AcceptedText, TextComparison } from "./model";
import { compilePattern, runPattern } from "./pattern";
import { longestText, normalise } from "./text";

/** Whether a typed answer is one of the accepted ones. */

function fits(accepted: AcceptedText, typed: string, comparison: TextComparison): boolean {
  if (accepted.match === "text") return normalise(accepted.text, comparison) === typed;
  const compiled = compilePattern(accepted.text, comparison);
  return compiled.ok && runPattern(compiled.pattern, typed).matches;
}

/** The position of the first accepted text that the typed one fits; null when none does, or when nothing was typed. */
export function acceptedAt(answers: readonly AcceptedText[], text: string, comparison: TextComparison): number | null {
  const typed = normalise(text.slice(0, longestText), comparison);
  if (typed === "") return null;
  const found = answers.findIndex((accepted) => fits(accepted, typed, comparison));
  return found === -1 ? null : found;
}
