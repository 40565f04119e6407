import { exactly } from "../number-answers";
import type { AcceptedText, KnownMistake, TextComparison, Tolerance } from "../../engine/model";
import { numberOf, numbersOf, type ResponseDeclaration } from "./declarations";
import { hundredths, type ItemContext, ItemUnscored } from "./item";
import { attribute, childrenOf, descendants, type Element, plainText } from "./xml";

/** Points that a typed text earns. */
export type TypedPoints = (text: string) => number;

export interface TypedText extends TextComparison {
  readonly answers: readonly AcceptedText[];
}

export interface TypedNumber {
  readonly key: { readonly value: number; readonly unit: "1"; readonly tolerance: Tolerance };
  readonly mistakes: readonly KnownMistake[];
}

export function isNumberType({ baseType }: ResponseDeclaration): boolean {
  return baseType === "integer" || baseType === "float";
}

const comparisons = new Set("match equal equalRounded stringMatch notEqual lt lte gt gte member contains".split(" "));

/** Comparisons of a response in the item's processing. */
function comparisonsOf({ id }: ResponseDeclaration, { item }: ItemContext): Element[] {
  const [processing] = childrenOf(item, "responseProcessing");
  if (processing === undefined) return [];
  const isOwn = (e: Element) => e.name === "variable" && attribute(e, "identifier") === id;
  return descendants(processing, (e) => comparisons.has(e.name) && descendants(e, isOwn).length > 0);
}

/** Texts that the item names for a response: declared as correct, mapped, or compared with in its processing. */
export function candidatesOf(declaration: ResponseDeclaration, context: ItemContext): string[] {
  const { correct, mapping } = declaration;
  const compared = comparisonsOf(declaration, context).flatMap((comparison) => childrenOf(comparison, "baseValue"));
  const values = [...(correct ?? []), ...(mapping?.entries.map(({ key }) => key) ?? []), ...compared.map(plainText)];
  return [...new Set(values)].filter((value) => value !== "");
}

