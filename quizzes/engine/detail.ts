import type { Concordance } from "./model";
import type { NumericDetail } from "./numeric";

/** What a result page needs to explain a mark, for each kind. Ids, numbers and codes only: the page has the texts. */

/** One option: whether it was picked, and whether it belongs to the key. */
export interface OptionDetail {
  readonly id: string;
  readonly picked: boolean;
  readonly key: boolean;
}

/** One left label or place: the partner that was chosen (null = none) and the right one. */
export interface PairDetail {
  readonly left: string;
  readonly picked: string | null;
  readonly key: string;
  readonly right: boolean;
}

/** One position of an order: the item that was put there (null = none) and the right one. */
export interface PositionDetail {
  readonly item: string | null;
  readonly key: string;
  readonly right: boolean;
}

/** A typed text, and the position of the accepted one that it fits (null = none). */
export interface TypedDetail {
  readonly typed: string | null;
  readonly answer: number | null;
}

/** One gap of a cloze, with the hundredths that it earned by itself. */
export type GapDetail = { readonly id: string; readonly awarded: number; readonly weight: number } & (
  | { readonly kind: "choice"; readonly options: readonly OptionDetail[] }
  | ({ readonly kind: "text" } & TypedDetail)
  | { readonly kind: "number"; readonly number: NumericDetail }
);

/** One point that was set: the region that it hits, or null. */
export interface PointDetail {
  readonly x: number;
  readonly y: number;
  readonly region: string | null;
}

/** One criterion of an essay: the level that was given, its points, and the most that there were. */
export interface CriterionDetail {
  readonly id: string;
  readonly level: string | null;
  readonly points: number;
  readonly most: number;
}

export type Detail =
  | { readonly kind: "single"; readonly options: readonly OptionDetail[] }
  | { readonly kind: "multiple"; readonly options: readonly OptionDetail[] }
  | { readonly kind: "true-false"; readonly picked: boolean | null; readonly key: boolean }
  | NumericDetail
  | { readonly kind: "matching"; readonly pairs: readonly PairDetail[] }
  | {
      readonly kind: "ordering";
      readonly positions: readonly PositionDetail[];
      /** Neighbours that follow each other as they should, and how many there could be: what the score is made of. */
      readonly neighbours: { readonly right: number; readonly all: number };
    }
  | ({ readonly kind: "short-text" } & TypedDetail)
  /** Only of a calculated question without numbers; with them it is a numeric one. */
  | { readonly kind: "calculated" }
  | { readonly kind: "cloze"; readonly gaps: readonly GapDetail[] }
  /** `picked` of a region: by a point or from the list. */
  | { readonly kind: "hotspot"; readonly regions: readonly OptionDetail[]; readonly points: readonly PointDetail[] }
  | { readonly kind: "labelling"; readonly pairs: readonly PairDetail[] }
  /** What each of the five answers is worth, from -2 to 2. */
  | { readonly kind: "script-concordance"; readonly picked: Concordance | null; readonly shares: readonly number[] }
  | { readonly kind: "likert"; readonly picked: string | null }
  | {
      readonly kind: "essay";
      readonly text: string | null;
      readonly words: number;
      readonly criteria: readonly CriterionDetail[];
      readonly comment: string;
    };

/** What the rule of one kind makes of an answer. */
export interface Marked {
  /** Hundredths of the mark, 0 to 100. */
  readonly awarded: number;
  /** Nothing was answered. */
  readonly open: boolean;
  /** A person must mark it first. */
  readonly pending?: boolean;
  readonly detail: Detail;
}

/** What a share earns that isn't the key's: whole hundredths, never the whole mark and never less than nothing. */
export function partial(share: number): number {
  return Math.min(99, Math.max(0, Math.round(share)));
}

/** A share as hundredths, rounded to the nearest, never below 0; 100 only for the whole. */
export function hundredths(part: number, whole: number): number {
  if (part >= whole) return 100;
  return Math.min(99, Math.max(0, Math.round((100 * part) / whole)));
}
