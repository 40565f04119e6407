import type { AcceptedText, Tolerance } from "../../engine/model";
import type { Maker } from "./write-xml";

/** A response declaration with what is right and what else earns marks. */
export function declaration(
  q: Maker,
  of: {
    readonly id: string;
    readonly cardinality: string;
    readonly baseType: string;
    readonly correct: readonly string[];
  },
  mapping = "",
): string {
  const { id: identifier, cardinality, baseType, correct } = of;
  const right = correct.length === 0 ? "" : q("correctResponse", {}, ...correct.map((value) => q("value", {}, value)));
  return q("responseDeclaration", { identifier, cardinality, baseType }, right, mapping);
}

/** Points of single values, between 0 and 1 in all. */
export function mapping(q: Maker, points: readonly (readonly [string, number])[], caseSensitive?: boolean): string {
  const entries = points.map(([mapKey, worth]) =>
    q("mapEntry", { mapKey, mappedValue: decimal(worth), caseSensitive }),
  );
  return q("mapping", { lowerBound: 0, upperBound: 1, defaultValue: 0 }, ...entries);
}

/** Texts with their shares. Patterns have no place in a mapping. */
export function textMapping(
  q: Maker,
  answers: readonly AcceptedText[],
  caseSensitive: boolean,
  key: (text: string) => string,
): string {
  const texts = answers.filter(({ match, text }) => match === "text" && text.trim() !== "");
  return mapping(
    q,
    texts.map(({ text, share }) => [key(text), share / 100] as const),
    caseSensitive,
  );
}

/** A number without an exponent and without the dust of binary fractions. */
function decimal(value: number): string {
  return String(Number(value.toFixed(6)));
}

export const base = (q: Maker, baseType: string, value: string): string => q("baseValue", { baseType }, value);

/** Sets SCORE to 1 where the response is the correct one, else leaves 0. */
export function matchCorrect(q: Maker, identifier: string): string {
  const match = q("match", {}, q("variable", { identifier }), q("correct", { identifier }));
  return q(
    "responseCondition",
    {},
    q("responseIf", {}, match, q("setOutcomeValue", { identifier: "SCORE" }, base(q, "float", "1"))),
  );
}

/** Sets SCORE to what the mapping gives. */
export function mapResponse(q: Maker, identifier: string): string {
  return q("setOutcomeValue", { identifier: "SCORE" }, q("mapResponse", { identifier }));
}

/** Adds a part of SCORE: an expression times its weight. */
export function addPart(q: Maker, weight: number, part: string): string {
  const worth = q("product", {}, base(q, "float", decimal(weight)), part);
  return q("setOutcomeValue", { identifier: "SCORE" }, q("sum", {}, q("variable", { identifier: "SCORE" }), worth));
}

/** Adds a weight to SCORE where a number lies within the tolerance. */
export function addNumber(q: Maker, identifier: string, value: number, tolerance: Tolerance, weight: number): string {
  const near = equal(q, identifier, value, tolerance);
  const sum = q("sum", {}, q("variable", { identifier: "SCORE" }), base(q, "float", decimal(weight)));
  return q("responseCondition", {}, q("responseIf", {}, near, q("setOutcomeValue", { identifier: "SCORE" }, sum)));
}

function equal(q: Maker, identifier: string, value: number, tolerance: Tolerance): string {
  const size = "absolute" in tolerance ? tolerance.absolute : Number((tolerance.relative * 100).toPrecision(12));
  const toleranceMode = size === 0 ? "exact" : "absolute" in tolerance ? "absolute" : "relative";
  const attributes = { toleranceMode, tolerance: size === 0 ? undefined : `${String(size)} ${String(size)}` };
  return q("equal", attributes, base(q, "float", String(value)), q("variable", { identifier }));
}
