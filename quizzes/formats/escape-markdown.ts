const special = /[\\`*[\]<$~]|&(?=#?[a-z0-9]{1,31};)|_+/gi;
const wordSign = /[\p{L}\p{N}]/u;

/**
 * Underscores inside a word emphasise nothing, and after a blank they can only begin an emphasis: those that could end
 * it are always escaped.
 */
function isHarmless(before: string, after: string): boolean {
  return /^\s?$/.test(before) || (wordSign.test(before) && wordSign.test(after));
}

/**
 * Text as Markdown that shows exactly this text: signs that Markdown would read get a backslash. A text such as
 * "Grant is _____ here" keeps its blank as it is.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(special, (run, offset: number) => {
    if (!run.startsWith("_")) return `\\${run}`;
    const isPlain = isHarmless(text.charAt(offset - 1), text.charAt(offset + run.length));
    return isPlain ? run : run.replace(/_/g, "\\_");
  });
}

/** What would begin a list, a heading or a quotation at the start of a line gets a backslash. */
export function escapeLineStart(line: string): string {
  return line.replace(/^(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|-+$|=+$)/, "\\$1").replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}
