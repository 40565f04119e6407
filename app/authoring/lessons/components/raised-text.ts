const superscript: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("0123456789+-−=()n", (sign, index) => [sign, Array.from("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")[index] ?? sign]),
);
const subscript: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("0123456789+-−=()", (sign, index) => [sign, Array.from("₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")[index] ?? sign]),
);

/**
 * Raised or lowered text in Unicode's own signs: 10⁻³ must not become 10-3. Words, such as the index of CTDIvol, stay
 * as they are: the renderer lowers that one itself.
 */
export function raiseText(text: string, place: "sup" | "sub"): string {
  const signs = place === "sup" ? superscript : subscript;
  const letters = Array.from(text.trim());
  return letters.every((letter) => letter in signs) ? letters.map((letter) => signs[letter]).join("") : text;
}
