/**
 * Lists that are typed as lines: one entry a line, its parts between bars: `name | min | max`. A bar of a text is typed
 * twice (`||`), a line break inside a part is `↵`.
 */

/** The parts of a line, trimmed. */
export function splitLine(line: string): string[] {
  const parts: string[] = [];
  let part = "";
  for (let i = 0; i < line.length; i++) {
    const sign = line.charAt(i);
    if (sign !== "|") part += sign === "↵" ? "\n" : sign;
    else if (line.charAt(i + 1) === "|") {
      part += "|";
      i++;
    } else {
      parts.push(part.trim());
      part = "";
    }
  }
  return [...parts, part.trim()];
}

/** The line of some parts; empty parts at the end are left away. */
export function joinLine(parts: readonly string[]): string {
  const last = parts.findLastIndex((part) => part !== "");
  return parts
    .slice(0, last + 1)
    .map((part) => part.replace(/\|/g, "||").replace(/\n/g, "↵"))
    .join(" | ");
}

/** The lines that hold something, each with its number from 1. */
export function linesIn(text: string): { readonly number: number; readonly parts: string[] }[] {
  return text
    .split(/\r\n?|\n/)
    .map((line, i) => ({ number: i + 1, line }))
    .filter(({ line }) => line.trim() !== "")
    .map(({ number, line }) => ({ number, parts: splitLine(line) }));
}
