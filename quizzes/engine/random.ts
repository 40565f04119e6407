/**
 * Chance that can be repeated. The same seed gives the same numbers on every machine and in every browser,
 * so a paper can be drawn again years later. It is no source of secrets.
 */

/** A stream of whole numbers from 0 to 2^32 - 1. */
export type Random = () => number;

/** Multiplies, folds and multiplies again, so that one changed bit of the input changes about half of the output. */
function stir(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Reads the whole text into one 32-bit word; another `salt` gives an independent word. */
function digest(text: string, salt: number): number {
  let word = stir(salt);
  for (let i = 0; i < text.length; i += 1) word = Math.imul(word ^ text.charCodeAt(i), 0x01000193) + (word >>> 15);
  return stir(word ^ text.length);
}

/** A 32-bit word for a text, to be mixed with others. */
export function wordOf(text: string): number {
  return digest(text, 4);
}

/** One word of two. For a fixed second word the results are in an order that looks like chance. */
export function mixed(word: number, other: number): number {
  return stir(word ^ stir(other));
}

/** The stream that belongs to a seed: three chaotic words and a counter (the small fast counter scheme, 128 bits of state). */
export function seededRandom(seed: string): Random {
  let a = digest(seed, 1);
  let b = digest(seed, 2);
  let c = digest(seed, 3);
  let counter = 1;
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first numbers still show the seed's pattern.
  for (let i = 0; i < 12; i += 1) next();
  return next;
}

/**
 * A whole number from 0 to `bound` - 1, each as likely as the other (`bound` from 1 to 2^32). Numbers of the last,
 * incomplete block are thrown away, because the remainder alone would favour small results.
 */
export function below(bound: number, random: Random): number {
  const end = 0x1_0000_0000 - (0x1_0000_0000 % bound);
  let word = random();
  while (word >= end) word = random();
  return word % bound;
}

/** A new array with the items; every order is equally likely, because each item goes into a place chosen among all places so far. */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled: T[] = [];
  for (const [index, item] of items.entries()) shuffled.splice(below(index + 1, random), 0, item);
  return shuffled;
}
