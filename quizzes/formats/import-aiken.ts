import { Collector, ItemLost } from "./collector";
import { decodeText } from "./decode-text";
import { escapeMarkdown } from "./escape-markdown";
import { type Imported, ImportRefused, refusal } from "./imported";
import { partId } from "./question-id";

/**
 * Reads Aiken: a question, options such as `A) …` or `A. …`, then `ANSWER: B`. Texts are plain, tags in them are signs.
 * Lines before the first option belong to the question.
 */
export function importAiken(bytes: Uint8Array, file: string): Imported {
  try {
    const collector = new Collector(file);
    const { text, notes } = decodeText(bytes);
    for (const { what, why } of notes) collector.lost("", what, why);
    let block: { line: number; lines: string[] } = { line: 0, lines: [] };
    const lines = text.split(/\r\n|\n|\r/).map((line) => line.trim());
    for (const [index, line] of lines.entries()) {
      if (line === "") continue;
      if (block.lines.length === 0) block.line = index + 1;
      block.lines.push(line);
      if (!/^ANSWER\s*:/i.test(line)) continue;
      readBlock(collector, block);
      block = { line: 0, lines: [] };
    }
    if (block.lines.length > 0) readBlock(collector, block);
    if (lines.every((line) => line === "")) throw new ImportRefused("The file holds no question.");
    return collector.finish();
  } catch (error) {
    if (error instanceof ImportRefused) return refusal(file, error.message);
    throw error;
  }
}

interface Parts {
  readonly stem: string;
  readonly options: readonly { readonly letter: string; readonly text: string }[];
  readonly answer: string;
}

/** Sorts the lines of a question; what fits nowhere loses it. */
function partsOf(lines: readonly string[]): Parts {
  const options: { letter: string; text: string }[] = [];
  const stem: string[] = [];
  let answer = "";
  for (const text of lines) {
    const [, letter, words] = /^([A-Z])[).]\s+(.+)$/.exec(text) ?? [];
    const key = /^ANSWER\s*:\s*(.*)$/i.exec(text)?.[1];
    if (key !== undefined) answer = key.toUpperCase();
    else if (letter !== undefined && words !== undefined) options.push({ letter, text: words });
    else if (options.length === 0) stem.push(text);
    else throw new ItemLost("the whole question", `"${text.slice(0, 60)}" is neither an option nor the answer`);
  }
  return { stem: stem.join(" "), options, answer };
}

function readBlock(collector: Collector, { line, lines }: { line: number; lines: string[] }): void {
  const item = `line ${String(line)}`;
  collector.attempt(item, () => {
    const { stem, options, answer } = partsOf(lines);
    if (answer === "") throw new ItemLost("the whole question", 'it has no line "ANSWER:" with a letter');
    const key = options.findIndex(({ letter }) => letter === answer);
    if (key === -1) throw new ItemLost("the whole question", `the answer ${answer} isn't among the options`);
    collector.add(
      item,
      { name: stem, ownId: "", tags: [], stem: escapeMarkdown(stem), explanation: "" },
      {
        kind: "single",
        options: options.map(({ text }, index) => ({ id: partId(index), text: escapeMarkdown(text), why: "" })),
        key: partId(key),
      },
    );
  });
}
