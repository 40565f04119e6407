import { isReserved } from "../../engine/formula";
import type { Tolerance, Variable } from "../../engine/model";
import { markdownOf, type TextContext } from "./body";
import { numberOf, numbersOf, type ResponseDeclaration } from "./declarations";
import { type Body, ItemLost } from "./item";
import { attribute, childrenOf, descendants, type Element, plainText } from "./xml";

/** Items whose numbers are drawn by a template: calculated questions, where the template is plain arithmetic. */

type Lost = (what: string, why: string) => void;

/** What a template says, read from top to bottom. */
interface Template {
  readonly variables: Variable[];
  /** Identifier -> formula of drawn variables; a drawn variable is its own name. */
  readonly formulas: Map<string, string>;
  /** Formula of each correct response. */
  readonly correct: Map<string, string>;
  readonly lost: Lost;
}

/** An identifier as the name of a variable. */
function nameOf(identifier: string): string {
  const name = identifier.replace(/[^A-Za-z0-9_]/g, "_").replace(/^(?![A-Za-z])/, "v");
  return isReserved(name) ? `${name}_` : name;
}

function literal(text: string): string {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value))
    throw new ItemLost(`its template uses "${text}", which is no number`);
  return value < 0 ? `(${String(value)})` : String(value);
}

const operators: Readonly<Record<string, string>> = {
  sum: " + ",
  product: " * ",
  subtract: " - ",
  divide: " / ",
  power: " ^ ",
};
const calls: Readonly<Record<string, string>> = {
  sin: "sin",
  cos: "cos",
  exp: "exp",
  ln: "ln",
  log: "log10",
  floor: "floor",
  ceil: "ceil",
  abs: "abs",
};

function notSimple(element: Element): ItemLost {
  return new ItemLost(`its template uses "${element.name}", which is more than plain arithmetic`);
}

function called(element: Element, operands: readonly string[]): string {
  const name = attribute(element, "name");
  if (!Object.hasOwn(calls, name)) throw new ItemLost(`its template uses the function "${name}"`);
  return `${calls[name] ?? ""}(${operands.join(", ")})`;
}

function rounded(element: Element, operands: readonly string[]): string {
  if (attribute(element, "roundingMode") !== "decimalPlaces") throw notSimple(element);
  return `round(${operands.join(", ")}, ${String(numberOf(attribute(element, "figures"), 0))})`;
}

const joined = (element: Element, operands: readonly string[]) => `${element.name}(${operands.join(", ")})`;

/** Expressions besides the operators, from the formulas of their operands. */
const expressions: Readonly<Record<string, (element: Element, operands: readonly string[]) => string>> = {
  baseValue: (element) => literal(plainText(element)),
  mathConstant: (element) => (attribute(element, "name") === "pi" ? "pi" : "exp(1)"),
  mathOperator: called,
  round: joined,
  min: joined,
  max: joined,
  roundTo: rounded,
  integerToFloat: (_, operands) => operands.join(""),
};

/** An expression of a template as a formula. @throws ItemLost for what a formula can't say */
function formulaOf(element: Element, template: Template): string {
  if (element.name === "variable") return known(attribute(element, "identifier"), template);
  const operands = childrenOf(element).map((child) => formulaOf(child, template));
  if (Object.hasOwn(operators, element.name)) return `(${operands.join(operators[element.name])})`;
  const write = Object.hasOwn(expressions, element.name) ? expressions[element.name] : undefined;
  if (write === undefined) throw notSimple(element);
  return write(element, operands);
}

function known(identifier: string, { formulas }: Template): string {
  const formula = formulas.get(identifier);
  if (formula === undefined) throw new ItemLost(`its template uses "${identifier}" before it has a value`);
  return formula;
}

/** The ends of a range. @throws ItemLost where they are computed, or where only some numbers between them are drawn */
function rangeOf(range: Element): { readonly min: number; readonly max: number } {
  const [min, max] = [Number(attribute(range, "min") || "0"), Number(attribute(range, "max") || "NaN")];
  if (!Number.isFinite(min) || !Number.isFinite(max)) throw new ItemLost("the range of a drawn number is computed");
  if (numberOf(attribute(range, "step"), 1) !== 1) throw new ItemLost("a drawn number goes in steps");
  return { min, max };
}

function drawn(identifier: string, range: Element, { variables, formulas, lost }: Template): void {
  const isWhole = range.name === "randomInteger";
  if (!isWhole) lost(`the decimals of "${identifier}"`, "a drawn number has a fixed number of decimals; two are kept");
  const name = nameOf(identifier);
  formulas.set(identifier, name);
  const at = variables.findIndex((variable) => variable.name === name);
  if (at !== -1) variables.splice(at, 1);
  variables.push({ name, ...rangeOf(range), decimals: isWhole ? 0 : 2 });
}

