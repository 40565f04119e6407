import type { Tolerance, Variable } from "../../engine/model";
import { convert, parseUnit } from "../../engine/units";
import { parseFormula } from "../../engine/formula";
import { type Body, ItemLost } from "../collector";
import { type NumberAnswer, numberKey } from "../number-answers";
import { attribute, childrenOf, type Element } from "../qti/xml";
import { content, type MoodleItem, numberIn, shareOf } from "./moodle-item";
import { formulaFromMoodle, nameFromMoodle } from "./moodle-formula";

function valueIn(parent: Element, name: string): string {
  const [element] = childrenOf(parent, name);
  if (element === undefined) return "";
  const [text] = childrenOf(element, "text");
  return content(text ?? element).trim();
}

/** The unit of the numbers and the units offered. A unit outside the table leaves plain numbers. */
function unitsOf(item: MoodleItem): { unit: string; units: string[] } {
  const holder = item.child("units");
  const named = (holder === undefined ? [] : childrenOf(holder, "unit")).map((element) => ({
    name: valueIn(element, "unit_name"),
    multiplier: numberIn(valueIn(element, "multiplier")) ?? 1,
  }));
  const key = named.find(({ multiplier }) => multiplier === 1) ?? named[0];
  if (key === undefined) return { unit: "1", units: ["1"] };
  const unit = parseUnit(key.name);
  if (unit === null) {
    item.lost(`the unit "${key.name}"`, "it isn't in the table of units; the answer is a plain number");
    return { unit: "1", units: ["1"] };
  }
  reportUnitRules(item);
  const fitting = named.flatMap(({ name, multiplier }) => {
    const known = parseUnit(name);
    const factor = known === null ? null : convert(1, unit, known);
    if (
      known !== null &&
      factor !== null &&
      Math.abs(factor * key.multiplier - multiplier) <= 1e-9 * Math.abs(multiplier)
    )
      return [known];
    item.lost(`the unit "${name}"`, "it isn't in the table of units with this multiplier");
    return [];
  });
  const offered = attribute(holder ?? item.element, "offered")
    .split(" ")
    .flatMap((name) => parseUnit(name) ?? []);
  return { unit, units: offered.includes(unit) ? offered : [...new Set([unit, ...fitting])] };
}

function reportUnitRules(item: MoodleItem): void {
  const penalty = item.number("unitpenalty") ?? 0;
  if (!["", "0"].includes(item.value("unitgradingtype")) && penalty > 0) {
    item.lost(`the unit penalty ${String(penalty)}`, "a number in a wrong unit is wrong");
  }
}

export function readNumerical(item: MoodleItem): Body {
  const { unit, units } = unitsOf(item);
  const elements = item.children("answer");
  const answers = elements.map((answer): NumberAnswer => {
    const text = item.raw(answer);
    const value = numberIn(text);
    if (value === null && text !== "*") item.lost(`the answer "${text.slice(0, 60)}"`, "it is no number");
    return {
      value,
      tolerance: Math.abs(numberIn(valueIn(answer, "tolerance")) ?? 0),
      share: shareOf(answer, -100),
      feedback: item.feedback(answer),
    };
  });
  const right = elements.flatMap((answer) => (shareOf(answer, 0) === 100 ? childrenOf(answer, "tolerance") : []))[0];
  const relative = right === undefined ? null : numberIn(attribute(right, "relative"));
  const lost = (what: string, why: string) => {
    item.lost(what, why);
  };
  const { key, mistakes } = numberKey(answers, unit, lost, relative);
  return { kind: "numeric", key, units, mistakes: mistakes.map((mistake, index) => ownUnit(item, mistake, index)) };
}

/** A mistake in another unit than the key's: our writer says which value in which unit it was. */
function ownUnit<M extends { value: number; unit: string }>(item: MoodleItem, mistake: M, index: number): M {
  const wrong = item.children("answer").filter((answer) => shareOf(answer, 0) < 100)[index];
  const [value, unit] = [numberIn(attribute(wrong ?? item.element, "value")), attribute(wrong ?? item.element, "unit")];
  return value === null || parseUnit(unit) === null ? mistake : { ...mistake, value, unit };
}