/** What is accepted as text, and how: tried out with every candidate as written and with its letters turned round. */
export function typedText(declaration: ResponseDeclaration, points: TypedPoints, context: ItemContext): TypedText {
  const earned = candidatesOf(declaration, context)
    .map((text) => ({ text, points: points(text) }))
    .filter((candidate) => candidate.points > 0);
  const whole = Math.max(0, ...earned.map((candidate) => candidate.points));
  if (whole === 0) throw new ItemUnscored("no text earns a mark");
  const anything = points("\u2603 no such answer");
  if (anything >= whole && declaration.correct === null)
    throw new ItemUnscored("any text earns marks, so none is the key");
  if (anything > 0) {
    context.scoringLost("any text earns marks", "here only accepted texts earn marks");
  }
  const turned = (text: string) =>
    Array.from(text, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join("");
  const letters = earned.filter(({ text }) => turned(text) !== text);
  const strict = letters.filter(({ text, points: own }) => points(turned(text)) !== own);
  if (strict.length > 0 && strict.length < letters.length) {
    context.scoringLost("capital letters count in some answers only", "here they count in all answers or in none");
  }
  const answers = earned
    .toSorted((a, b) => b.points - a.points)
    .map(
      ({ text, points: own }): AcceptedText => ({ match: "text", text, share: hundredths(own, whole), feedback: "" }),
    );
  return { answers, caseSensitive: letters.length > 0 && strict.length > 0, ignoreAccents: false };
}

/** The number that is right, how far from it one may be, and what other numbers earn. */
export function typedNumber(declaration: ResponseDeclaration, points: TypedPoints, context: ItemContext): TypedNumber {
  const earned = candidatesOf(declaration, context)
    .map((text) => ({ value: Number(text.replace(",", ".")), points: points(text) }))
    .filter(({ value, points: own }) => Number.isFinite(value) && own > 0);
  const between = ranges(declaration, points, context, earned);
  const whole = Math.max(0, ...earned.map((candidate) => candidate.points), between?.points ?? 0);
  if (whole === 0) throw new ItemUnscored("no number earns a mark");
  const anything = points("987654321.123");
  if (anything >= whole && declaration.correct === null)
    throw new ItemUnscored("any number earns marks, so none is the key");
  if (anything > 0) context.scoringLost("any number earns marks", "here one number is right");
  if (between !== null && between.points === whole) {
    const middle = { value: (between.from + between.to) / 2, unit: "1" as const };
    return { key: { ...middle, tolerance: { absolute: (between.to - between.from) / 2 } }, mistakes: [] };
  }
  const best = earned.find((candidate) => candidate.points === whole);
  if (best === undefined) throw new ItemUnscored("no number earns full marks");
  const mistakes = otherNumbers(earned, best.value, whole, context);
  return { key: { unit: "1", ...toleranceOf(best.value, declaration, context) }, mistakes };
}

type Earned = readonly { readonly value: number; readonly points: number }[];

/** Numbers that earn a part of the marks. */
function otherNumbers(earned: Earned, right: number, whole: number, context: ItemContext): KnownMistake[] {
  const others = earned.filter(({ value }) => value !== right);
  if (others.some(({ points }) => points === whole)) {
    context.scoringLost("several numbers earn full marks", "here one number is right; the others earn 99 %");
  }
  return others.map(({ value, points }) => {
    return { value, unit: "1", feedback: "", share: Math.min(99, hundredths(points, whole)) };
  });
}

/** Two bounds that the item compares with, where what lies between earns at least as much as the bounds themselves. */
function ranges(
  declaration: ResponseDeclaration,
  points: TypedPoints,
  context: ItemContext,
  earned: Earned,
): { readonly from: number; readonly to: number; readonly points: number } | null {
  const compares = (name: string) => ["lt", "lte", "gt", "gte"].includes(name);
  if (!comparisonsOf(declaration, context).some(({ name }) => compares(name))) return null;
  const values = candidatesOf(declaration, context).map(Number).filter(Number.isFinite);
  const [from, to] = [Math.min(...values), Math.max(...values)];
  const middle = points(String((from + to) / 2));
  if (!(from < to) || middle <= 0) return null;
  const edges = [from, to].map((edge) => earned.find(({ value }) => value === edge)?.points ?? 0);
  if (edges.some((own) => own !== middle)) {
    context.scoringLost(
      "the edges of a range earn less than its inside",
      "here the edge of a tolerance counts as inside",
    );
  }
  return { from, to, points: middle };
}

interface Near {
  readonly value: number;
  readonly tolerance: Tolerance;
}

/** The tolerance that the processing compares with. */
function toleranceOf(value: number, declaration: ResponseDeclaration, context: ItemContext): Near {
  const all = comparisonsOf(declaration, context);
  const near = all.find((e) => e.name === "equal" && attribute(e, "tolerance") !== "");
  if (near !== undefined) return statedTolerance(value, near);
  const rounded = all.find(({ name }) => name === "equalRounded");
  return rounded === undefined
    ? { value, tolerance: { absolute: exactly(value) } }
    : lastPlace(value, rounded, context);
}

/** Half a unit of the last place that counts. */
function lastPlace(value: number, rounded: Element, context: ItemContext): Near {
  context.scoringLost(
    "the answer is rounded before it is compared",
    "here it may lie half a unit of the last place off",
  );
  const figures = numberOf(attribute(rounded, "figures"), 0);
  const isDecimal = attribute(rounded, "roundingMode") === "decimalPlaces";
  const places = isDecimal ? figures : figures - 1 - Math.floor(Math.log10(Math.abs(value) || 1));
  return { value, tolerance: { absolute: 0.5 * 10 ** -places } };
}

/** The middle moves where the two sides differ. */
function statedTolerance(value: number, near: Element): Near {
  const [below = 0, above = below] = numbersOf(attribute(near, "tolerance"));
  const isRelative = attribute(near, "toleranceMode") === "relative";
  if (isRelative && below === above && value !== 0 && below > 0) {
    return { value, tolerance: { relative: Number((below / 100).toPrecision(12)) } };
  }
  const unit = isRelative ? Math.abs(value) / 100 : 1;
  const absolute = (unit * (below + above)) / 2 || exactly(value);
  return { value: value + (unit * (above - below)) / 2, tolerance: { absolute } };
}
