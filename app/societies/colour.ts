/**
 * A society's colour is a band beside its name. It has to be seen on the grounds of both themes (WCAG 1.4.11), whoever
 * chose it; the grounds are those of app/ui/styles/tokens.css.
 */
const grounds = {
  light: ["#fdfefc", "#e4e9ea"],
  dark: ["#151d24", "#0b1014"],
} as const;

/** Of a mark that carries meaning, against what is beside it. */
const least = 3;

type Channels = readonly [number, number, number];

function channels(hex: string): Channels {
  const at = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16);
  return [at(1), at(3), at(5)];
}

function luminance([r, g, b]: Channels): number {
  const linear = (value: number) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** WCAG's contrast ratio of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(channels(one)), luminance(channels(other))];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The lowest contrast of a colour on the grounds of a theme. */
function weakest(hex: string, theme: keyof typeof grounds): number {
  return Math.min(...grounds[theme].map((ground) => contrast(hex, ground)));
}

export type ColourFault = "colour-form" | "colour-light" | "colour-dark";

/** What is wrong with a colour: not "#rrggbb", too weak on the light theme, or on the dark one. Null where nothing is. */
export function colourFault(hex: string): ColourFault | null {
  if (!/^#[0-9a-f]{6}$/.test(hex)) return "colour-form";
  if (weakest(hex, "light") < least) return "colour-light";
  return weakest(hex, "dark") < least ? "colour-dark" : null;
}

/** The nearest shade of a too weak colour that is seen on both themes, or null where the text is no colour. */
export function nearestColour(hex: string): string | null {
  const fault = colourFault(hex);
  if (fault === null || fault === "colour-form") return fault === null ? hex : null;
  const target = fault === "colour-light" ? 0 : 255;
  for (let part = 1; part <= 100; part++) {
    const mixed = channels(hex).map((value) => Math.round(value + ((target - value) * part) / 100));
    const shade = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    if (colourFault(shade) === null) return shade;
  }
  return null;
}