function readStatement(statement: Element, template: Template): void {
  const identifier = attribute(statement, "identifier");
  const [expression] = childrenOf(statement);
  if (expression === undefined || !["setTemplateValue", "setCorrectResponse"].includes(statement.name))
    throw notSimple(statement);
  if (statement.name === "setCorrectResponse") template.correct.set(identifier, formulaOf(expression, template));
  else if (/^random(Integer|Float)$/.test(expression.name)) drawn(identifier, expression, template);
  else template.formulas.set(identifier, formulaOf(expression, template));
}

function readDeclarations(item: Element, template: Template): void {
  for (const declaration of childrenOf(item, "templateDeclaration")) {
    const [value] = childrenOf(declaration, "defaultValue").flatMap((holder) => childrenOf(holder, "value"));
    const text = value === undefined ? "" : plainText(value);
    if (text !== "" && Number.isFinite(Number(text)))
      template.formulas.set(attribute(declaration, "identifier"), literal(text));
  }
}

/** A correct response that is declared a whole number is rounded to one where its formula could give another. */
function wholeFormula(formula: string): string {
  const isWhole = /^[\w +*()-]+$/.test(formula) && !/\w\(/.test(formula);
  return isWhole ? formula : `round(${formula})`;
}

/** How far the number may be off: what the item's comparison says, else nothing but rounding. */
function toleranceOf(item: Element, lost: Lost): Tolerance {
  const [processing] = childrenOf(item, "responseProcessing");
  const exact = { relative: 1e-9 };
  const compares =
    processing === undefined ? [] : descendants(processing, ({ name }) => name === "equal" || name === "match");
  const isTemplate = /match_correct/.test(attribute(processing ?? item, "template"));
  if (!isTemplate && compares.length !== 1) lost("its scoring", "answers are compared with the computed number");
  const [near] = compares.filter((element) => attribute(element, "tolerance") !== "");
  if (near === undefined) return exact;
  const size = Math.max(...numbersOf(attribute(near, "tolerance")));
  if (!(size > 0)) return exact;
  if (attribute(near, "toleranceMode") !== "relative") return { absolute: size };
  if (size > 100) lost(`its tolerance of ${String(size)} %`, "a share is at most the whole number; it is that now");
  return { relative: Number((Math.min(100, size) / 100).toPrecision(12)) };
}

/** The texts with their variables; a number that is computed and printed can't be said. */
function stemOf(body: Element, interaction: Element, text: TextContext, template: Template): string {
  const names = new Set(template.variables.map(({ name }) => name));
  const replaced = (element: Element): string | null => {
    if (element === interaction) return "";
    if (element.name !== "printedVariable") return null;
    const identifier = attribute(element, "identifier");
    const formula = known(identifier, template);
    if (names.has(formula)) return `{${formula}}`;
    if (/^[\d.]+$/.test(formula)) return formula;
    throw new ItemLost(`its text prints "${identifier}", which is computed`);
  };
  return markdownOf(body.children, { ...text, replaced }).trim();
}

/** The field for the one number that the item asks for. */
function fieldOf(body: Element): Element {
  const [interaction, ...more] = descendants(body, ({ name }) => name.endsWith("Interaction"));
  if (interaction?.name !== "textEntryInteraction" || more.length > 0)
    throw new ItemLost("its numbers are drawn by a template, and it asks for something else than one number");
  return interaction;
}

function templateOf(item: Element, lost: Lost): Template {
  const template: Template = { variables: [], formulas: new Map(), correct: new Map(), lost };
  readDeclarations(item, template);
  const statements = childrenOf(item, "templateProcessing").flatMap((processing) => childrenOf(processing));
  for (const statement of statements) readStatement(statement, template);
  if (template.variables.length === 0) throw new ItemLost("its template draws no number");
  return template;
}

/**
 * A calculated question of an item with a template.
 *
 * @throws ItemLost where the template is more than drawing numbers and plain arithmetic
 */
export function readTemplate(
  item: Element,
  declarations: ReadonlyMap<string, ResponseDeclaration>,
  text: TextContext,
  lost: Lost,
): Body {
  const [body] = childrenOf(item, "itemBody");
  if (body === undefined) throw new ItemLost("it has no body");
  const interaction = fieldOf(body);
  const template = templateOf(item, lost);
  const response = attribute(interaction, "responseIdentifier");
  const formula = template.correct.get(response);
  if (formula === undefined) throw new ItemLost("its numbers are drawn by a template that sets no correct response");
  const isWhole = declarations.get(response)?.baseType === "integer";
  if (descendants(item, ({ name }) => /^(modalFeedback|feedback(Block|Inline))$/.test(name)).length > 0)
    lost("its feedback", "a computed question has feedback for mistaken formulas only");
  return {
    kind: "calculated",
    stem: stemOf(body, interaction, text, template),
    explanation: "",
    variables: template.variables,
    rows: [],
    formula: isWhole ? wholeFormula(formula) : formula,
    unit: "1",
    decimals: isWhole ? 0 : 6,
    tolerance: toleranceOf(item, lost),
    units: ["1"],
    mistakes: [],
  };
}
