/**
 * Certificate numbers: 16 Crockford base-32 characters (80 random bits) and 2 check characters, written in fours:
 * `XXXX-XXXX-XXXX-XXXX-XX`.
 *
 * The check is a pure system in the manner of ISO 7064 with modulus 1021: the 18 characters, read as one number in
 * base 32, leave the remainder 1. 1021 is the largest prime below 32², so it fits in two characters. Because it is
 * prime and larger than every difference of two characters, one wrong character is always caught; because 32^d - 1
 * is not a multiple of it for d = 1 … 17, so are two swapped characters, at any distance. Anything else slips
 * through once in 1021 times.
 */

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const MODULUS = 1021;
const DATA_LENGTH = 16;
const LENGTH = DATA_LENGTH + 2;
const RANDOM_BYTES = 10;

/** Characters that people and programs put between groups: white space, hyphens and dashes, invisible marks. */
const SEPARATORS = /[\s\p{Dash_Punctuation}\u00ad\u200b-\u200d\u2060\u2212\ufeff]/gu;

export type ParsedNumber = { ok: true; number: string } | { ok: false; reason: "length" | "characters" | "check" };

/** The value of a typed character, 0 to 31; O counts as 0, I and L as 1. -1 when it's no character of a number. */
function valueOf(character: string): number {
  if (!/^[0-9A-Za-z]$/.test(character)) return -1;
  const upper = character.toUpperCase();
  if (upper === "O") return 0;
  if (upper === "I" || upper === "L") return 1;
  return ALPHABET.indexOf(upper);
}

/** The two check values for 16 data values. */
function checkValues(data: readonly number[]): [number, number] {
  const remainder = [...data, 0, 0].reduce((sum, value) => (sum * 32 + value) % MODULUS, 0);
  const check = (MODULUS + 1 - remainder) % MODULUS;
  return [Math.floor(check / 32), check % 32];
}

function write(values: readonly number[]): string {
  const characters = values.map((value) => ALPHABET.charAt(value)).join("");
  return characters.replace(/.{4}(?=.)/g, "$&-");
}

/**
 * Draws a new certificate number.
 * @param randomBytes a source of unpredictable bytes, such as `randomBytes` of node:crypto; asked once, for 10 bytes
 * @returns the number in its one written form, `XXXX-XXXX-XXXX-XXXX-XX`
 */
export function drawNumber(randomBytes: (length: number) => Uint8Array): string {
  const bits = [...randomBytes(RANDOM_BYTES)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  if (bits.length !== DATA_LENGTH * 5)
    throw new RangeError(`The byte source gave ${String(bits.length / 8)} bytes, not 10`);
  const data = Array.from({ length: DATA_LENGTH }, (_, i) => parseInt(bits.slice(i * 5, i * 5 + 5), 2));
  return write([...data, ...checkValues(data)]);
}

/**
 * Reads a certificate number as people type it: any case, any grouping, O for 0, I and L for 1.
 * @returns the number in its one written form, or why it isn't one: "characters" when something else stands in it,
 *   "length" when there aren't 18 characters, "check" when the check characters don't fit
 */
export function parseNumber(text: string): ParsedNumber {
  const values = Array.from(text.replace(SEPARATORS, ""), valueOf);
  if (values.includes(-1)) return { ok: false, reason: "characters" };
  if (values.length !== LENGTH) return { ok: false, reason: "length" };
  const data = values.slice(0, DATA_LENGTH);
  const [high, low] = checkValues(data);
  if (values[DATA_LENGTH] !== high || values[DATA_LENGTH + 1] !== low) return { ok: false, reason: "check" };
  return { ok: true, number: write(values) };
}
