/**
 * Which characters a certificate can show. The document embeds its own fonts and never borrows one from the machine,
 * so the repertoire is fixed: Latin, Greek and Cyrillic with all their accents, punctuation, and the signs of
 * scientific text. `printable.test.ts` renders every character of it.
 */

/** Letters and signs of the document's fonts, without format controls (soft hyphen, joiners, bidirectional marks). */
const PRINTABLE =
  /[\u0020-\u007e\u00a0-\u00ac\u00ae-\u034e\u0350-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u052f\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4\u1fc6-\u1fd3\u1fd6-\u1fdb\u1fdd-\u1fef\u1ff2-\u1ff4\u1ff6-\u1ffe\u2009\u2010-\u2027\u202f-\u203a\u2044\u2070\u2071\u2074-\u208e\u2090-\u209c\u20ac\u2100-\u214f\u2150-\u215f\u2190-\u2193\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265]/u;

/** The part of it that the serif face draws itself. Anything else would mix two faces within one word. */
const SERIF =
  /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u0180\u01fa-\u01ff\u0218-\u021b\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u1e00-\u1ef9\u2010-\u2022\u2026]*$/u;

/** No alphabet piles three marks on a letter that Unicode doesn't have as one character; such a pile leaves its line. */
const PILE = /(?<=\p{M}{2})\p{M}/gu;

/**
 * @returns the characters of a text that no certificate can show, each once; empty when it can be printed
 */
export function findUnprintable(text: string): string[] {
  const composed = text.normalize("NFC");
  const foreign = Array.from(composed).filter((character) => !PRINTABLE.test(character));
  return [...new Set([...foreign, ...(composed.match(PILE) ?? [])])];
}

/** Whether the serif face has every character of the text; if not, the text is set in the sans face as a whole. */
export function fitsSerif(text: string): boolean {
  return SERIF.test(text.normalize("NFC"));
}
