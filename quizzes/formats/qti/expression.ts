import { numberOf, numbersOf, type ResponseDeclaration } from "./declarations";
import { isInside, shapeOf } from "./shape";
import {
  isNothing,
  matches,
  NotUnderstood,
  nothing,
  numeric,
  one,
  type Scalar,
  scalarOf,
  truth,
  type Value,
  valueOf,
  within,
} from "./values";
import { attribute, childrenOf, type Element, plainText } from "./xml";

/** What an expression can look at. `outcomes` changes while statements run. */
export interface Surroundings {
  readonly declarations: ReadonlyMap<string, ResponseDeclaration>;
  readonly given: ReadonlyMap<string, Value>;
  readonly outcomes: Map<string, Value>;
}

type Operator = (element: Element, around: Surroundings) => Value;

/**
 * Evaluates the expressions that score items in practice; the rest of the language throws.
 *
 * @throws NotUnderstood with the name of what isn't known.
 */
export function evaluate(element: Element, around: Surroundings): Value {
  const operator = operators.get(element.name);
  if (operator === undefined) throw new NotUnderstood(`"${element.name}" in the response processing`);
  return operator(element, around);
}

function operands(element: Element, around: Surroundings): Value[] {
  return childrenOf(element).map((child) => evaluate(child, around));
}

function two(element: Element, around: Surroundings): readonly [Value, Value] {
  const [a, b] = operands(element, around);
  if (a === undefined || b === undefined) throw new NotUnderstood(`"${element.name}" without two operands`);
  return [a, b];
}

function declared(element: Element, around: Surroundings): ResponseDeclaration {
  const found = around.declarations.get(attribute(element, "identifier"));
  if (found === undefined) throw new NotUnderstood(`the undeclared response "${attribute(element, "identifier")}"`);
  return found;
}

function variable(element: Element, around: Surroundings): Value {
  const id = attribute(element, "identifier");
  const value = around.given.get(id) ?? around.outcomes.get(id);
  if (value === undefined) throw new NotUnderstood(`the variable "${id}"`);
  return value;
}

const numbers = (calculate: (all: number[]) => number): Operator => {
  return (element, around) => {
    const all = operands(element, around).flatMap((value) => value.items.map(Number));
    const result = all.length === 0 ? NaN : calculate(all);
    return Number.isFinite(result) ? one(result) : nothing;
  };
};

const compare = (holds: (a: number, b: number) => boolean): Operator => {
  return (element, around) => {
    const [a, b] = two(element, around);
    return one(holds(numeric(a), numeric(b)));
  };
};

/** The worth of a text or choice by the response's mapping. */
function mapped(item: Scalar, declaration: ResponseDeclaration): number {
  const { mapping, baseType } = declaration;
  if (mapping === null) throw new NotUnderstood("mapResponse without a mapping");
  const entry = mapping.entries.find(({ key, caseSensitive }) => {
    const wanted = scalarOf(key, baseType);
    if (typeof wanted === "number") return wanted === Number(item);
    const [a, b] = [String(wanted).trim(), String(item).trim()];
    return caseSensitive ? a === b : a.toLowerCase() === b.toLowerCase();
  });
  return entry?.value ?? mapping.otherwise;
}

function mapResponse(element: Element, around: Surroundings): Value {
  const declaration = declared(element, around);
  const { mapping } = declaration;
  if (mapping === null || declaration.baseType === "point") throw new NotUnderstood("mapResponse without a mapping");
  // A choice that is named twice counts once; a response that wasn't given is worth nothing.
  const items = [...new Set(around.given.get(declaration.id)?.items ?? [])];
  const sum = items.reduce<number>((total, item) => total + mapped(item, declaration), 0);
  return one(Math.min(mapping.upper, Math.max(mapping.lower, sum)));
}

function mapResponsePoint(element: Element, around: Surroundings): Value {
  const { areas, id } = declared(element, around);
  if (areas === null) throw new NotUnderstood("mapResponsePoint without areas");
  const used = new Set<number>();
  const worth = (around.given.get(id)?.items ?? []).map((item) => {
    const [x = NaN, y = NaN] = numbersOf(String(item));
    const hit = areas.entries.findIndex((area) => {
      const shape = shapeOf(area.shape, area.coords, { width: 1e9, height: 1e9 });
      return shape !== null && isInside(shape, [x, y]);
    });
    if (used.has(hit)) return 0;
    used.add(hit);
    return areas.entries[hit]?.value ?? areas.otherwise;
  });
  return one(
    Math.min(
      areas.upper,
      Math.max(
        areas.lower,
        worth.reduce((total, each) => total + each, 0),
      ),
    ),
  );
}

