/**
 * The units that answers are given in, and how numbers are read. The table is closed: what isn't in it isn't a unit.
 *
 * Gray and sievert have different dimensions here, although both are joules per kilogram: confusing absorbed with
 * effective dose is a mistake that the questions look for.
 */

/** How many of the dimension's smallest unit one unit is. Of two sizes one divides the other, so a conversion rounds once. */
const table = {
  Gy: ["absorbed dose", 1_000_000],
  mGy: ["absorbed dose", 1_000],
  µGy: ["absorbed dose", 1],
  mGy·cm: ["dose length product", 1],
  "Gy·cm²": ["kerma area product", 1_000],
  "dGy·cm²": ["kerma area product", 100],
  "cGy·cm²": ["kerma area product", 10],
  "mGy·cm²": ["kerma area product", 1],
  "µGy·m²": ["kerma area product", 10],
  Sv: ["effective dose", 1_000_000],
  mSv: ["effective dose", 1_000],
  µSv: ["effective dose", 1],
  "mSv/h": ["effective dose rate", 1_000],
  "µSv/h": ["effective dose rate", 1],
  "mGy/min": ["kerma rate", 1],
  MBq: ["activity", 1_000_000],
  Bq: ["activity", 1],
  min: ["time", 60],
  s: ["time", 1],
  mA·s: ["tube charge", 1],
  kV: ["tube voltage", 1],
  m: ["length", 1_000],
  cm: ["length", 10],
  mm: ["length", 1],
  "1": ["ratio", 100],
  "%": ["ratio", 1],
} as const;

/** A unit's one spelling in this code and on the screen. "1" stands for plain numbers and ratios. */
export type Unit = keyof typeof table;

/** Every unit, in the order in which a list shows them. */
// Object.keys forgets the literal type; the table above is closed and frozen by `as const`.
export const units = Object.keys(table) as readonly Unit[];

function folded(text: string): string {
  return text
    .trim()
    .replace(/[µμ]/g, "u")
    .replace(/\s*[·⋅∙*.]\s*/g, "*")
    .replace(/\^?2/g, "²")
    .replace(/^mAs$/, "mA*s");
}

const bySpelling: ReadonlyMap<string, Unit> = new Map(units.map((unit) => [folded(unit), unit]));

/** Reads a unit as people type it (`uGy`, `mGy*cm`, `Gy.cm2`, `mAs`). Capital and small letters differ: mGy isn't MGy. */
export function parseUnit(text: string): Unit | null {
  return bySpelling.get(folded(text)) ?? null;
}

/** Whether a number in one unit can be said in the other. */
export function sameDimension(a: Unit, b: Unit): boolean {
  return table[a][0] === table[b][0];
}

/** The value said in another unit, or null when the units measure different things. Exact but for one rounding. */
export function convert(value: number, from: Unit, to: Unit): number | null {
  if (!sameDimension(from, to)) return null;
  const [up, down] = [table[from][1], table[to][1]];
  return up > down ? value * (up / down) : value / (down / up);
}

const longestNumber = 40;
const space = "[ \\u00a0\\u2009\\u202f]";
const whole = `\\d{1,3}(?:${space}\\d{3})+|\\d+`;
const numberPattern = new RegExp(
  `^([+-]?)(?:(${whole})(?:[.,](\\d+))?|[.,](\\d+))(?:e([+-]?\\d{1,2})|${space}*[×x*·]${space}*10(?:\\^([+-]?\\d{1,2})))?$`,
  "i",
);
const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Reads a number as people type it. Comma and point are both the decimal sign; normal, no-break and thin spaces may
 * stand between groups of three digits; powers of ten are `1.2e-3` or `1,2·10^-3` or `1.2 × 10⁻³`.
 * Anything else, such as two decimal signs, gives null: 1,234.5 means different things in different countries.
 */
export function parseNumber(text: string): number | null {
  const typed = text.trim();
  if (typed.length > longestNumber) return null;
  const plain = typed
    .replace(/−/g, "-")
    .replace(/⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (power) =>
      "^".concat(...Array.from(power, (sign) => (sign === "⁻" ? "-" : String(superscripts.indexOf(sign))))),
    );
  const parts = numberPattern.exec(plain);
  if (parts === null) return null;
  const [, sign = "", digits = "0", decimals, bareDecimals, exponent, power] = parts;
  const mantissa = `${digits.replace(/\D/g, "")}.${decimals ?? bareDecimals ?? "0"}`;
  const value = Number(`${sign}${mantissa}e${exponent ?? power ?? "0"}`);
  return value === 0 ? 0 : value;
}
