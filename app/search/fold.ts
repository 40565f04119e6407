/**
 * Folding: what two spellings of a word have in common. Small letters, no accents, ß as ss, ligatures opened.
 */

const opened: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

/** "Dosislängenprodukt" -> "dosislangenprodukt", "Groß" -> "gross", "Réseau" -> "reseau". */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[ßæœøłđðþı]/g, (letter) => opened[letter] ?? letter);
}

/** German's other spelling: ä as ae, ö as oe, ü as ue. Whoever has no umlaut on the keyboard types this one. */
function foldUmlauts(text: string): string {
  return fold(
    text
      .toLowerCase()
      .normalize("NFC")
      .replace(/[äöü]/g, (letter) => `${fold(letter)}e`),
  );
}

/** What is a word: letters and digits. Hyphens and apostrophes part words. */
const words = (text: string) => text.match(/[\p{L}\p{N}\p{Mn}]+/gu) ?? [];

/** The folded terms of a text in its order. A word with an umlaut gives two: "langen" and "laengen". */
export function termsOf(text: string): string[] {
  return words(text).flatMap((word) => {
    const plain = fold(word);
    const german = foldUmlauts(word);
    return plain === german ? [plain] : [plain, german];
  });
}

/** The folded terms of what somebody typed: one for each word. */
export function queryTerms(query: string): string[] {
  return words(query).map(fold);
}
