/**
 * Formulas of calculated questions: a closed language of our own, read into a tree and evaluated without `eval`.
 * Numbers, names, `+ - * / ^`, signs, parentheses, the constant `pi` and the functions below. There is no
 * loop and no assignment, and a formula is short, so that every evaluation ends after a few steps.
 */

export type Values = Readonly<Record<string, number>>;

const functions: Readonly<Record<string, { readonly least: number; readonly most: number; readonly of: Apply }>> = {
  sqrt: one(Math.sqrt),
  exp: one(Math.exp),
  ln: one(Math.log),
  log10: one(Math.log10),
  abs: one(Math.abs),
  floor: one(Math.floor),
  ceil: one(Math.ceil),
  sin: one(Math.sin),
  cos: one(Math.cos),
  min: { least: 1, most: 8, of: (...values) => Math.min(...values) },
  max: { least: 1, most: 8, of: (...values) => Math.max(...values) },
  /** `round(x)` to whole numbers, `round(x, n)` to n decimals; halves go up, also below zero. */
  round: { least: 1, most: 2, of: (value = NaN, decimals = 0) => roundTo(value, decimals) },
};
const constants: Values = { pi: Math.PI };

type Apply = (...values: readonly number[]) => number;

function one(apply: (value: number) => number) {
  return { least: 1, most: 1, of: (value = NaN) => apply(value) };
}

function roundTo(value: number, decimals: number): number {
  if (!Number.isInteger(decimals) || Math.abs(decimals) > 15) return NaN;
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/** Names that a variable can't have. */
export function isReserved(name: string): boolean {
  return Object.hasOwn(functions, name) || Object.hasOwn(constants, name);
}

type Operator = "+" | "-" | "*" | "/" | "^";
type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "minus"; readonly of: Node }
  | { readonly kind: "operate"; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly values: readonly Node[] };

/** A formula that was read: its tree, and the variables that it names. */
export interface Formula {
  readonly tree: Node;
  readonly names: readonly string[];
}

export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly why: string };
export type Evaluated =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: "division-by-zero" | "not-finite" | "unknown-name" };

const longestFormula = 500;
const deepestNesting = 40;
const tokenPattern = /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?|\.\d+)|([A-Za-z][A-Za-z0-9_]*)|([-+*/^(),]))/y;

/** A sentence for the author; thrown inside this file only. */
class FormulaError extends Error {}

interface Token {
  readonly kind: "number" | "name" | "sign";
  readonly text: string;
}

function read(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  const end = text.trimEnd().length;
  while (tokenPattern.lastIndex < end) {
    const at = tokenPattern.lastIndex;
    const found = tokenPattern.exec(text);
    if (found === null) throw new FormulaError(`"${text.slice(at).trim().slice(0, 12)}" can't be read`);
    const [, number, name, sign] = found;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "sign", text: sign ?? "" });
  }
  return tokens;
}

class Parser {
  readonly names = new Set<string>();
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Node {
    const tree = this.#sum();
    const rest = this.#tokens[this.#at];
    if (rest !== undefined) throw new FormulaError(`"${rest.text}" stands where the formula should end`);
    return tree;
  }

