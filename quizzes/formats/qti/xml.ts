import { XMLParser, XMLValidator } from "fast-xml-parser";
import { ImportRefused } from "../imported";

/**
 * XML as a small tree. Names are those of QTI 2 whatever the version: `qti-choice-interaction` of QTI 3 reads as
 * `choiceInteraction`, its attribute `response-identifier` as `responseIdentifier`. Prefixes of namespaces are dropped.
 */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
}
export type Node = Element | string;

/** Deeper than any real item, shallow enough for the recursion that reads it. */
const deepest = 100;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Entities are decoded below: only the five of XML and characters by number.
  processEntities: false,
  cdataPropName: "#cdata",
  removeNSPrefix: true,
  ignorePiTags: true,
  maxNestedTags: deepest,
});

/**
 * Reads one XML document and answers its root.
 *
 * @throws ImportRefused with a sentence: not well-formed, a DOCTYPE, an unknown entity, a wrong encoding, too deep.
 */
export function parseXml(bytes: Uint8Array, file: string): Element {
  const text = decodeXml(bytes, file);
  if (/<!DOCTYPE/i.test(withoutComments(text))) {
    throw new ImportRefused(`"${file}" declares a document type; entities and external files aren't read.`);
  }
  // The package that replaces the validator isn't among ours; this one is kept until the parser drops it.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const valid = XMLValidator.validate(text);
  if (valid !== true) {
    throw new ImportRefused(
      `"${file}" isn't well-formed XML: ${valid.err.msg.replace(/\.$/, "")} (line ${String(valid.err.line)}).`,
    );
  }
  const roots = nodes(parsed(text, file), file, 0).filter((node): node is Element => typeof node !== "string");
  const [root] = roots;
  if (root === undefined) throw new ImportRefused(`"${file}" holds no XML element.`);
  return root;
}

function parsed(text: string, file: string): unknown {
  try {
    return parser.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ImportRefused(`"${file}" can't be read as XML: ${message}.`);
  }
}

/** A DOCTYPE that stands in a comment or in CDATA declares nothing. */
function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->/g, "").replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "");
}

function decodeXml(bytes: Uint8Array, file: string): string {
  const mark =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^[^<]*<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1];
  const encoding = mark ?? declared ?? "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefused(`"${file}" isn't written in the encoding that it declares (${encoding}).`);
  }
}

const entityNames: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function decoded(text: string, file: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[^;\s&]*);?/gi, (whole, name: string) => {
    const known = entityNames.get(name) ?? character(name);
    if (known === null || !whole.endsWith(";")) {
      throw new ImportRefused(`"${file}" uses "${whole}", which isn't an entity of XML.`);
    }
    return known;
  });
}

function character(name: string): string | null {
  if (!name.startsWith("#")) return null;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nodes(list: unknown, file: string, depth: number): Node[] {
  if (depth > deepest) throw new ImportRefused(`"${file}" nests its elements more than ${String(deepest)} deep.`);
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) => (isRecord(entry) ? node(entry, file, depth) : []));
}

function node(entry: Readonly<Record<string, unknown>>, file: string, depth: number): Node[] {
  const name = Object.keys(entry).find((key) => key !== ":@");
  if (name === undefined || name.startsWith("?")) return [];
  const value = entry[name];
  if (name === "#text") return [decoded(String(value), file)];
  if (name === "#cdata") return [cdata(value)];
  const own = isRecord(entry[":@"]) ? entry[":@"] : {};
  const attributes = Object.entries(own).map(([key, text]): [string, string] => [
    name.startsWith("qti-") ? camelCase(key) : key,
    decoded(String(text), file),
  ]);
  return [
    {
      name: name.startsWith("qti-") ? camelCase(name.slice(4)) : name,
      attributes: new Map(attributes),
      children: nodes(value, file, depth + 1),
    },
  ];
}

function cdata(value: unknown): string {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [];
  const text = isRecord(first) ? first["#text"] : "";
  return typeof text === "string" ? text : "";
}

function camelCase(name: string): string {
  if (name.startsWith("data-")) return name;
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** An attribute without outer blanks; empty when it isn't there. */
export function attribute(element: Element, name: string): string {
  return element.attributes.get(name)?.trim() ?? "";
}

/** Child elements, of one name if given. */
export function childrenOf(element: Element, ...names: string[]): Element[] {
  return element.children.filter(
    (child): child is Element => typeof child !== "string" && (names.length === 0 || names.includes(child.name)),
  );
}

/** All elements below, in document order, that fit. */
export function descendants(element: Element, fits: (candidate: Element) => boolean): Element[] {
  return childrenOf(element).flatMap((child) => [...(fits(child) ? [child] : []), ...descendants(child, fits)]);
}

/** The text of an element and all below it, blanks joined. */
export function plainText(node: Node): string {
  return allText(node).replace(/\s+/g, " ").trim();
}

function allText(node: Node): string {
  return typeof node === "string" ? node : node.children.map(allText).join("");
}
