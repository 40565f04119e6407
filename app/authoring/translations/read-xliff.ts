import { ImportRefused } from "../../../quizzes/formats/imported";
import {
  attribute,
  childrenOf,
  descendants,
  type Element,
  type Node,
  parseXml,
} from "../../../quizzes/formats/qti/xml";
import type { ExchangeUnit, ReadTranslationFile } from "./exchange-unit";

/** Thrown inside a unit whose text carries something that isn't text. */
class Unreadable extends Error {}

/** Markup of translators' programs around plain text: the text counts. */
const transparent = new Set(["mrk", "pc"]);
/** Marks of translators' programs that stand for nothing. */
const empty = new Set(["sm", "em"]);

/**
 * Reads an XLIFF 2 document. Segments of a unit are joined; XLIFF's `cp` gives back what XML can't hold.
 * @throws ImportRefused with a sentence: no XML, entities, a document type, another format or version
 */
export function readXliff(bytes: Uint8Array, file: string): ReadTranslationFile {
  const root = parseXml(bytes, file);
  if (root.name !== "xliff") throw new ImportRefused(`"${file}" is no XLIFF document: it begins with "${root.name}".`);
  const version = attribute(root, "version");
  if (!version.startsWith("2."))
    throw new ImportRefused(`"${file}" is XLIFF ${version === "" ? "without a version" : version}; version 2 is read.`);
  const units: ExchangeUnit[] = [];
  const unreadable: string[] = [];
  for (const unit of descendants(root, ({ name }) => name === "unit")) {
    const id = attribute(unit, "id");
    try {
      units.push(readUnit(unit, id));
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      unreadable.push(id);
    }
  }
  const twice = units.find(({ id }, i) => units.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new ImportRefused(`"${file}" holds the unit "${twice.id}" twice.`);
  if (units.length + unreadable.length === 0) throw new ImportRefused(`"${file}" holds no unit.`);
  return { language: attribute(root, "trgLang").slice(0, 2).toLowerCase() || null, units, unreadable };
}

function readUnit(unit: Element, id: string): ExchangeUnit {
  const pieces = childrenOf(unit, "segment", "ignorable");
  const isTranslated = pieces.some((piece) => childrenOf(piece, "target").length > 0);
  const source = pieces.map((piece) => textOf(childrenOf(piece, "source")[0])).join("");
  const target = pieces
    .map((piece) => {
      const own = childrenOf(piece, "target")[0];
      // What isn't translated between two segments, such as a blank, stays as it is.
      return own === undefined && piece.name === "ignorable" ? textOf(childrenOf(piece, "source")[0]) : textOf(own);
    })
    .join("");
  return { id, source, target: isTranslated ? target : "" };
}

function textOf(element: Element | undefined): string {
  return element === undefined ? "" : element.children.map(said).join("");
}

function said(node: Node): string {
  if (typeof node === "string") return node;
  if (node.name === "cp") return character(attribute(node, "hex"));
  if (transparent.has(node.name)) return textOf(node);
  if (empty.has(node.name)) return "";
  throw new Unreadable(node.name);
}

function character(hex: string): string {
  if (!/^[0-9a-f]{4,6}$/i.test(hex) || Number.parseInt(hex, 16) > 0x10ffff) throw new Unreadable("cp");
  return String.fromCodePoint(Number.parseInt(hex, 16));
}
