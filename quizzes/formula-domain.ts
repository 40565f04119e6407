import { rowValues } from "./engine/calculated";
import { divisorsOf, evaluate, type Formula, type Values } from "./engine/formula";
import type { Calculated, Variable } from "./engine/model";

/** Where the formula of a calculated question has no value. */

/** Sets of values that are tried; where the variables have more, they are spread over the ranges. */
const mostSets = 4000;

function countOf({ min, max, decimals }: Variable): number {
  return Math.floor((max - min) * 10 ** decimals + 1e-6) + 1;
}

/** So many values of a variable, from the smallest to the largest, as drawing gives them. */
function spread({ min, decimals, ...variable }: Variable, wanted: number): number[] {
  const count = countOf({ min, decimals, ...variable });
  const shown = Math.min(count, Math.max(2, wanted));
  return Array.from({ length: shown }, (_, index) => {
    const step = shown === 1 ? 0 : Math.round((index * (count - 1)) / (shown - 1));
    return Number((min + step / 10 ** decimals).toFixed(decimals));
  });
}

/** How many values of each variable are tried: all where that is possible. Those with few values get all of theirs. */
function shares(variables: readonly Variable[]): ReadonlyMap<string, number> {
  let left = mostSets;
  const fewestFirst = [...variables].sort((a, b) => countOf(a) - countOf(b));
  return new Map(
    fewestFirst.map((variable, index) => {
      const share = Math.max(2, Math.floor(left ** (1 / (variables.length - index)) + 1e-9));
      const taken = Math.min(countOf(variable), share);
      left = Math.max(1, left / taken);
      return [variable.name, taken];
    }),
  );
}

interface Tried {
  readonly sets: readonly Values[];
  readonly isAll: boolean;
}

function triedSets(question: Calculated): Tried {
  const { rows, variables } = question;
  if (rows.length > 0) return { sets: rows.map((row) => rowValues(question, row)), isAll: true };
  const wanted = shares(variables);
  const sets = variables.reduce<Values[]>(
    (list, variable) => {
      const values = spread(variable, wanted.get(variable.name) ?? 2);
      return list.flatMap((set) => values.map((value) => ({ ...set, [variable.name]: value })));
    },
    [{}],
  );
  return { sets, isAll: variables.every((variable) => (wanted.get(variable.name) ?? 0) >= countOf(variable)) };
}

function say(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join(", ");
}

function changesSign(divisor: Formula, sets: readonly Values[]): boolean {
  const values = sets
    .map((set) => evaluate(divisor, set))
    .flatMap((result) => (result.ok ? [Math.sign(result.value)] : []));
  return values.includes(1) && values.includes(-1);
}

/**
 * Why a formula has no value for some of the numbers that a paper could draw; null where it always has one. Where not
 * every set can be tried, a divisor that changes its sign counts as one that may be 0.
 */
export function withoutValue(question: Calculated, formula: Formula): string | null {
  const { sets, isAll } = triedSets(question);
  const broken = sets.find((values) => !evaluate(formula, values).ok);
  if (broken !== undefined) return `has no value for ${say(broken)}`;
  const isRisky = !isAll && divisorsOf(formula).some((divisor) => changesSign(divisor, sets));
  return isRisky ? "divides by something that changes its sign between the ends of the ranges: it may be 0" : null;
}