function equal(element: Element, around: Surroundings): Value {
  const [a, b] = two(element, around);
  const mode = attribute(element, "toleranceMode") || "exact";
  if (mode === "exact") return one(matches(a, b));
  const [x, y] = [numeric(a), numeric(b)];
  const tolerance = numbersOf(attribute(element, "tolerance"));
  const [below = 0, above = below] = mode === "relative" ? tolerance.map((t) => (Math.abs(x) * t) / 100) : tolerance;
  // Binary fractions miss the edge by a hair.
  const hair = 1e-12 * (Math.abs(x) + Math.abs(y));
  const open = (side: string) => attribute(element, side) === "false";
  const low = open("includeLowerBound") ? y > x - below : y >= x - below - hair;
  const high = open("includeUpperBound") ? y < x + above : y <= x + above + hair;
  return one(low && high);
}

function equalRounded(element: Element, around: Surroundings): Value {
  const [a, b] = two(element, around);
  const figures = numberOf(attribute(element, "figures"), 0);
  const decimal = attribute(element, "roundingMode") === "decimalPlaces";
  const round = (x: number) => (decimal ? x.toFixed(figures) : x.toPrecision(Math.max(1, figures)));
  return one(!isNothing(a) && !isNothing(b) && round(numeric(a)) === round(numeric(b)));
}

function stringMatch(element: Element, around: Surroundings): Value {
  const fold = (value: Value) => {
    const text = String(value.items[0] ?? "").trim();
    return attribute(element, "caseSensitive") === "false" ? text.toLowerCase() : text;
  };
  const [a, b] = two(element, around);
  if (isNothing(a) || isNothing(b)) return one(false);
  return one(attribute(element, "substring") === "true" ? fold(a).includes(fold(b)) : fold(a) === fold(b));
}

function anyN(element: Element, around: Surroundings): Value {
  const count = operands(element, around).filter(truth).length;
  return one(count >= numberOf(attribute(element, "min"), 0) && count <= numberOf(attribute(element, "max"), Infinity));
}

function inside(element: Element, around: Surroundings): Value {
  const shape = shapeOf(attribute(element, "shape"), numbersOf(attribute(element, "coords")), {
    width: 1e9,
    height: 1e9,
  });
  if (shape === null) throw new NotUnderstood(`the shape "${attribute(element, "shape")}"`);
  const points = operands(element, around).flatMap(({ items }) => items.map((item) => numbersOf(String(item))));
  return one(points.some(([x = NaN, y = NaN]) => isInside(shape, [x, y])));
}

function indexed(element: Element, around: Surroundings): Value {
  const [list] = operands(element, around);
  const item = list?.items[numberOf(attribute(element, "n"), 1) - 1];
  return item === undefined ? nothing : one(item);
}

const container = (ordered: boolean): Operator => {
  return (element, around) => ({ items: operands(element, around).flatMap(({ items }) => items), ordered });
};

const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ["variable", variable],
  [
    "correct",
    (element, around) => {
      const { correct, baseType, cardinality } = declared(element, around);
      return valueOf(correct ?? [], baseType, cardinality);
    },
  ],
  ["baseValue", (element) => one(scalarOf(plainText(element), attribute(element, "baseType")))],
  ["null", () => nothing],
  ["mapResponse", mapResponse],
  ["mapResponsePoint", mapResponsePoint],
  ["match", (element, around) => one(matches(...two(element, around)))],
  ["equal", equal],
  [
    "notEqual",
    (element, around) => {
      const [a, b] = two(element, around);
      return one(!isNothing(a) && !isNothing(b) && !matches(a, b));
    },
  ],
  ["equalRounded", equalRounded],
  ["stringMatch", stringMatch],
  ["isNull", (element, around) => one(operands(element, around).every(isNothing))],
  ["not", (element, around) => one(!operands(element, around).some(truth))],
  ["and", (element, around) => one(operands(element, around).every(truth))],
  ["or", (element, around) => one(operands(element, around).some(truth))],
  ["anyN", anyN],
  [
    "member",
    (element, around) => {
      const [item, list] = two(element, around);
      return one(!isNothing(item) && within(item, list));
    },
  ],
  [
    "contains",
    (element, around) => {
      const [list, part] = two(element, around);
      return one(!isNothing(part) && within(part, list));
    },
  ],
  ["lt", compare((a, b) => a < b)],
  ["lte", compare((a, b) => a <= b)],
  ["gt", compare((a, b) => a > b)],
  ["gte", compare((a, b) => a >= b)],
  ["sum", numbers((all) => all.reduce((a, b) => a + b, 0))],
  ["product", numbers((all) => all.reduce((a, b) => a * b, 1))],
  ["subtract", numbers(([a = NaN, b = NaN]) => a - b)],
  ["divide", numbers(([a = NaN, b = NaN]) => a / b)],
  ["power", numbers(([a = NaN, b = NaN]) => a ** b)],
  ["min", numbers((all) => Math.min(...all))],
  ["max", numbers((all) => Math.max(...all))],
  ["round", numbers(([a = NaN]) => Math.floor(a + 0.5))],
  ["truncate", numbers(([a = NaN]) => Math.trunc(a))],
  ["integerToFloat", numbers(([a = NaN]) => a)],
  ["containerSize", (element, around) => one(operands(element, around).flatMap(({ items }) => items).length)],
  ["multiple", container(false)],
  ["ordered", container(true)],
  ["index", indexed],
  ["inside", inside],
]);
