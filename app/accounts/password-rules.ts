import { commonWords, runLines } from "./common-passwords";

/**
 * Which passwords an account may have: 12 to 200 characters, any of them, and more in it than words, runs and personal
 * data that a guesser tries first. No rule asks for digits or signs.
 */
export type PasswordFault = "password-short" | "password-long" | "password-common" | "password-personal";

export const passwordLength = { least: 12, most: 200 } as const;

/** What must be left once everything guessable is taken out. */
const leastNovelty = 5;
/** As many different words make a phrase, even when each of them is common. */
const phraseWords = 4;

const words = [...new Set(commonWords.map(fold))]
  .filter((word) => word.length >= 3)
  .sort((a, b) => b.length - a.length);

/**
 * The first fault of a password, or null.
 * @param personal e-mail address and name, whose parts a guesser knows
 */
export function passwordFault(password: string, personal: readonly string[] = []): PasswordFault | null {
  const length = Array.from(password.normalize("NFKC")).length;
  if (length < passwordLength.least) return "password-short";
  if (length > passwordLength.most) return "password-long";
  if (novelty(fold(password), []) < leastNovelty) return "password-common";
  return novelty(fold(password), partsOf(personal)) < leastNovelty ? "password-personal" : null;
}

const swaps: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Lower case without accents. */
function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Reads digits and signs between letters as the letters that they stand for: `p@ssw0rd`. */
function unswap(text: string): string {
  return text.replace(/[013457@$!]/g, (c) => swaps[c] ?? c);
}

function partsOf(personal: readonly string[]): string[] {
  const parts = personal.flatMap((text) => fold(text).split(/[^\p{L}]+/u));
  return [...new Set(parts)].filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
}

/** Different characters that remain when known words, runs, digits and repetitions are gone. */
function novelty(password: string, known: readonly string[]): number {
  return Math.min(noveltyOf(password, known), noveltyOf(unswap(password), known));
}

function noveltyOf(text: string, known: readonly string[]): number {
  let rest = text;
  const found = new Set<string>();
  for (const word of [...known, ...words]) {
    if (!rest.includes(word)) continue;
    if (!known.includes(word)) found.add(word);
    rest = rest.replaceAll(word, " ");
  }
  if (found.size >= phraseWords) return leastNovelty;
  rest = withoutRuns(rest)
    .replace(/(.)\1{2,}/gu, " ")
    .replace(/(.{2,6}?)\1{2,}/gu, "$1")
    .replace(/(?:19|20)\d\d/g, " ");
  return new Set(Array.from(rest).filter((c) => /[\p{L}\d]/u.test(c))).size;
}

function withoutRuns(text: string): string {
  let rest = text;
  for (const line of runLines) {
    for (const run of [line, Array.from(line).reverse().join("")]) rest = withoutRun(rest, run);
  }
  return rest;
}

function withoutRun(text: string, run: string): string {
  let rest = text;
  for (let at = 0; at + 4 <= rest.length; at++) {
    let length = 0;
    while (at + length < rest.length && run.includes(rest.slice(at, at + length + 1))) length++;
    if (length >= 4) rest = `${rest.slice(0, at)} ${rest.slice(at + length)}`;
  }
  return rest;
}
