import type { TextComparison } from "./model";

/** How typed answers are compared with accepted ones. */

/** Longest typed answer, in UTF-16 units. */
export const longestText = 500;

const dashes = /[\u2010-\u2015\u2212]/g;
const singleQuotes = /[\u2018\u2019\u201a\u201b\u2032`´]/g;
const doubleQuotes = /[\u201c-\u201f\u00ab\u00bb\u2033]/g;

/** One form of each sign and letter, as far as the comparison ignores the differences. Spaces stay as they are. */
export function fold(text: string, comparison: TextComparison): string {
  const signs = text
    .normalize("NFC")
    .replace(dashes, "-")
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(/\u03bc/g, "µ");
  const plain = comparison.ignoreAccents ? signs.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC") : signs;
  return comparison.caseSensitive ? plain : plain.toLowerCase();
}

/** A typed text in the form in which it is compared: folded, without outer and double spaces. */
export function normalise(text: string, comparison: TextComparison): string {
  return fold(text, comparison)
    .replace(/[\s\u200b]+/g, " ")
    .trim();
}
