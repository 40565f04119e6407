import type { Question } from "../../engine/model";
import type { Exported, Loss } from "../imported";
import { partNames } from "../part-names";
import { tagsOf } from "../tags";
import { MoodleWriter } from "./moodle-writer";
import { type Attributes, element, inText, plain } from "./xml-writer";
import {
  type Written,
  writeEssay,
  writeMatching,
  writeMultiple,
  writeOrdering,
  writeShortText,
  writeSingle,
  writeTrueFalse,
} from "./write-choices";
import { writeCalculated, writeNumeric } from "./write-numbers";
import { writeCloze, writeHotspot, writeLabelling } from "./write-gaps";

/**
 * Writes a Moodle XML file. Ids of parts and the like stand in attributes that Moodle skips and our reader knows. What
 * Moodle can't hold is reported; questions of kinds that it doesn't have are left out.
 */
export function exportMoodle(questions: readonly Question[], pictures: ReadonlyMap<string, Uint8Array>): Exported {
  const losses: Loss[] = [];
  const parts: string[] = [];
  let topic = "";
  for (const question of questions) {
    const writer = new MoodleWriter(question, pictures);
    const written = write(question, writer);
    losses.push(...writer.losses);
    if (written === null) continue;
    if (question.topic !== topic) {
      topic = question.topic;
      parts.push(element("question", { type: "category" }, inText("category", `$course$/${topic}`)));
    }
    parts.push(frame(question, written, writer));
  }
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join("\n")}\n</quiz>\n`;
  return { bytes: new TextEncoder().encode(xml), losses };
}

function frame(question: Question, written: Written, writer: MoodleWriter): string {
  const { ids, order } = partNames(question);
  const attributes: Attributes = { type: written.type, ids, order, ...written.attributes };
  const stem = element(
    "questiontext",
    { format: "html" },
    writer.inner(written.stem ?? question.stem, written.finishStem),
  );
  return element(
    "question",
    attributes,
    [
      "",
      inText("name", question.id),
      stem,
      writer.html("generalfeedback", question.explanation),
      plain("defaultgrade", "1.0000000"),
      plain("penalty", "0.0000000"),
      plain("hidden", "0"),
      plain("idnumber", question.id),
      ...written.parts,
      element(
        "tags",
        {},
        tagsOf(question)
          .map((tag) => inText("tag", tag))
          .join(""),
      ),
      "",
    ].join("\n"),
  );
}

// One line for each kind; the switch must stay exhaustive.
// eslint-disable-next-line complexity
function write(question: Question, writer: MoodleWriter): Written | null {
  switch (question.kind) {
    case "single":
      return writeSingle(question, writer);
    case "multiple":
      return writeMultiple(question, writer);
    case "true-false":
      return writeTrueFalse(question, writer);
    case "numeric":
      return writeNumeric(question, writer);
    case "matching":
      return writeMatching(question, writer);
    case "ordering":
      return writeOrdering(question, writer);
    case "short-text":
      return writeShortText(question, writer);
    case "essay":
      return writeEssay(question, writer);
    case "calculated":
      return writeCalculated(question, writer);
    case "cloze":
      return writeCloze(question, writer);
    case "hotspot":
      return writeHotspot(question, writer);
    case "labelling":
      return writeLabelling(question, writer);
    case "script-concordance":
    case "likert":
      writer.lost("the whole question", `Moodle has no question type for "${question.kind}"`);
      return null;
  }
}
