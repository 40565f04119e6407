import type { Element, ElementContent, Nodes as HtmlNodes, Root } from "hast";
import type { Nodes, Root as Markdown } from "mdast";
import rehypeKatex from "rehype-katex";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { type LessonFault, type LessonFaultCode, sayLessonFault } from "./lesson-fault";
import { type LessonContext, lessonHandlers } from "./lesson-handlers";
import { pictureElement } from "./lesson-picture";
import { lessonReader } from "./lesson-reader";
import type { LessonTexts } from "./lesson-texts";
import { readDrawing } from "./safe-drawing";
import { finishHtml, mathsOptions } from "./finish-html";
import { hasClass, lessonSchema, setIndices, textOf } from "./safe-html";
import { element, setPlainTable } from "./set-table";
import { trefoil } from "./trefoil";
import { walk } from "./walk";

/** Rises with every change of what this folder writes: published lessons are rendered again when it does. */
export const markupVersion = 3;

export interface Reference {
  readonly id: string;
  readonly cite: string;
  readonly year: number;
  readonly url?: string | undefined;
}

export interface LessonSurroundings {
  /** Drawing name -> SVG text with its labels filled in. */
  readonly drawings: Readonly<Record<string, string>>;
  readonly references: readonly Reference[];
  /** Address of another lesson, or null when the track has none of this id. */
  readonly lessonHref: (id: string) => string | null;
  readonly texts: LessonTexts;
}

export interface RenderedLesson {
  /** Safe HTML: no script, no style attribute, no event handler, whatever the Markdown held. */
  readonly html: string;
  /** Words that a reader reads, the list of sources left out. */
  readonly words: number;
  readonly headings: readonly { readonly id: string; readonly text: string; readonly level: number }[];
  /** A lesson with faults isn't fit for publication. */
  readonly faults: readonly LessonFault[];
  /** The faults as sentences, each with the line of the Markdown. */
  readonly problems: readonly string[];
  /** Ids of the references that the lesson cites, in the order of first citation. */
  readonly cited: readonly string[];
}

/**
 * Renders a lesson: Markdown with figures, tables, call-outs, formulae, citations and links to other lessons.
 * HTML is sanitised before drawings, formulae and sources are put in; those come from allow-lists of their own.
 */
export function renderLesson(markdown: string, surroundings: LessonSurroundings): RenderedLesson {
  const faults: LessonFault[] = [];
  const report: LessonContext["report"] = (node, code, params = {}) => {
    faults.push({ code, params, line: node.position?.start.line ?? 0 });
  };
  const cited: string[] = [];
  const document = lessonReader.parse(markdown);
  readLinks(document, surroundings, report);
  const handlers = lessonHandlers({
    source: markdown,
    texts: surroundings.texts,
    cite: (id) => numberOf(id, cited, surroundings.references),
    report,
  });
  const tree = unified().use(remarkRehype, { handlers }).use(rehypeSanitize, lessonSchema).runSync(document);
  setLead(tree);
  wrapBareTables(tree);
  setTrefoils(tree);
  const words = countWords(tree);
  setIndices(tree);
  const headings = nameHeadings(tree);
  numberFormulae(tree, surroundings.texts);
  faults.push(...putPictures(tree, surroundings.texts));
  faults.push(...putDrawings(tree, surroundings.drawings));
  // KaTeX's step changes the tree that it is given.
  unified().use(rehypeKatex, mathsOptions).runSync(tree);
  faults.push(...finishHtml(tree));
  const sources = listSources(cited, surroundings);
  if (sources !== null) {
    tree.children.push(sources);
    headings.push({ id: "sources", text: surroundings.texts.sources, level: 2 });
  }
  return {
    html: unified().use(rehypeStringify).stringify(tree),
    words,
    headings,
    faults,
    problems: faults.map(sayLessonFault),
    cited,
  };
}

function numberOf(id: string, cited: string[], references: readonly Reference[]): number | null {
  if (!references.some((reference) => reference.id === id)) return null;
  if (!cited.includes(id)) cited.push(id);
  return cited.indexOf(id) + 1;
}

/** Leads links between lessons to their addresses, and reports what Markdown leaves as it is. */
function readLinks(document: Markdown, { lessonHref }: LessonSurroundings, report: LessonContext["report"]): void {
  walk<Nodes>(document, (node) => {
    const slip = findSlip(node);
    if (slip !== null) report(node, slip);
    if (node.type !== "link" && node.type !== "definition") return;
    const lesson = /^lesson:(.*)$/.exec(node.url)?.[1];
    if (lesson === undefined) return;
    const href = lessonHref(lesson);
    if (href === null) report(node, "link-broken", { lesson });
    node.url = href ?? "";
  });
}

function findSlip(node: Nodes): LessonFaultCode | null {
  if (node.type === "image" && (node.alt ?? "").trim() === "") return "image-no-alt";
  if (node.type === "footnoteReference") return "footnote";
  return node.type === "text" && /^:::/m.test(node.value) ? "block-unreadable" : null;
}

function setLead(tree: Root): void {
  const first = tree.children.find((child) => child.type === "element");
  if (first?.type === "element" && first.tagName === "p") first.properties["className"] = ["lead"];
}

/** Tables outside `:::table` compare words; each becomes a region of its own, as the others are. */
function wrapBareTables(tree: Root): void {
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "root" && node.type !== "element") return;
    if (node.type === "element" && hasClass(node, "scroll")) return;
    node.children.forEach((child, index) => {
      if (child.type === "element" && child.tagName === "table") node.children[index] = setPlainTable(child);
    });
  });
}

