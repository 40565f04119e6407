import { isReserved, parseFormula } from "../../engine/formula";

/** A wildcard's name as a variable of ours: letters, digits and underscores, none that has a meaning of its own. */
export function nameFromMoodle(name: string): string {
  const plain = name.trim().replace(/[^A-Za-z0-9_]/g, "_");
  const named = /^[A-Za-z]/.test(plain) ? plain : `v${plain}`;
  return isReserved(named) ? `${named}_` : named;
}

/** The wildcards `{a b}` of a text under our names; the computed `{=…}` stays as it is. */
export function renameWildcards(text: string): string {
  return text.replace(/\{([A-Za-z][^{}=:]{0,60})\}/g, (_, name: string) => `{${nameFromMoodle(name)}}`);
}

/** Closing parenthesis of the one that opens at `from`. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** `pow(a, b)` as `((a)^(b))`. */
function withoutPow(text: string): string {
  const start = text.search(/\bpow\s*\(/);
  if (start === -1) return text;
  const open = text.indexOf("(", start);
  const end = closing(text, open);
  if (end === -1) return text;
  const inside = text.slice(open + 1, end);
  let depth = 0;
  const comma = Array.from(inside).findIndex((sign) => {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    return sign === "," && depth === 0;
  });
  if (comma === -1) return text;
  const power = `((${inside.slice(0, comma).trim()})^(${inside.slice(comma + 1).trim()}))`;
  return withoutPow(text.slice(0, start) + power + text.slice(end + 1));
}

/** Moodle's formula in our language: `{a}*pow({b},2)` is `a*((b)^(2))`. */
export function formulaFromMoodle(text: string): string {
  const named = text
    .trim()
    .replace(/^=/, "")
    .replace(/\{([^{}=]+)\}/g, (_, name: string) => nameFromMoodle(name));
  return withoutPow(
    named
      .replace(/\bpi\s*\(\s*\)/g, "pi")
      .replace(/\blog\s*\(/g, "ln(")
      .replace(/\*\*/g, "^"),
  );
}

/** Our formula as Moodle writes it, or null when it holds a power that Moodle would read otherwise. */
export function formulaToMoodle(formula: string, names: readonly string[]): string | null {
  const parsed = parseFormula(formula);
  if (!parsed.ok || formula.includes("^")) return null;
  return formula
    .replace(/[A-Za-z][A-Za-z0-9_]*/g, (word) =>
      names.includes(word) ? `{${word}}` : word === "ln" ? "log" : word === "pi" ? "pi()" : word,
    )
    .trim();
}
