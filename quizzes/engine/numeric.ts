import type { Numeric, Response, Tolerance } from "./model";
import { convert, parseNumber, parseUnit } from "./units";

/** What became of a number: `open` when nothing was typed. */
export type NumericStatus = "open" | "unreadable" | "wrong-dimension" | "out-of-tolerance" | "right";

/** How a numeric answer was read and judged. */
export interface NumericDetail {
  readonly kind: "numeric";
  readonly status: NumericStatus;
  /** As typed and chosen; null when there was no answer. */
  readonly typed: { readonly text: string; readonly unit: string } | null;
  /** The answer in the key's unit; null when it couldn't be read or measures something else. */
  readonly value: number | null;
  /** Position, in the question's list, of the known mistake that the answer betrays. */
  readonly mistake: number | null;
  readonly key: { readonly value: number; readonly unit: string };
  /** Smallest and largest value that count as right, in the key's unit. */
  readonly accepted: { readonly from: number; readonly to: number };
}

type NumericResponse = Extract<Response, { kind: "numeric" }>;

/** Binary fractions can't hold 312.12 or 6.12 exactly; a value on the edge of the tolerance must still count as inside. */
const rounding = 1e-12;

function isNear(value: number, target: number, distance: number): boolean {
  return Math.abs(value - target) <= distance + rounding * (Math.abs(value) + Math.abs(target));
}

/** A unit that the table doesn't know can still be compared with itself, so that an old bank never breaks the marking. */
function inUnit(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const [known, wanted] = [parseUnit(from), parseUnit(to)];
  return known === null || wanted === null ? null : convert(value, known, wanted);
}

/** How far from a number an answer may be. */
export function distance(tolerance: Tolerance, target: number): number {
  return "absolute" in tolerance ? tolerance.absolute : Math.abs(target) * tolerance.relative;
}

/** What is needed to judge a number: a numeric question, or a gap of a cloze. */
type Judged = Pick<Numeric, "key" | "mistakes"> & { readonly units?: Numeric["units"] };

/** Where one unit is offered there is nothing to choose: a number without one is in that unit. */
function inOfferedUnit({ units = [] }: Judged, { text, unit }: NumericResponse): { text: string; unit: string } {
  const [only] = units;
  return { text, unit: unit === "" && units.length === 1 && only !== undefined ? only : unit };
}

/**
 * The position of the first known mistake that the number equals, within its own tolerance or else the question's. An
 * absolute tolerance of the question is carried over into the mistake's unit; where that is of another dimension, its
 * number is kept.
 */
function mistakeOf(question: Judged, value: number, unit: string): number | null {
  const { tolerance, unit: keyUnit } = question.key;
  const found = question.mistakes.findIndex((mistake) => {
    const said = inUnit(value, unit, mistake.unit);
    const reach = distance(mistake.tolerance ?? tolerance, mistake.value);
    const isCarried = mistake.tolerance === undefined && "absolute" in tolerance;
    const carried = isCarried ? (inUnit(reach, keyUnit, mistake.unit) ?? reach) : reach;
    return said !== null && isNear(said, mistake.value, carried);
  });
  return found === -1 ? null : found;
}

/**
 * Judges a typed number. Any unit of the key's dimension will do, whether it was offered or not; a unit that isn't in
 * the table measures something else. The edge of the tolerance counts as right. A right number is never a mistake.
 */
export function judgeNumber(question: Judged, response: NumericResponse | null): NumericDetail {
  const { value: target, unit, tolerance, shown = target } = question.key;
  const reach = distance(tolerance, target);
  const said = response === null ? null : inOfferedUnit(question, response);
  const base = {
    kind: "numeric" as const,
    typed: said,
    value: null,
    mistake: null,
    key: { value: shown, unit },
    accepted: { from: target - reach, to: target + reach },
  };
  if (said === null || said.text.trim() === "") return { ...base, status: "open" };
  const typed = parseNumber(said.text);
  if (typed === null) return { ...base, status: "unreadable" };
  const value = inUnit(typed, said.unit, unit);
  if (value === null) return { ...base, status: "wrong-dimension", mistake: mistakeOf(question, typed, said.unit) };
  if (isNear(value, target, reach)) return { ...base, status: "right", value };
  return { ...base, status: "out-of-tolerance", value, mistake: mistakeOf(question, typed, said.unit) };
}
