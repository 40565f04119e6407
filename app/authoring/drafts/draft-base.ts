/** The versions of structure and words that a page was made from; it travels through forms as "12.7". */
export interface DraftBase {
  readonly structure: number;
  readonly words: number;
}

export function writeBase({ structure, words }: DraftBase): string {
  return `${String(structure)}.${String(words)}`;
}

/** Null where the text is no base: the form isn't one of ours. */
export function readBase(text: string): DraftBase | null {
  const [, structure, words] = /^(\d{1,9})\.(\d{1,9})$/.exec(text) ?? [];
  return structure === undefined || words === undefined ? null : { structure: Number(structure), words: Number(words) };
}
