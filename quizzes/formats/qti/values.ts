/** Values of response processing: nothing, one or several of the same type. `ordered` says whether their order counts. */
export interface Value {
  readonly items: readonly Scalar[];
  readonly ordered: boolean;
}
export type Scalar = string | number | boolean;

/** Thrown where response processing says something that isn't understood; the message names it. */
export class NotUnderstood extends Error {}

export const nothing: Value = { items: [], ordered: false };

export function one(item: Scalar): Value {
  return { items: [item], ordered: false };
}

export function isNothing(value: Value): boolean {
  return value.items.length === 0 || (value.items.length === 1 && value.items[0] === "");
}

/** A text as a value of a base type; pairs in one spelling, so that they compare as texts. */
export function scalarOf(text: string, baseType: string): Scalar {
  const trimmed = text.trim();
  switch (baseType) {
    case "integer":
    case "float":
    case "duration":
      return Number(trimmed);
    case "boolean":
      return trimmed === "true";
    case "pair":
      return trimmed.split(/\s+/).sort().join(" ");
    case "string":
      return text;
    default:
      return trimmed.replace(/\s+/g, " ");
  }
}

export function valueOf(texts: readonly string[], baseType: string, cardinality: string): Value {
  return { items: texts.map((text) => scalarOf(text, baseType)), ordered: cardinality === "ordered" };
}

/** One number; NaN for nothing, so that every comparison with it is false. */
export function numeric(value: Value): number {
  const [item] = value.items;
  return item === undefined || item === "" ? NaN : Number(item);
}

/** Whether a condition holds; nothing doesn't. */
export function truth(value: Value): boolean {
  return value.items[0] === true;
}

function sameScalar(a: Scalar | undefined, b: Scalar | undefined): boolean {
  if (typeof a === "number" || typeof b === "number") return Number(a) === Number(b);
  return String(a) === String(b);
}

/** The rule of `match`: the same values, in the same order where the order counts. Nothing matches nothing else. */
export function matches(a: Value, b: Value): boolean {
  if (isNothing(a) || isNothing(b) || a.items.length !== b.items.length) return false;
  if (a.ordered || b.ordered) return a.items.every((item, index) => sameScalar(item, b.items[index]));
  return within(a, b) && within(b, a);
}

/** Whether every value of the first is in the second, as often as it is there. */
export function within(a: Value, b: Value): boolean {
  const left = [...b.items];
  return a.items.every((item) => {
    const at = left.findIndex((candidate) => sameScalar(candidate, item));
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  });
}
