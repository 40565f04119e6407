import { evaluate, parseFormula, type Values } from "./formula";
import type { Calculated, KnownMistake, Numeric, Question, Ruling, Tolerance, Variable } from "./model";
import { distance } from "./numeric";
import { below, type Random, seededRandom, shuffle } from "./random";

/** Calculated questions: drawing their numbers, and making plain numeric questions of them. */

export type { Values } from "./formula";

/** How often numbers are drawn anew when the formula has no value for them, such as for a division by zero. */
const mostDraws = 100;

/** The value of a formula; NaN where it has none, which no answer equals. */
function result(text: string, values: Values): number {
  const parsed = parseFormula(text);
  const evaluated = parsed.ok ? evaluate(parsed.formula, values) : parsed;
  return evaluated.ok && "value" in evaluated ? evaluated.value : NaN;
}

/** The most digits that say something about a number that was calculated with binary fractions. */
const mostDigits = 12;

/** The key as people read it: rounded, but never so far that who types what is shown would be wrong. */
function shownKey(value: number, decimals: number, tolerance: Tolerance): number {
  for (let more = decimals; more <= mostDigits; more += 1) {
    // Beyond 1e21 `toFixed` writes an exponent, which Number reads as well.
    const rounded = Number(value.toFixed(more));
    if (Math.abs(rounded - value) <= distance(tolerance, value)) return rounded;
  }
  return Number(value.toPrecision(mostDigits));
}

function drawOne({ min, max, decimals }: Variable, random: Random): number {
  const scale = 10 ** decimals;
  const steps = Math.floor((max - min) * scale + 1e-6) + 1;
  const value = min + below(Math.min(2 ** 32, Math.max(1, steps)), random) / scale;
  return Number(value.toFixed(decimals));
}

/** The values of a row by the names of the variables. */
export function rowValues(question: Pick<Calculated, "variables">, row: readonly number[]): Values {
  return Object.fromEntries(question.variables.map(({ name }, index) => [name, row[index] ?? NaN]));
}

/**
 * The numbers of a calculated question for a seed; the same seed gives the same. Numbers for which the formula has no
 * value are drawn anew; the bank's schema sees to it that there are others.
 */
export function drawValues(question: Calculated, seed: string): Values {
  const random = seededRandom(`${seed}/${question.id}/values`);
  const rows = shuffle(question.rows, random);
  const next = (turn: number): Values =>
    rowValues(question, rows[turn] ?? rows[0] ?? question.variables.map((variable) => drawOne(variable, random)));
  let values = next(0);
  for (let turn = 1; turn < mostDraws; turn += 1) {
    if (Number.isFinite(result(question.formula, values))) break;
    values = next(turn);
  }
  return values;
}

/** A drawn number as its reader writes it, with so many decimals. */
export type WriteNumber = (value: number, decimals: number) => string;

const withPoint: WriteNumber = (value, decimals) => value.toFixed(decimals);

/**
 * Sets the numbers into a text; inside mathematics the braces stay, so that `\frac{a}{b}` keeps its form, and a comma
 * gets its own, so that it is a decimal sign and no separator.
 */
function setIn(text: string, shown: ReadonlyMap<string, string>): string {
  const fill = (part: string, open: string, close: string) =>
    part.replace(/\{([A-Za-z][A-Za-z0-9_]*)\}/g, (whole, name: string) => {
      const value = shown.get(name);
      if (value === undefined) return whole;
      return open === "" ? value : `${open}${value.replace(",", "{,}")}${close}`;
    });
  return text
    .split(/(\$\$?[^$]*\$\$?)/)
    .map((part, index) => (index % 2 === 1 ? fill(part, "{", "}") : fill(part, "", "")))
    .join("");
}

function shownValues(question: Calculated, values: Values, write: WriteNumber): Map<string, string> {
  return new Map(
    question.variables.flatMap(({ name, decimals }) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      return value === undefined ? [] : [[name, write(value, decimals)] as const];
    }),
  );
}

function askedNumeric(question: Calculated, values: Values, write: WriteNumber): Numeric {
  const { formula, unit, decimals, tolerance, mistakes } = question;
  const shown = shownValues(question, values, write);
  const value = result(formula, values);
  return {
    kind: "numeric",
    id: question.id,
    topic: question.topic,
    outcomes: question.outcomes,
    difficulty: question.difficulty,
    ...(question.professions === undefined ? {} : { professions: question.professions }),
    lesson: question.lesson,
    source: question.source,
    units: question.units,
    stem: setIn(question.stem, shown),
    explanation: setIn(question.explanation, shown),
    key: { value, unit, tolerance, shown: shownKey(value, decimals, tolerance) },
    // A mistake whose formula has no value keeps its place in the list, and no answer equals it.
    mistakes: mistakes.map(
      ({ formula: mistaken, ...mistake }): KnownMistake => ({
        ...mistake,
        feedback: setIn(mistake.feedback, shown),
        value: result(mistaken, values),
      }),
    ),
  };
}

/**
 * The question as a paper asks it: a calculated question becomes a numeric one with the paper's numbers in its texts,
 * every other question stays what it is. `write` says how its reader writes numbers. Without numbers, as in a preview, they are drawn from the question's id.
 */
export function asked(
  question: Question,
  values: Values | undefined,
  write: WriteNumber = withPoint,
): Exclude<Question, Calculated> {
  if (question.kind !== "calculated") return question;
  return askedNumeric(question, values ?? drawValues(question, question.id), write);
}

/** The rulings on a question with the paper's numbers: a corrected formula is asked with the numbers that were shown. */
export function askedRulings(
  rulings: readonly Ruling[],
  values: Values | undefined,
  write: WriteNumber = withPoint,
): readonly Ruling[] {
  return rulings.map((ruling) =>
    ruling.kind === "corrected-key" ? { ...ruling, question: asked(ruling.question, values, write) } : ruling,
  );
}
