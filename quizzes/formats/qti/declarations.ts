import { attribute, childrenOf, type Element, plainText } from "./xml";

/** What an item declares about one response: how it is counted and what is right. */
export interface ResponseDeclaration {
  readonly id: string;
  readonly cardinality: string;
  readonly baseType: string;
  /** Null when nothing is declared as correct. */
  readonly correct: readonly string[] | null;
  readonly mapping: Mapping | null;
  readonly areas: AreaMapping | null;
}

export interface Mapping extends Bounds {
  readonly entries: readonly { readonly key: string; readonly value: number; readonly caseSensitive: boolean }[];
}

export interface AreaMapping extends Bounds {
  readonly entries: readonly { readonly shape: string; readonly coords: readonly number[]; readonly value: number }[];
}

interface Bounds {
  /** What a response that no entry names is worth. */
  readonly otherwise: number;
  readonly lower: number;
  readonly upper: number;
}

/** A number of an attribute, or what stands for its absence. */
export function numberOf(text: string, absent: number): number {
  const value = Number(text);
  return text.trim() === "" || !Number.isFinite(value) ? absent : value;
}

/** The numbers of `coords`, however they are separated. */
export function numbersOf(text: string): number[] {
  return text
    .split(/[\s,]+/)
    .filter((part) => part !== "")
    .map(Number);
}

function bounds(element: Element): Bounds {
  return {
    otherwise: numberOf(attribute(element, "defaultValue"), 0),
    lower: numberOf(attribute(element, "lowerBound"), Number.NEGATIVE_INFINITY),
    upper: numberOf(attribute(element, "upperBound"), Number.POSITIVE_INFINITY),
  };
}

function mapping(element: Element): Mapping {
  // Upper case counts unless it says otherwise; some programs write it on the whole mapping.
  const whole = attribute(element, "caseSensitive");
  return {
    ...bounds(element),
    entries: childrenOf(element, "mapEntry").map((entry) => ({
      key: entry.attributes.get("mapKey")?.trim() ?? "",
      value: numberOf(attribute(entry, "mappedValue"), 0),
      caseSensitive: (attribute(entry, "caseSensitive") || whole || "true") !== "false",
    })),
  };
}

function areaMapping(element: Element): AreaMapping {
  return {
    ...bounds(element),
    entries: childrenOf(element, "areaMapEntry").map((entry) => ({
      shape: attribute(entry, "shape") || "default",
      coords: numbersOf(attribute(entry, "coords")),
      value: numberOf(attribute(entry, "mappedValue"), 0),
    })),
  };
}

/** Values of a `correctResponse` or `defaultValue`; null when there is none. */
export function valuesOf(parent: Element, name: string): string[] | null {
  const [holder] = childrenOf(parent, name);
  if (holder === undefined) return null;
  const values = childrenOf(holder, "value").map(plainText);
  return values.every((value) => value === "") ? null : values;
}

/** The response declarations of an item, by identifier. */
export function responseDeclarations(item: Element): ReadonlyMap<string, ResponseDeclaration> {
  const found = childrenOf(item, "responseDeclaration").map((element): [string, ResponseDeclaration] => {
    const [map] = childrenOf(element, "mapping");
    const [areas] = childrenOf(element, "areaMapping");
    const id = attribute(element, "identifier");
    return [
      id,
      {
        id,
        cardinality: attribute(element, "cardinality") || "single",
        baseType: attribute(element, "baseType") || "identifier",
        correct: valuesOf(element, "correctResponse"),
        mapping: map === undefined ? null : mapping(map),
        areas: areas === undefined ? null : areaMapping(areas),
      },
    ];
  });
  return new Map(found);
}

/** Both halves of a pair, `left right`; null when the value isn't one. */
export function pairOf(value: string): readonly [string, string] | null {
  const [left, right, ...more] = value.split(/\s+/);
  return left === undefined || right === undefined || more.length > 0 ? null : [left, right];
}
