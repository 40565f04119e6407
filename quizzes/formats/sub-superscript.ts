const plain = "0123456789+-=()n";
const raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
const lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";

/** Raised or lowered text: with the characters that exist for it, otherwise as a formula. */
export function scriptText(kind: "sup" | "sub", text: string): string {
  const wanted = text.trim().replace(/−/g, "-");
  const signs = Array.from(wanted).map((sign) => {
    const at = plain.indexOf(sign);
    return at === -1 ? null : Array.from(kind === "sup" ? raised : lowered)[at];
  });
  if (wanted === "") return "";
  if (signs.every((sign) => sign != null)) return signs.join("");
  const tex = wanted.replace(/[\\{}$&#^_%~]/g, (sign) => (/[\\^~]/.test(sign) ? " " : `\\${sign}`));
  return `$${kind === "sup" ? "^" : "_"}{\\text{${tex.replace(/\\?\$/g, "")}}}$`;
}
