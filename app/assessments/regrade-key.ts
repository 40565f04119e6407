import { type ByKind, byKind } from "../../quizzes/engine/by-kind";
import type { Cloze, Option, Question } from "../../quizzes/engine/model";

/**
 * What a corrected key may change: what decides about marks, and what is shown only after the sitting. Whatever people
 * had before them when they answered stays as it was: a question that asks something else is a new revision.
 */

const shown = ({ id, text }: Pick<Option, "id" | "text">) => ({ id, text });

function withoutGapKeys(gap: Cloze["gaps"][number]): unknown {
  const { id, kind, weight } = gap;
  return gap.kind === "choice" ? { id, kind, weight, options: gap.options.map(shown) } : { id, kind, weight };
}

/** Of each kind, what takes the place of the fields that a corrected key may change. */
const withoutKey: ByKind<object> = {
  single: ({ options }) => ({ key: null, options: options.map(shown) }),
  multiple: ({ options }) => ({ keys: null, options: options.map(shown) }),
  "true-false": () => ({ key: null, why: null }),
  numeric: () => ({ key: null, mistakes: null }),
  matching: () => ({ key: null }),
  ordering: () => ({ key: null }),
  "short-text": () => ({ answers: null, caseSensitive: null, ignoreAccents: null }),
  calculated: () => ({ formula: null, unit: null, decimals: null, tolerance: null, mistakes: null }),
  cloze: ({ gaps }) => ({ gaps: gaps.map(withoutGapKeys) }),
  hotspot: ({ regions }) => ({ keys: null, regions: regions.map(shown) }),
  labelling: () => ({ key: null }),
  "script-concordance": () => ({ panel: null }),
  likert: () => ({}),
  essay: ({ rubric }) => ({ model: null, rubric: rubric.map(shown) }),
};

/** The question without everything that a corrected key may change. */
function asAsked(question: Question): unknown {
  return { ...question, explanation: null, source: null, ...byKind(withoutKey, question) };
}

/** Plain data with its fields in the order of their names, so that equal data gives equal text. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => [name, sorted(entry)]),
  );
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** Why a corrected question is no corrected key of the question as it is marked today; null when it is one. */
export function keyFault(current: Question, corrected: Question): "asks-something-else" | "changes-nothing" | null {
  if (!isSame(asAsked(current), asAsked(corrected))) return "asks-something-else";
  return isSame(current, corrected) ? "changes-nothing" : null;
}
