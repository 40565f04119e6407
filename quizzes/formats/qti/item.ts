import type { Option, Picture, Question } from "../../engine/model";
import { slug } from "../question-id";
import { markdownOf, type TextContext } from "./body";
import type { ResponseDeclaration } from "./declarations";
import type { Given } from "./score";
import type { Value } from "./values";
import type { Element } from "./xml";

/** What an item finds around it. */
export interface ItemSurroundings {
  /** The picture at an address in the item; registers it. Null when there is none. */
  readonly picture: (
    address: string,
  ) => { readonly name: string; readonly width: number; readonly height: number } | null;
  /** A grey picture of a size, for one that is missing; registers it. */
  readonly grey: (
    width: number,
    height: number,
  ) => { readonly name: string; readonly width: number; readonly height: number };
  /** A shared stimulus at an address in the item; null when it isn't there. */
  readonly stimulus: (address: string) => Element | null;
  readonly lost: (what: string, why: string) => void;
}

/** An item on its way into the model: what its readers need and where they report. */
export interface ItemContext {
  readonly item: Element;
  readonly body: Element;
  readonly declarations: ReadonlyMap<string, ResponseDeclaration>;
  /** Points of a response: by the item's own processing, or by comparison with what it declares as correct. */
  readonly points: (given: Given) => number;
  /** All outcomes of a response; empty where the item's processing isn't understood. */
  readonly outcomes: (given: Given) => ReadonlyMap<string, Value>;
  readonly text: TextContext;
  readonly lost: (what: string, why: string) => void;
  /** Reports that marks are given in another way than the item says. Silent where the whole scoring was replaced already. */
  readonly scoringLost: (how: string, why: string) => void;
  /** The picture of an interaction, its size, and how the item's coordinates scale to it. */
  readonly picture: (interaction: Element) => { readonly picture: Picture; readonly scale: readonly [number, number] };
}

/** Thrown where no question can be made of an item; the message says why. */
export class ItemLost extends Error {}

/** The same, because of the marks alone: what is declared as correct may still tell the key. */
export class ItemUnscored extends ItemLost {}

type Without<T> = T extends unknown ? Omit<T, "id" | "topic" | "outcomes" | "difficulty" | "lesson" | "source"> : never;
/** What a reader makes of an item: the question without what QTI has no place for. */
export type Body = Without<Question>;

/** An identifier of QTI as an id of the model: lower case words joined by hyphens. Empty when nothing is left of it. */
export const idOf = slug;

/** One id for each identifier, in its order and all different. */
export function idsOf(identifiers: readonly string[], empty: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = identifiers.map((identifier): [string, string] => {
    const wanted = idOf(identifier) || empty;
    let id = wanted;
    for (let n = 2; taken.has(id); n++) id = `${wanted.slice(0, 74)}-${String(n)}`;
    taken.add(id);
    return [identifier, id];
  });
  return new Map(ids);
}

/** The text of a choice; one without a text is called by its identifier. */
export function choiceText(element: Element, identifier: string, context: ItemContext): string {
  return markdownOf(element.children, context.text) || identifier;
}

/** Hundredths of a part, rounded. */
export function hundredths(part: number, whole: number): number {
  return Math.round((100 * part) / whole);
}

/** Whether two points differ by no more than rounding to hundredths can explain. */
export function isNearly(a: number, b: number, whole: number): boolean {
  return Math.abs(a - b) <= 0.011 * Math.abs(whole);
}

/** An option with its share, which stands only where it says something. */
export function optionWithShare(option: Option, share: number): Option {
  return share === 0 ? option : { ...option, share };
}
