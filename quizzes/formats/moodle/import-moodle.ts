import { type Body, Collector, type Described, ItemLost, mostQuestions } from "../collector";
import { hasClozeGap } from "../cloze-syntax";
import { decodeText } from "../decode-text";
import { type Imported, ImportRefused, refusal } from "../imported";
import { attribute, childrenOf, type Element, parseXml } from "../qti/xml";
import { escapeHtml } from "../markdown-to-html";
import { htmlToMarkdown } from "../html-to-markdown";
import { MoodleItem } from "./moodle-item";
import { renameWildcards } from "./moodle-formula";
import {
  readEssay,
  readMatching,
  readMultichoice,
  readMultichoiceSet,
  readOrdering,
  readShortAnswer,
  readTrueFalse,
} from "./read-choices";
import { type ClozeParts, readClozeText, readWordGaps } from "./read-gaps";
import { readCalculated, readNumerical } from "./read-numbers";
import { readDragsOntoImage, readMarkers } from "./read-pictures";
import { reportExtras } from "./report-extras";

const readers: Readonly<Record<string, (item: MoodleItem) => Body>> = {
  multichoice: readMultichoice,
  multichoiceset: readMultichoiceSet,
  truefalse: readTrueFalse,
  shortanswer: readShortAnswer,
  matching: readMatching,
  match: readMatching,
  ordering: readOrdering,
  essay: readEssay,
  numerical: readNumerical,
  calculated: readCalculated,
  calculatedsimple: readCalculated,
  ddimageortext: readDragsOntoImage,
  ddmarker: readMarkers,
};
/** Kinds whose text holds the gaps. */
const gapReaders: Readonly<Record<string, (item: MoodleItem) => ClozeParts>> = {
  cloze: readCloze,
  multianswer: readCloze,
  gapselect: readWordGaps,
  ddwtos: readWordGaps,
};

/** Reads a Moodle XML file, or a text file of one Cloze question. */
export function importMoodle(bytes: Uint8Array, file: string): Imported {
  try {
    const collector = new Collector(file);
    const { text, notes } = decodeText(bytes);
    for (const { what, why } of notes) collector.lost("", what, why);
    if (!text.trimStart().startsWith("<") && hasClozeGap(text)) readClozeFile(collector, text);
    else readQuiz(collector, text);
    return collector.finish();
  } catch (error) {
    if (error instanceof ImportRefused) return refusal(file, error.message);
    throw error;
  }
}

function readQuiz(collector: Collector, text: string): void {
  // The declaration speaks of the bytes; from here on it is a text.
  const declared = text.trimStart().replace(/^<\?xml[^>]*\?>/, "");
  const root = parseXml(new TextEncoder().encode(declared), collector.file);
  if (root.name !== "quiz")
    throw new ImportRefused(`This is no Moodle file: it begins with <${root.name}>, not <quiz>.`);
  const questions = childrenOf(root, "question");
  if (questions.length > mostQuestions * 2) throw new ImportRefused("The file holds more than 5,000 questions.");
  for (const element of childrenOf(root)) {
    if (element.name !== "question") collector.lost("", `<${element.name}>`, "a Moodle file holds questions only");
  }
  for (const [index, element] of questions.entries()) readQuestion(collector, element, index + 1);
}

function readQuestion(collector: Collector, element: Element, position: number): void {
  const type = attribute(element, "type").toLowerCase();
  const item = new MoodleItem(element, collector, position);
  if (type === "category") {
    const category = item.child("category");
    collector.enterCategory(category === undefined ? "" : item.raw(category));
    if (item.text("info") !== "") collector.lost("", "the description of a category", "topics have a name only");
    return;
  }
  collector.attempt(item.name, () => {
    const { stem, body } = partsOf(item, type);
    reportExtras(item);
    collector.add(item.name, describe(item, stem), body);
  });
}

function partsOf(item: MoodleItem, type: string): ClozeParts {
  const gapReader = Object.hasOwn(gapReaders, type) ? gapReaders[type] : undefined;
  if (gapReader !== undefined) return gapReader(item);
  const reader = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (reader === undefined) throw new ItemLost(`the whole question (type "${type}")`, whyNot(type));
  const stem = item.text("questiontext");
  if (!type.startsWith("calculated")) return { stem, body: reader(item) };
  if (/\{=/.test(stem)) item.lost("a computed number in the text", "the text names variables; it computes nothing");
  return { stem: renameWildcards(stem), body: reader(item) };
}

function whyNot(type: string): string {
  if (type === "description") return "a text without a question isn't part of a bank; put it into the lesson";
  if (type === "calculatedmulti") return "options that are computed can't be held";
  if (type === "random" || type === "randomsamatch") return "questions are drawn by the blueprint of a quiz";
  return "the model has no kind for it";
}

function describe(item: MoodleItem, stem: string): Described {
  const tags = item.child("tags");
  return {
    name: item.name,
    ownId: item.value("idnumber"),
    tags: tags === undefined ? [] : childrenOf(tags, "tag").map((tag) => item.raw(tag)),
    stem,
    explanation: item.text("generalfeedback"),
    ids: attribute(item.element, "ids"),
    order: attribute(item.element, "order"),
  };
}

function readCloze(item: MoodleItem): ClozeParts {
  const question = item.child("questiontext");
  if (question === undefined) throw new ItemLost("the whole question", "it has no text");
  const numberHints = attribute(item.element, "numbers").split(" ");
  const lost = (what: string, why: string) => {
    item.lost(what, why);
  };
  return readClozeText({ lost, numberHints }, item.raw(question), (html) =>
    item.formatted(question, html, attribute(question, "format")),
  );
}

/** A file of Moodle's import format "Embedded answers (Cloze)": the whole text is one question. */
function readClozeFile(collector: Collector, text: string): void {
  const item = collector.file;
  collector.attempt(item, () => {
    const lost = (what: string, why: string) => {
      collector.lost(item, what, why);
    };
    const convert = (part: string) =>
      htmlToMarkdown(/<[a-z]/i.test(part) ? part : escapeHtml(part).replace(/\r?\n/g, "<br />"), {
        picture: () => null,
        lost,
      });
    const { stem, body } = readClozeText({ lost, numberHints: [] }, text.trim(), convert);
    collector.add(item, { name: item.replace(/\.[a-z]+$/i, ""), ownId: "", tags: [], stem, explanation: "" }, body);
  });
}
