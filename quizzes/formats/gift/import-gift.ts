import { Collector, ItemLost } from "../collector";
import { decodeText } from "../decode-text";
import { type Imported, ImportRefused, refusal } from "../imported";
import { type GiftBlock, giftBlocks, showEscapes } from "./gift-text";
import { GiftItem } from "./gift-item";
import { readAnswers } from "./read-answers";

/**
 * Reads a GIFT file as Moodle does: blank lines part the questions, `//` begins a comment. A question that can't be
 * read is a loss with its line; the others are taken.
 */
export function importGift(bytes: Uint8Array, file: string): Imported {
  try {
    const collector = new Collector(file);
    const { text, notes } = decodeText(bytes);
    for (const { what, why } of notes) collector.lost("", what, why);
    const blocks = giftBlocks(text);
    for (const block of blocks) readBlock(collector, block);
    if (blocks.length === 0) throw new ImportRefused("The file holds no question.");
    return collector.finish();
  } catch (error) {
    if (error instanceof ImportRefused) return refusal(file, error.message);
    throw error;
  }
}

function readBlock(collector: Collector, block: GiftBlock): void {
  const category = /^\$CATEGORY:\s*(.*)$/.exec(block.text)?.[1];
  if (category !== undefined) {
    collector.enterCategory(showEscapes(category));
    return;
  }
  const [, title, rest = ""] = /^(?:::([\s\S]*?)::)?\s*([\s\S]*)$/.exec(block.text) ?? [];
  const name = showEscapes(title ?? "")
    .replace(/\s+/g, " ")
    .trim();
  const item = name === "" ? `line ${String(block.line)}` : name;
  collector.attempt(item, () => {
    readQuestion(new GiftItem(collector, block, item), name, rest);
  });
}

/** The parts before, inside and after the braces; null inside when there are none. */
function partsOf(text: string): { before: string; answers: string | null; after: string } {
  const open = text.indexOf("{");
  if (open === -1) {
    if (text.includes("}")) throw new ItemLost("the whole question", 'a "}" closes nothing; write it as "\\}"');
    return { before: text, answers: null, after: "" };
  }
  const close = text.indexOf("}", open);
  if (close === -1) throw new ItemLost("the whole question", 'the answers\' "{" is not closed before the blank line');
  const after = text.slice(close + 1);
  if (/[{}]/.test(after)) throw new ItemLost("the whole question", "a second pair of braces can't be read");
  return { before: text.slice(0, open), answers: text.slice(open + 1, close), after };
}

function readQuestion(item: GiftItem, name: string, text: string): void {
  const { before, answers, after } = partsOf(text);
  if (answers === null) {
    throw new ItemLost(
      "the whole item (a description)",
      "a text without a question isn't part of a bank; put it into the lesson",
    );
  }
  const [stemFormat, stemText] = item.split(before.trim() === "" ? after : before);
  item.format = stemFormat;
  const end = after.replace(/\/\/.*$/, "").trimEnd();
  const hasBlank = before.trim() !== "" && end.trim() !== "";
  const stem = item.text(hasBlank ? `${stemText}_____${end}` : stemText);
  const [given, general] = splitGeneral(answers);
  item.add(name, stem, general === "" ? "" : item.text(general), readAnswers(item, given.trim()));
}

/** General feedback stands after the last `####`. */
function splitGeneral(answers: string): [string, string] {
  const at = answers.lastIndexOf("####");
  return at === -1 ? [answers, ""] : [answers.slice(0, at), answers.slice(at + 4)];
}
