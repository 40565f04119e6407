/** Signs that mean something in GIFT; a backslash takes them for themselves, and `\n` is a line break. */
const signs = "\\:#={}~n";
const hidden = (index: number) => String.fromCharCode(0xe040 + index);
/** A line break that was written as `\n`. */
export const writtenBreak = hidden(signs.length - 1);

/** The text with every escaped sign hidden, so that what is left of them has its meaning. */
function hideEscapes(text: string): string {
  return text.replace(/\\([\\:#={}~n])/g, (_, sign: string) => hidden(signs.indexOf(sign)));
}

/** The hidden signs as themselves. */
export function showEscapes(text: string): string {
  return text.replace(/[\ue040-\ue047]/g, (sign) => {
    const found = signs.charAt(sign.charCodeAt(0) - 0xe040);
    return found === "n" ? "\n" : found;
  });
}

/** A text of ours for a GIFT file: one line, nothing in it has a meaning of its own. */
export function escapeGift(text: string): string {
  return text
    .trim()
    .replace(/[\\:#={}~]/g, "\\$&")
    .replace(/\r?\n/g, "\\n");
}

/** One question, category or description of a file, before its answers are read. */
export interface GiftBlock {
  readonly line: number;
  /** What stands in brackets in the comments above: `[id:x]`, `[tag:y]`, each as often as it occurs. */
  readonly notes: readonly { readonly name: string; readonly value: string }[];
  /** Without comments; escapes are hidden. */
  readonly text: string;
}

const note = /\[([a-z]+):((?:\\[\\\]]|[^\]])*)\]/g;

/** Cuts a file at its blank lines. */
export function giftBlocks(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let current: { line: number; notes: { name: string; value: string }[]; lines: string[] } = {
    line: 1,
    notes: [],
    lines: [],
  };
  const finish = () => {
    const own = current.lines.join("\n").trim();
    if (own !== "") blocks.push({ line: current.line, notes: current.notes, text: hideEscapes(own) });
    current = { line: 0, notes: [], lines: [] };
  };
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") finish();
    else if (/^\s*\/\//.test(line)) {
      current.notes.push(
        ...[...line.matchAll(note)].map(([, name = "", value = ""]) => ({
          name,
          value: value.replace(/\\([\\\]n])/g, (_, sign: string) => (sign === "n" ? "\n" : sign)),
        })),
      );
    } else {
      if (/^\s*\$CATEGORY:/.test(line)) finish();
      if (current.lines.length === 0) current.line = index + 1;
      current.lines.push(line);
      if (/^\s*\$CATEGORY:/.test(line)) finish();
    }
  }
  finish();
  return blocks;
}
