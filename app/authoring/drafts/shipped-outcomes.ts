import type { ContentLanguage } from "./draft-file";
import list from "./shipped-outcomes.json";

/** One learning outcome of the list that comes with the product. */
export interface ShippedOutcome {
  readonly code: string;
  readonly text: Readonly<Record<ContentLanguage, string>>;
}

/** Our own outcomes under our own codes, for tracks to begin with; each track may change them. */
export const shippedOutcomes: readonly ShippedOutcome[] = list;
