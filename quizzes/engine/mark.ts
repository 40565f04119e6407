import { type ByKind, byKind } from "./by-kind";
import { checkResponse, type InvalidReason } from "./check-response";
import type { Detail, Marked } from "./detail";
import { markConcordance, markLikert, markMultiple, markSingle, markTrueFalse } from "./mark-choice";
import { markEssay } from "./mark-essay";
import { markHotspot } from "./mark-hotspot";
import { markLabelling, markMatching, markOrdering } from "./mark-labels";
import { markCloze, markNumeric, markShortText } from "./mark-typed";
import type { Assessment, Question, Response, Ruling } from "./model";

export type { Detail } from "./detail";
export { checkResponse, type InvalidReason } from "./check-response";

/**
 * `right` is the full mark, `partly` more than nothing, `open` no answer, `void` taken out of the count, `invalid` an
 * answer that can't be one, `pending` an essay that waits for its marker, `unmarked` a rating.
 */
export type Outcome = "right" | "partly" | "wrong" | "open" | "void" | "invalid" | "pending" | "unmarked";

/** The mark of one question in one sitting, before weights and certainty. */
export interface Mark {
  /** Hundredths of a mark, a whole number from 0 to `possible`. */
  readonly awarded: number;
  /** 100, or 0 when the question is void or a rating. */
  readonly possible: 0 | 100;
  readonly outcome: Outcome;
  /** Why the answer is `invalid`; null for every other outcome. */
  readonly invalid: InvalidReason | null;
  readonly detail: Detail;
  /** The ruling that decided, or null when the question was marked as it was published. */
  readonly ruling: Ruling["kind"] | null;
}

/** The answer, if it is one to this kind of question. */
function answerOf<K extends Response["kind"]>(response: Response | null, kind: K) {
  // The comparison proves the type; TypeScript doesn't narrow a union by a generic tag.
  return response?.kind === kind ? (response as Extract<Response, { kind: K }>) : null;
}

const rules: ByKind<Marked, [Response | null, Assessment | null]> = {
  single: (question, response) => markSingle(question, answerOf(response, "single")),
  multiple: (question, response) => markMultiple(question, answerOf(response, "multiple")),
  "true-false": (question, response) => markTrueFalse(question, answerOf(response, "true-false")),
  numeric: (question, response) => markNumeric(question, answerOf(response, "numeric")),
  matching: (question, response) => markMatching(question, answerOf(response, "matching")),
  ordering: (question, response) => markOrdering(question, answerOf(response, "ordering")),
  "short-text": (question, response) => markShortText(question, answerOf(response, "short-text")),
  calculated: () => ({ awarded: 0, open: true, detail: { kind: "calculated" } }),
  cloze: (question, response) => markCloze(question, answerOf(response, "cloze")),
  hotspot: (question, response) => markHotspot(question, answerOf(response, "hotspot")),
  labelling: (question, response) => markLabelling(question, answerOf(response, "labelling")),
  "script-concordance": (question, response) => markConcordance(question, answerOf(response, "script-concordance")),
  likert: (question, response) => markLikert(question, answerOf(response, "likert")),
  essay: (question, response, assessment) => markEssay(question, answerOf(response, "essay"), assessment),
};

function outcomeOf(question: Question, { awarded, open, pending }: Marked): Outcome {
  if (open) return "open";
  if (question.kind === "likert") return "unmarked";
  if (pending === true) return "pending";
  if (awarded === 100) return "right";
  return awarded > 0 ? "partly" : "wrong";
}

/** The question as the rulings leave it: with the last corrected key, if there is one. The result page shows this one. */
export function questionAsRuled(question: Question, rulings: readonly Ruling[]): Question {
  return rulings.reduce((current, ruling) => (ruling.kind === "corrected-key" ? ruling.question : current), question);
}

/** The answer is checked against the question as it was shown; a correction of the key doesn't make it invalid. */
function reasonOf(shown: Question, ruled: Question, response: Response | null): InvalidReason | null {
  return ruled.kind === "calculated" ? "no-values" : checkResponse(shown, response);
}

function lastRuling(rulings: readonly Ruling[]): Ruling["kind"] | null {
  return rulings.at(-1)?.kind ?? null;
}

/**
 * Marks one answer. Total: whatever an answer holds, the result is a mark. No answer is `open`; an answer that can't be
 * one to the question as it was shown (forged ids, another kind) is `invalid` with a reason. Both are awarded 0.
 *
 * The last ruling decides: `void` takes the question out of the count, `full-marks` gives everyone the full mark, even
 * without an answer, `corrected-key` marks against the corrected question. The detail always follows the last corrected
 * key. An essay is `pending` until there is an assessment. A calculated question is marked as `asked()` made it.
 */
export function mark(
  question: Question,
  response: Response | null,
  rulings: readonly Ruling[] = [],
  assessment: Assessment | null = null,
): Mark {
  const ruled = questionAsRuled(question, rulings);
  const ruling = lastRuling(rulings);
  const invalid = reasonOf(question, ruled, response);
  const marked = byKind(rules, ruled, invalid === null ? response : null, assessment);
  const base = { possible: ruled.kind === "likert" ? 0 : 100, invalid: null, detail: marked.detail, ruling } as const;
  if (ruling === "void") return { ...base, awarded: 0, possible: 0, outcome: "void" };
  if (ruling === "full-marks" && base.possible === 100) return { ...base, awarded: 100, outcome: "right" };
  if (invalid !== null) return { ...base, awarded: 0, outcome: "invalid", invalid };
  return { ...base, awarded: marked.awarded, outcome: outcomeOf(ruled, marked) };
}