function setTrefoils(tree: Root): void {
  walk<HtmlNodes>(tree, (node) => {
    if (node.type === "element" && hasClass(node, "rad")) node.children.unshift(trefoil());
  });
}

function nameHeadings(tree: Root): { id: string; text: string; level: number }[] {
  const headings: { id: string; text: string; level: number }[] = [];
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "element" || !/^h[2-4]$/.test(node.tagName)) return;
    const text = textOf(node).trim();
    const plain = text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}/gu, "")
      .replace(/[^\p{L}\p{N}]+/gu, "-");
    // The prefix keeps a heading called "Main" apart from the page's own ids.
    const name = `s-${plain.replace(/^-|-$/g, "")}`;
    const twins = headings.filter(({ id }) => id === name || id.startsWith(`${name}--`)).length;
    const id = twins === 0 ? name : `${name}--${String(twins + 1)}`;
    node.properties["id"] = id;
    headings.push({ id, text, level: Number(node.tagName.slice(1)) });
  });
  return headings;
}

/** Words of every text but the numbers that cite; counted text by text, because blocks stand without a space between them. */
function countWords(node: HtmlNodes): number {
  if (node.type === "text") return node.value.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu)?.length ?? 0;
  if (!("children" in node) || (node.type === "element" && hasClass(node, "ref"))) return 0;
  return node.children.reduce((sum, child) => sum + countWords(child), 0);
}

function numberFormulae(tree: Root, texts: LessonTexts): void {
  let count = 0;
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "element" || !hasClass(node, "formula")) return;
    count += 1;
    node.properties["ariaLabel"] = `${texts.equation} ${String(count)}`;
    node.children.push(element("span", { className: ["no"] }, [{ type: "text", value: String(count) }]));
  });
}

/** Puts each uploaded picture into its figure, and its source and permission below the caption. */
function putPictures(tree: Root, texts: LessonTexts): LessonFault[] {
  const faults: LessonFault[] = [];
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "figure" || node.properties["dataPicture"] === undefined) return;
    const [name, alt, source, permission] = ["dataPicture", "dataAlt", "dataSource", "dataPermission"].map((key) =>
      String(node.properties[key] ?? ""),
    ) as [string, string, string, string];
    node.properties = {};
    const picture = pictureElement(name, alt);
    if (picture === null) faults.push({ code: "picture-missing", params: { picture: name }, line: null });
    else node.children.unshift(picture);
    const credit = [source === "" ? "" : `${texts.source}: ${source}`, permission].filter(Boolean).join(". ");
    const caption = node.children.find((child) => child.type === "element" && child.tagName === "figcaption");
    if (caption?.type === "element" && credit !== "")
      caption.children.push(element("span", { className: ["credit"] }, [{ type: "text", value: credit }]));
  });
  return faults;
}

/** Puts each drawing into its figure. */
function putDrawings(tree: Root, drawings: Readonly<Record<string, string>>): LessonFault[] {
  const faults: LessonFault[] = [];
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "element" || node.tagName !== "figure" || node.properties["dataDrawing"] === undefined) return;
    const name = String(node.properties["dataDrawing"]);
    const alt = String(node.properties["dataAlt"] ?? "");
    node.properties = {};
    const source = Object.hasOwn(drawings, name) ? drawings[name] : undefined;
    const drawing =
      source === undefined ? { ok: false as const, reason: "there is none of this name" } : readDrawing(source);
    if (!drawing.ok) {
      faults.push({ code: "drawing-unreadable", params: { drawing: name, reason: drawing.reason }, line: null });
      return;
    }
    const parts = [...new Set(drawing.dropped)].join(", ");
    if (parts !== "") faults.push({ code: "drawing-cut", params: { drawing: name, parts }, line: null });
    const { svg } = drawing;
    svg.properties = { ...svg.properties, className: ["fig"], role: "img", ariaLabel: alt };
    node.children.unshift(inScroller(svg, node, alt));
  });
  return faults;
}

/** A drawing keeps a size at which its labels can be read; on a narrow screen it moves sideways. Its number names it. */
function inScroller(svg: Element, figure: Element, alt: string): Element {
  const caption = figure.children.find((child) => child.type === "element" && child.tagName === "figcaption");
  const [first] = caption?.type === "element" ? caption.children : [];
  const number = first?.type === "element" && first.tagName === "strong" ? textOf(first).replace(/\.\s*$/, "") : alt;
  return element("div", { className: ["scroll"], tabIndex: 0, role: "group", ariaLabel: number }, [svg]);
}

function listSources(cited: readonly string[], { references, texts }: LessonSurroundings): Element | null {
  if (cited.length === 0) return null;
  const items = cited.flatMap((id): ElementContent[] => {
    const reference = references.find((known) => known.id === id);
    if (reference === undefined) return [];
    const cite: ElementContent = { type: "text", value: reference.cite };
    const isSafe = reference.url !== undefined && /^https?:\/\//.test(reference.url);
    return [
      element("li", { id: `source-${id}` }, [isSafe ? element("a", { href: reference.url ?? "" }, [cite]) : cite]),
    ];
  });
  const heading = element("h2", { id: "sources" }, [{ type: "text", value: texts.sources }]);
  return element("section", { className: ["sources"], ariaLabelledBy: ["sources"] }, [
    heading,
    element("ol", {}, items),
  ]);
}
