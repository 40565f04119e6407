import type { DraftBlueprint } from "./draft-file";
import type { DraftFault, Typed } from "./draft-form";
import { rowsOf, said, tick, ticked, wholeNumber, writeRows } from "./form-values";
import { isKind } from "../banks/kinds";

/** The blueprint of a quiz as a form. A rule without a count and a fixed question without its tick are taken out. */

export const feedbackTimes = ["sitting", "each", "passing", "never"] as const;
export const layouts = ["one", "all"] as const;

type Rule = DraftBlueprint["draw"][number];

const numberOrEmpty = (value: number | null | undefined) => (value == null ? "" : String(value));
const isOneOf = <Value extends string>(list: readonly Value[], value: string | undefined): value is Value =>
  (list as readonly (string | undefined)[]).includes(value);

export function blueprintFields(blueprint: DraftBlueprint): Typed {
  return {
    ...writeRows("draw", blueprint.draw.map(ruleFields)),
    ...tick("fixed", blueprint.fixed),
    ...Object.fromEntries(blueprint.fixed.map((key) => [`marks:${key}`, numberOrEmpty(blueprint.marks?.[key])])),
    ...tick("rule", [
      ...(blueprint.shuffleQuestions ? ["shuffleQuestions"] : []),
      ...(blueprint.shuffleOptions ? ["shuffleOptions"] : []),
      ...(blueprint.certainty === true ? ["certainty"] : []),
    ]),
    passPercent: String(blueprint.passPercent),
    attempts: numberOrEmpty(blueprint.attempts),
    waitMinutes: String(blueprint.waitMinutes),
    timeLimitMinutes: numberOrEmpty(blueprint.timeLimitMinutes),
    feedback: blueprint.feedback ?? "sitting",
    layout: blueprint.layout ?? "one",
  };
}

function ruleFields(rule: Rule): Typed {
  return {
    count: String(rule.count),
    topic: rule.topic ?? "",
    difficulty: numberOrEmpty(rule.difficulty),
    outcome: rule.outcome ?? "",
    kind: rule.kind ?? "",
    profession: rule.profession ?? "",
    marks: numberOrEmpty(rule.marks),
  };
}

interface ReadBlueprint {
  readonly blueprint: DraftBlueprint;
  readonly faults: readonly DraftFault[];
}

export function readBlueprint(typed: Typed, before: DraftBlueprint): ReadBlueprint {
  const faults: DraftFault[] = [];
  const fault = (field: string, code: DraftFault["code"]) => faults.push({ field, code });
  const draw = rowsOf(typed, "draw")
    .filter(({ row }) => (row["count"] ?? "") !== "")
    .flatMap(({ at, row }) => readRule(row, (part, code) => fault(`${at}.${part}`, code)) ?? []);
  const fixed = before.fixed.filter((key) => ticked(typed, "fixed").includes(key));
  const rules = readRules(typed, before, fault);
  const marks = readMarks(typed, fixed, fault);
  return {
    faults,
    blueprint: {
      ...(before.feedback === undefined ? {} : { feedback: before.feedback }),
      ...(before.layout === undefined ? {} : { layout: before.layout }),
      ...rules,
      draw,
      fixed,
      ...(Object.keys(marks).length > 0 ? { marks } : {}),
      ...(ticked(typed, "rule").includes("certainty") ? { certainty: true } : {}),
    },
  };
}

type Fault = (field: string, code: DraftFault["code"]) => void;

function readRule(row: Typed, fault: Fault): Rule | null {
  const count = wholeNumber(row["count"], 1, 200);
  const worth = wholeNumber(row["marks"], 1, 100);
  const isWorthBad = said(row, "marks") !== "" && worth === null;
  if (count === null) fault("count", "count");
  if (isWorthBad) fault("marks", "marks");
  return count === null || isWorthBad
    ? null
    : { count, ...tagsOf(row), ...levelOf(said(row, "difficulty")), ...(worth === null ? {} : { marks: worth }) };
}

function tagsOf(row: Typed): Pick<Rule, "topic" | "outcome" | "kind" | "profession"> {
  const kind = said(row, "kind");
  const tags = (["topic", "outcome", "profession"] as const).filter((name) => said(row, name) !== "");
  return { ...Object.fromEntries(tags.map((name) => [name, said(row, name)])), ...(isKind(kind) ? { kind } : {}) };
}

function levelOf(text: string): Pick<Rule, "difficulty"> {
  const level = wholeNumber(text, 1, 3);
  return level === 1 || level === 2 || level === 3 ? { difficulty: level } : {};
}

function readMarks(typed: Typed, fixed: readonly string[], fault: Fault): Record<string, number> {
  const marks: Record<string, number> = {};
  for (const key of fixed) {
    const text = typed[`marks:${key}`] ?? "";
    const worth = wholeNumber(text, 1, 100);
    if (text !== "" && worth === null) fault(`marks:${key}`, "marks");
    if (worth !== null) marks[key] = worth;
  }
  return marks;
}

/** A choice is written only where it differs: what was left out means the same as the first of the list. */
function chosen<Name extends string, Value>(name: Name, value: Value, before: Value): { [name in Name]?: Value } {
  // A computed key of a literal name gives just this record.
  return value === before ? {} : ({ [name]: value } as { [name in Name]?: Value });
}

function readRules(typed: Typed, before: DraftBlueprint, fault: Fault) {
  const rules = ticked(typed, "rule");
  const { feedback, layout } = typed;
  const number = (field: string, least: number, most: number, code: DraftFault["code"], kept: number): number => {
    const value = wholeNumber(typed[field], least, most);
    if (value === null) fault(field, code);
    return value ?? kept;
  };
  const orNone = (field: string, most: number, code: DraftFault["code"]): number | null => {
    const text = typed[field] ?? "";
    return text === "" ? null : number(field, 1, most, code, 1);
  };
  return {
    shuffleQuestions: rules.includes("shuffleQuestions"),
    shuffleOptions: rules.includes("shuffleOptions"),
    passPercent: number("passPercent", 0, 100, "percent", before.passPercent),
    attempts: orNone("attempts", 100, "attempts"),
    waitMinutes: number("waitMinutes", 0, 100_000, "wait", before.waitMinutes),
    timeLimitMinutes: orNone("timeLimitMinutes", 600, "limit"),
    ...chosen("feedback", isOneOf(feedbackTimes, feedback) ? feedback : "sitting", before.feedback ?? "sitting"),
    ...chosen("layout", isOneOf(layouts, layout) ? layout : "one", before.layout ?? "one"),
  };
}
