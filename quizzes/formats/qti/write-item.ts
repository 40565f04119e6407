import type { Question } from "../../engine/model";
import {
  type WriteContext,
  writeEssay,
  writeMatching,
  writeMultiple,
  writeNumeric,
  writeOrdering,
  writeShortText,
  writeSingle,
  writeTrueFalse,
  type Written,
} from "./write-kinds";
import { writeCloze } from "./write-cloze";
import { writeConcordance, writeUnscored } from "./write-judgements";
import { writeHotspot, writeLabelling } from "./write-pictures";
import { base } from "./write-scoring";
import { allowed, type Maker, plain, xmlHead, xmlId } from "./write-xml";

/** The namespace of items and tests in a version. */
export const namespaces = {
  "2.1": "http://www.imsglobal.org/xsd/imsqti_v2p1",
  "2.2": "http://www.imsglobal.org/xsd/imsqti_v2p2",
  "3.0": "http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
} as const;

/** One question as the XML of one item. */
export function writeItem(question: Question, context: WriteContext): string {
  const { q, version, html } = context;
  const written = writtenOf(question, context);
  const explanation = question.explanation === "" ? "" : explained(html(question.explanation), context);
  const outcomes = [
    outcome(q, "SCORE", "float", "single", "0", { normalMinimum: 0, normalMaximum: 1 }),
    outcome(q, "MAXSCORE", "float", "single", "1"),
    ...(written.whys ? [outcome(q, "CHOSEN", "identifier", "multiple")] : []),
    ...(explanation === "" ? [] : [outcome(q, "EXPLANATION", "identifier", "single")]),
  ];
  const stem = plain("div", {}, written.stem ?? html(question.stem));
  const xml = q(
    "assessmentItem",
    {
      xmlns: namespaces[version],
      identifier: xmlId(question.id),
      title: titleOf(question),
      adaptive: false,
      timeDependent: false,
    },
    written.declarations,
    ...outcomes,
    q("itemBody", {}, stem, written.body),
    processing(written, explanation !== "", q),
    explanation,
  );
  return `${xmlHead}${allowed(xml)}\n`;
}

function outcome(
  q: Maker,
  identifier: string,
  baseType: string,
  cardinality: string,
  value?: string,
  bounds = {},
): string {
  const standard = value === undefined ? "" : q("defaultValue", {}, q("value", {}, value));
  return q("outcomeDeclaration", { identifier, cardinality, baseType, ...bounds }, standard);
}

function processing(written: Written, hasExplanation: boolean, q: Maker): string {
  const chosen = q("multiple", {}, q("variable", { identifier: "RESPONSE" }));
  const statements = [
    written.scoring,
    written.whys ? q("setOutcomeValue", { identifier: "CHOSEN" }, chosen) : "",
    hasExplanation ? q("setOutcomeValue", { identifier: "EXPLANATION" }, base(q, "identifier", "explanation")) : "",
  ];
  return statements.join("") === "" ? "" : q("responseProcessing", {}, ...statements);
}

function explained(html: string, { q, version }: WriteContext): string {
  const content = version === "3.0" ? q("contentBody", {}, plain("div", {}, html)) : plain("div", {}, html);
  return q("modalFeedback", { outcomeIdentifier: "EXPLANATION", identifier: "explanation", showHide: "show" }, content);
}

/** The beginning of the text: authors find a question by it. */
function titleOf({ stem, id }: Question): string {
  const words =
    stem
      .replace(/!?\[([^\]]*)\]\([^)]*\)|\[\[[^\]]*\]\]/g, "$1")
      .split("\n")[0]
      ?.trim() ?? "";
  return words === "" ? id : words.slice(0, 60);
}

// One case for each kind, nothing else.
// eslint-disable-next-line complexity
function writtenOf(question: Question, context: WriteContext): Written {
  switch (question.kind) {
    case "single":
      return writeSingle(question, context);
    case "multiple":
      return writeMultiple(question, context);
    case "true-false":
      return writeTrueFalse(question, context);
    case "matching":
      return writeMatching(question, context);
    case "ordering":
      return writeOrdering(question, context);
    case "script-concordance":
      return writeConcordance(question, context);
    case "likert":
    case "calculated":
      return writeUnscored(question, context);
    case "numeric":
    case "short-text":
    case "cloze":
    case "hotspot":
    case "labelling":
    case "essay":
      return writeField(question, context);
  }
}

type Field = Extract<Question, { kind: "numeric" | "short-text" | "cloze" | "hotspot" | "labelling" | "essay" }>;

/** Kinds that are answered by typing, or on a picture. */
function writeField(question: Field, context: WriteContext): Written {
  switch (question.kind) {
    case "numeric":
      return writeNumeric(question, context);
    case "short-text":
      return writeShortText(question, context);
    case "cloze":
      return writeCloze(question, context);
    case "hotspot":
      return writeHotspot(question, context);
    case "labelling":
      return writeLabelling(question, context);
    case "essay":
      return writeEssay(question, context);
  }
}
