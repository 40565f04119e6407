import type { KnownMistake, Numeric, Tolerance } from "../engine/model";
import { ItemLost } from "./collector";

/** One accepted number of a source: Moodle, GIFT and Cloze have the same model. */
export interface NumberAnswer {
  /** Null for "anything else". */
  readonly value: number | null;
  readonly tolerance: number;
  /** Hundredths of the mark. */
  readonly share: number;
  readonly feedback: string;
}

export interface NumberKey {
  readonly key: Numeric["key"];
  readonly mistakes: KnownMistake[];
}

type Lost = (what: string, why: string) => void;

/** Distance of a mistake that has no tolerance of its own. */
export function ownDistance(tolerance: Tolerance, value: number): number {
  return "absolute" in tolerance ? tolerance.absolute : Math.abs(value) * tolerance.relative;
}

/**
 * The tolerance of a number that its source wants to the very digits. A bank refuses 0, because binary fractions and
 * units convert with rounding: a thousand-millionth of the number keeps every other number out.
 */
export function exactly(value: number): number {
  return value === 0 ? 1e-9 : Number((Math.abs(value) * 1e-9).toPrecision(6));
}

/** The first number with the whole mark is the key; the others are mistakes with what they earn. */
export function numberKey(
  answers: readonly NumberAnswer[],
  unit: string,
  lost: Lost,
  relative: number | null = null,
): NumberKey {
  const key = answers.find(({ value, share }) => value !== null && share === 100);
  if (key?.value == null) throw new ItemLost("the whole question", "no number earns the whole mark");
  const absolute = key.tolerance === 0 ? exactly(key.value) : key.tolerance;
  const tolerance: Tolerance = relative === null || relative <= 0 ? { absolute } : { relative };
  const others = answers.filter((answer) => answer !== key);
  const mistakes = others.flatMap((answer): KnownMistake[] => mistakeOf(answer, unit, tolerance, lost));
  if (key.feedback !== "")
    lost("the feedback of the right number", "a number has feedback for mistakes only; the explanation says the rest");
  return { key: { value: key.value, unit, tolerance }, mistakes };
}

function mistakeOf(
  { value, tolerance, share, feedback }: NumberAnswer,
  unit: string,
  usual: Tolerance,
  lost: Lost,
): KnownMistake[] {
  if (value === null) {
    if (feedback !== "" || share !== 0) lost("the answer for any other number", "only named mistakes have feedback");
    return [];
  }
  if (share >= 100)
    lost(`the second right number ${String(value)}`, "a number has one key; this one earns 99 hundredths");
  if (share < 0) lost("a negative mark for a number", "a wrong number costs nothing here");
  const kept = Math.min(99, Math.max(0, share));
  const own = tolerance === 0 ? exactly(value) : tolerance;
  return [
    {
      value,
      unit,
      feedback,
      ...(kept === 0 ? {} : { share: kept }),
      ...(own === ownDistance(usual, value) ? {} : { tolerance: { absolute: own } }),
    },
  ];
}
