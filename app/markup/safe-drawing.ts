import type { Element, ElementContent } from "hast";

/**
 * Line art from an author, read by an allow-list: shapes, groups and text with presentation attributes. Whatever could
 * run, load, be addressed or style the page around it (script, style, ids, links, images, event handlers) has no place
 * in the list, so it doesn't arrive.
 */

const elements = new Set(["circle", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "text", "tspan"]);

const attributes = new Set([
  "cx",
  "cy",
  "d",
  "dominant-baseline",
  "dx",
  "dy",
  "fill",
  "fill-opacity",
  "fill-rule",
  "font-size",
  "font-style",
  "font-weight",
  "height",
  "opacity",
  "points",
  "r",
  "rx",
  "ry",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "transform",
  "width",
  "x",
  "x1",
  "x2",
  "y",
  "y1",
  "y2",
]);

export type SafeDrawing =
  | { readonly ok: true; readonly svg: Element; readonly dropped: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Sticky: reading stops where no token fits. */
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<![^>]*>|<\/\s*([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
  });
}

function readAttributes(source: string): Map<string, string> {
  return new Map(
    [...source.matchAll(attribute)].map(([, name = "", double, single]) => [name, decode(double ?? single ?? "")]),
  );
}

class DrawingReader {
  readonly dropped: string[] = [];
  readonly root: Element = { type: "element", tagName: "svg", properties: {}, children: [] };
  /** Open elements; null where an element was dropped, so that its content is dropped too. */
  readonly #open: { readonly name: string; readonly into: Element | null }[] = [];
  hasRoot = false;

  get isClosed(): boolean {
    return this.#open.length === 0;
  }

  start(name: string, source: string, isEmpty: boolean): boolean {
    const parent = this.#open.at(-1);
    if (parent === undefined && (name !== "svg" || this.hasRoot)) return false;
    const made = parent === undefined ? this.#startRoot(source) : this.#startShape(name, source, parent.into);
    if (!isEmpty) this.#open.push({ name, into: made });
    return true;
  }

  #startRoot(source: string): Element {
    this.hasRoot = true;
    const given = readAttributes(source);
    const viewBox = given.get("viewBox") ?? "";
    if (/^[\d\s.,-]+$/.test(viewBox)) this.root.properties["viewBox"] = viewBox;
    for (const name of ["viewBox", "xmlns", "width", "height"]) given.delete(name);
    this.#keepAllowed(this.root, given);
    return this.root;
  }

  #keepAllowed(shape: Element, given: ReadonlyMap<string, string>): void {
    for (const [key, value] of given) {
      if (attributes.has(key) && !/url\s*\(|[:;\\]/i.test(value)) shape.properties[key] = value;
      else this.dropped.push(`${key} of <${shape.tagName}>`);
    }
  }

  #startShape(name: string, source: string, parent: Element | null): Element | null {
    if (parent === null) return null;
    if (!elements.has(name)) {
      this.dropped.push(`<${name}>`);
      return null;
    }
    const shape: Element = { type: "element", tagName: name, properties: {}, children: [] };
    this.#keepAllowed(shape, readAttributes(source));
    parent.children.push(shape);
    return shape;
  }

  text(value: string): void {
    const parent = this.#open.at(-1)?.into;
    if (parent === undefined || parent === null) return;
    if (value.trim() === "" && parent.tagName !== "text" && parent.tagName !== "tspan") return;
    const text: ElementContent = { type: "text", value: decode(value) };
    parent.children.push(text);
  }

  end(name: string): boolean {
    return this.#open.pop()?.name === name;
  }
}

/** Takes one token into the drawing. @returns false where it breaks the nesting */
function take(reader: DrawingReader, [, closed, opened, attributeSource = "", slash, text]: RegExpExecArray): boolean {
  if (closed !== undefined) return reader.end(closed);
  if (opened !== undefined) return reader.start(opened, attributeSource, slash === "/");
  if (text !== undefined) reader.text(text);
  return true;
}

/**
 * Reads an SVG text into a tree that is safe inside a page.
 * @returns the `svg` element without a size of its own, and what was dropped; a refusal when the text is no drawing
 */
export function readDrawing(source: string): SafeDrawing {
  const reader = new DrawingReader();
  let at = 0;
  for (const match of source.matchAll(token)) {
    at += match[0].length;
    if (!take(reader, match)) return { ok: false, reason: `it is not well formed at ${match[0].slice(0, 40)}` };
  }
  if (at !== source.length) return { ok: false, reason: `it can't be read at ${source.slice(at, at + 40)}` };
  if (!reader.hasRoot || !reader.isClosed) return { ok: false, reason: "it holds no complete svg element" };
  if (reader.root.properties["viewBox"] === undefined) return { ok: false, reason: "its viewBox is missing" };
  return { ok: true, svg: reader.root, dropped: reader.dropped };
}