  #takes(...signs: readonly string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== "sign" || !signs.includes(token.text)) return null;
    this.#at += 1;
    return token.text;
  }

  #sum(): Node {
    let left = this.#product();
    for (let sign = this.#takes("+", "-"); sign !== null; sign = this.#takes("+", "-")) {
      left = { kind: "operate", operator: sign === "+" ? "+" : "-", left, right: this.#product() };
    }
    return left;
  }

  #product(): Node {
    let left = this.#signed();
    for (let sign = this.#takes("*", "/"); sign !== null; sign = this.#takes("*", "/")) {
      left = { kind: "operate", operator: sign === "*" ? "*" : "/", left, right: this.#signed() };
    }
    return left;
  }

  /** A sign binds less than a power: -2^2 is -4. Every nesting passes here, so the depth is counted here. */
  #signed(): Node {
    this.#depth += 1;
    if (this.#depth > deepestNesting) throw new FormulaError(`the formula is nested more than ${deepestNesting} deep`);
    const sign = this.#takes("+", "-");
    const node = sign === null ? this.#power() : this.#signed();
    this.#depth -= 1;
    return sign === "-" ? { kind: "minus", of: node } : node;
  }

  /** Powers go from the right: 2^3^2 is 2^9. */
  #power(): Node {
    const left = this.#atom();
    return this.#takes("^") === null ? left : { kind: "operate", operator: "^", left, right: this.#signed() };
  }

  #atom(): Node {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    if (token === undefined) throw new FormulaError("the formula ends too early");
    if (token.kind === "number") return { kind: "number", value: Number(token.text) };
    if (token.kind === "name") return this.#takes("(") === null ? this.#name(token.text) : this.#call(token.text);
    if (token.text !== "(") throw new FormulaError(`"${token.text}" stands where a number should be`);
    const inner = this.#sum();
    this.#close();
    return inner;
  }

  #name(name: string): Node {
    if (Object.hasOwn(functions, name)) throw new FormulaError(`"${name}" needs its parentheses`);
    if (!Object.hasOwn(constants, name)) this.names.add(name);
    return { kind: "name", name };
  }

  #call(name: string): Node {
    if (!Object.hasOwn(functions, name)) throw new FormulaError(`there is no function "${name}"`);
    const values = [this.#sum()];
    while (this.#takes(",") !== null) values.push(this.#sum());
    this.#close();
    const { least, most } = functions[name] ?? { least: 0, most: 0 };
    if (values.length < least || values.length > most)
      throw new FormulaError(`"${name}" takes ${least === most ? least : `${least} to ${most}`} values`);
    return { kind: "call", name, values };
  }

  #close() {
    if (this.#takes(")") === null) throw new FormulaError('a "(" is not closed');
  }
}

/** Reads a formula; what is wrong with it is said as a sentence. */
export function parseFormula(text: string): ParsedFormula {
  if (text.length > longestFormula) return { ok: false, why: `a formula has at most ${longestFormula} characters` };
  try {
    const parser = new Parser(read(text));
    const tree = parser.parse();
    return { ok: true, formula: { tree, names: [...parser.names] } };
  } catch (problem) {
    if (problem instanceof FormulaError) return { ok: false, why: problem.message };
    throw problem;
  }
}

/** A reason why a formula has no value; thrown inside this file only. */
class NoValue extends Error {
  readonly reason: "division-by-zero" | "unknown-name";
  constructor(reason: "division-by-zero" | "unknown-name") {
    super(reason);
    this.reason = reason;
  }
}

function operate(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      if (right === 0) throw new NoValue("division-by-zero");
      return left / right;
    case "^":
      if (left === 0 && right < 0) throw new NoValue("division-by-zero");
      return left ** right;
  }
}

function named(name: string, values: Values): number {
  const table = Object.hasOwn(constants, name) ? constants : values;
  const value = Object.hasOwn(table, name) ? table[name] : undefined;
  if (value === undefined) throw new NoValue("unknown-name");
  return value;
}

function valueOf(node: Node, values: Values): number {
  switch (node.kind) {
    case "number":
      return node.value;
    case "name":
      return named(node.name, values);
    case "minus":
      return -valueOf(node.of, values);
    case "operate":
      return operate(node.operator, valueOf(node.left, values), valueOf(node.right, values));
    case "call":
      return functions[node.name]?.of(...node.values.map((value) => valueOf(value, values))) ?? NaN;
  }
}

function children(node: Node): readonly Node[] {
  if (node.kind === "minus") return [node.of];
  if (node.kind === "operate") return [node.left, node.right];
  return node.kind === "call" ? node.values : [];
}

/** Everything that a formula divides by. */
export function divisorsOf({ tree, names }: Formula): Formula[] {
  const found: Formula[] = [];
  const visit = (node: Node) => {
    if (node.kind === "operate" && node.operator === "/") found.push({ tree: node.right, names });
    for (const child of children(node)) visit(child);
  };
  visit(tree);
  return found;
}

/** The value of a formula; whatever isn't a finite number is a reason. */
export function evaluate(formula: Formula, values: Values): Evaluated {
  try {
    const value = valueOf(formula.tree, values);
    return Number.isFinite(value) ? { ok: true, value } : { ok: false, reason: "not-finite" };
  } catch (problem) {
    if (problem instanceof NoValue) return { ok: false, reason: problem.reason };
    throw problem;
  }
}