function variablesOf(item: MoodleItem): { variables: Variable[]; rows: number[][] } {
  const holder = item.child("dataset_definitions");
  const definitions = holder === undefined ? [] : childrenOf(holder, "dataset_definition");
  if (definitions.length === 0) throw new ItemLost("the whole question", "it defines no variables");
  const variables = definitions.map((definition): Variable => {
    if (valueIn(definition, "status") === "shared")
      item.lost(`the shared data set of "${valueIn(definition, "name")}"`, "each question has its own values");
    const [min, max] = [numberIn(valueIn(definition, "minimum")), numberIn(valueIn(definition, "maximum"))];
    return {
      name: nameFromMoodle(valueIn(definition, "name")),
      min: min ?? 0,
      max: max ?? min ?? 0,
      decimals: Math.min(9, Math.max(0, Math.round(numberIn(valueIn(definition, "decimals")) ?? 0))),
    };
  });
  const columns = definitions.map((definition) => {
    const [list] = childrenOf(definition, "dataset_items");
    const items = list === undefined ? [] : childrenOf(list, "dataset_item");
    return new Map(items.map((entry) => [valueIn(entry, "number"), numberIn(valueIn(entry, "value"))]));
  });
  const numbers = [...(columns[0]?.keys() ?? [])];
  const rows = numbers.map((number) => columns.map((column) => column.get(number) ?? Number.NaN));
  if (rows.some((row) => row.some(Number.isNaN))) item.lost("rows of values", "a value is missing in some of them");
  return { variables, rows: rows.filter((row) => !row.some(Number.isNaN)) };
}

function toleranceOf(item: MoodleItem, answer: Element): Tolerance {
  const amount = Math.abs(numberIn(valueIn(answer, "tolerance")) ?? 0);
  const type = valueIn(answer, "tolerancetype");
  if (type === "3") item.lost("a geometric tolerance", "a tolerance is an amount or a share; it is taken as a share");
  // To the very digits: a thousand-millionth of the key keeps every other number out.
  if (amount === 0) return { relative: 1e-9 };
  if (type === "2") return { absolute: amount };
  if (amount > 1) item.lost(`the tolerance of ${String(amount)} times the number`, "a share is at most 1; it is 1 now");
  return { relative: Math.min(1, amount) };
}

function decimalsOf(item: MoodleItem, answer: Element): number {
  const length = numberIn(valueIn(answer, "correctanswerlength")) ?? 2;
  if (valueIn(answer, "correctanswerformat") !== "2") return Math.min(9, Math.max(0, length));
  item.lost(`${String(length)} significant figures`, "a key is shown with decimals; six are kept");
  return 6;
}

export function readCalculated(item: MoodleItem): Body {
  const { variables, rows } = variablesOf(item);
  const answers = item.children("answer");
  const right = answers.find((answer) => shareOf(answer, 0) === 100);
  if (right === undefined) throw new ItemLost("the whole question", "no formula earns the whole mark");
  const formula = (answer: Element) => {
    const text = formulaFromMoodle(item.raw(answer));
    const parsed = parseFormula(text);
    if (!parsed.ok) throw new ItemLost("the whole question", `the formula "${text}" can't be read: ${parsed.why}`);
    return text;
  };
  if (item.feedback(right) !== "")
    item.lost("the feedback of the right number", "a number has feedback for mistakes only");
  const { unit, units } = unitsOf(item);
  const decimals = decimalsOf(item, right);
  const mistakes = answers.flatMap((answer) => {
    if (answer === right) return [];
    const share = Math.min(99, shareOf(answer, 0));
    return [
      {
        formula: formula(answer),
        unit: attribute(answer, "unit") || unit,
        feedback: item.feedback(answer),
        ...(share === 0 ? {} : { share }),
      },
    ];
  });
  return {
    kind: "calculated",
    variables,
    rows,
    formula: formula(right),
    unit,
    decimals,
    tolerance: toleranceOf(item, right),
    units,
    mistakes,
  };
}
