import type { ResponseDeclaration } from "./declarations";
import { valuesOf } from "./declarations";
import { evaluate, type Surroundings } from "./expression";
import { isNothing, matches, NotUnderstood, nothing, numeric, one, truth, type Value, valueOf } from "./values";
import { attribute, childrenOf, type Element } from "./xml";

/** Responses by identifier, each as the texts of its values; a missing one wasn't given. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** How an item turns responses into outcomes. Found by running its response processing, not by looking at its form. */
export interface Scoring {
  /** @throws NotUnderstood where the item uses what isn't known here. */
  readonly outcomes: (given: Given) => ReadonlyMap<string, Value>;
}

/** Points of one response: the outcome SCORE. */
export function pointsOf(scoring: Scoring, given: Given): number {
  const score = numeric(scoring.outcomes(given).get("SCORE") ?? nothing);
  return Number.isFinite(score) ? score : 0;
}

/** The scoring of an item. Null when it has no response processing at all. */
export function scoringOf(item: Element, declarations: ReadonlyMap<string, ResponseDeclaration>): Scoring | null {
  const [processing] = childrenOf(item, "responseProcessing");
  if (processing === undefined) return null;
  const template = attribute(processing, "template") || attribute(processing, "templateLocation");
  if (template === "" && childrenOf(processing).length === 0) return null;
  const defaults = outcomeDefaults(item);
  return {
    outcomes: (given) => {
      const around: Surroundings = { declarations, given: responses(given, declarations), outcomes: new Map(defaults) };
      if (template !== "" && childrenOf(processing).length === 0) applyTemplate(template, around);
      else run(childrenOf(processing), around);
      return around.outcomes;
    },
  };
}

function responses(given: Given, declarations: ReadonlyMap<string, ResponseDeclaration>): Map<string, Value> {
  const values = [...declarations.values()].map(({ id, baseType, cardinality }): [string, Value] => {
    const own = Object.hasOwn(given, id) ? (given[id] ?? []) : [];
    return [id, valueOf(own, baseType, cardinality)];
  });
  return new Map(values);
}

function outcomeDefaults(item: Element): [string, Value][] {
  return childrenOf(item, "outcomeDeclaration").map((element) => {
    const baseType = attribute(element, "baseType") || "identifier";
    const values = valuesOf(element, "defaultValue") ?? (/float|integer/.test(baseType) ? ["0"] : []);
    return [attribute(element, "identifier"), valueOf(values, baseType, attribute(element, "cardinality"))];
  });
}

/** The templates that the specification names. */
function applyTemplate(address: string, around: Surroundings): void {
  const name = /([a-z_]+?)(?:\.xml)?$/i.exec(address)?.[1]?.toLowerCase() ?? "";
  const identifier = templateResponse(around);
  const value = (tag: string) => {
    return evaluate({ name: tag, attributes: new Map([["identifier", identifier]]), children: [] }, around);
  };
  const given = value("variable");
  if (name === "match_correct") around.outcomes.set("SCORE", one(matches(given, value("correct")) ? 1 : 0));
  else if (name !== "map_response" && name !== "map_response_point") {
    throw new NotUnderstood(`the template of response processing "${address}"`);
  } else if (isNothing(given)) around.outcomes.set("SCORE", one(0));
  else around.outcomes.set("SCORE", value(name === "map_response" ? "mapResponse" : "mapResponsePoint"));
}

/** Templates speak of RESPONSE; where an item calls its only response otherwise, that one is meant. */
function templateResponse({ declarations }: Surroundings): string {
  const [only, ...more] = declarations.keys();
  if (declarations.has("RESPONSE")) return "RESPONSE";
  if (only === undefined || more.length > 0) throw new NotUnderstood("a template without the response RESPONSE");
  return only;
}

/** Runs statements; answers whether processing goes on. */
function run(statements: readonly Element[], around: Surroundings): boolean {
  return statements.every((statement) => runOne(statement, around));
}

function runOne(statement: Element, around: Surroundings): boolean {
  switch (statement.name) {
    case "setOutcomeValue": {
      const [expression] = childrenOf(statement);
      if (expression === undefined) throw new NotUnderstood("setOutcomeValue without a value");
      around.outcomes.set(attribute(statement, "identifier"), evaluate(expression, around));
      return true;
    }
    case "responseCondition":
      return runCondition(childrenOf(statement), around);
    case "responseProcessingFragment":
      return run(childrenOf(statement), around);
    case "exitResponse":
      return false;
    default:
      throw new NotUnderstood(`${statement.name} in the response processing`);
  }
}

function runCondition(branches: readonly Element[], around: Surroundings): boolean {
  for (const branch of branches) {
    const [first, ...then] = childrenOf(branch);
    if (branch.name === "responseElse") return run(childrenOf(branch), around);
    if (first !== undefined && truth(evaluate(first, around))) return run(then, around);
  }
  return true;
}
