import type { Element, ElementContent, Nodes as HtmlNodes, Root } from "hast";
import type { List, Nodes, Root as Markdown } from "mdast";
import type { Processor } from "unified";
import rehypeKatex from "rehype-katex";
import rehypeSanitize, { type Options as Schema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { BoundedCache } from "../platform/still.server";
import { finishHtml, mathsOptions } from "./finish-html";
import type { HtmlAttributes, HtmlPart } from "./html-parts";
import { inlineSchema, setIndices, textOf } from "./safe-html";
import { setPictures } from "./set-pictures";
import { element, setCells } from "./set-table";
import { walk } from "./walk";

/**
 * Stems, options and explanations of questions: paragraphs, tables, lists, pictures and formulae. Short labels are
 * rendered by render-inline, which knows no blocks.
 */

/** Markdown that a question must not start by accident: "<5 mGy" is no tag, "# of scans" no heading. */
const disabled = [
  "autolink",
  "blockQuote",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "htmlText",
  "labelStartLink",
  "setextUnderline",
  "thematicBreak",
];

function plainBlocks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabled } }];
}

const questionSchema: Schema = {
  ...inlineSchema,
  tagNames: [...(inlineSchema.tagNames ?? []), "img", "li", "ol", "pre", "ul"],
  attributes: { ...inlineSchema.attributes, img: ["src", "alt"], ol: ["start"] },
  protocols: { src: ["picture"] },
};

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkMath)
  .use(plainBlocks)
  .freeze();
const writer = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, questionSchema)
  .use(rehypeKatex, mathsOptions)
  .use(rehypeStringify)
  .freeze();

const rendered = new BoundedCache<string>(8 * 1_048_576);

/**
 * Safe HTML of a question's stem, option or explanation. A picture `![what it shows](picture:<name>)` becomes an image
 * of this site; every other address is left out. One paragraph comes without its `p`.
 */
export function renderQuestion(markdown: string): string {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  const html = writer.stringify(withoutOnlyParagraph(buildTree(markdown)));
  rendered.set(markdown, html, (markdown.length + html.length) * 2);
  return html;
}

/** The stem of a cloze, cut at `[[gap id]]`. A gap that stands inside a formula is no gap. */
export function renderAroundGaps(markdown: string, gapIds: readonly string[]): HtmlPart[] {
  const gaps = new Set(gapIds);
  return withoutOnlyParagraph(buildTree(markdown)).children.flatMap((child) => partsOf(child, gaps, true));
}

function buildTree(markdown: string): Root {
  const document = reader.parse(markdown);
  keepLonelyMarkers(document, markdown);
  const tree = writer.runSync(document);
  setIndices(tree);
  setPictures(tree);
  setTables(tree);
  finishHtml(tree);
  return tree;
}

/** "4. generation scanners" is a sentence, "4. …" followed by "5. …" a list. */
function keepLonelyMarkers(document: Markdown, markdown: string): void {
  walk<Nodes>(document, (node) => {
    if (!("children" in node)) return;
    const children = node.children as Nodes[];
    children.forEach((child, index) => {
      const text = child.type === "list" ? lonelyItem(child, markdown) : null;
      if (text !== null) children[index] = text;
    });
  });
}

function lonelyItem(list: List, markdown: string): Nodes | null {
  if (list.children.length !== 1) return null;
  const [first, ...others] = list.children.flatMap((item) => item.children as Nodes[]);
  if (first?.type !== "paragraph" || others.length > 0) return null;
  const marker = markdown.slice(list.position?.start.offset ?? 0, first.position?.start.offset ?? 0);
  return { ...first, children: [{ type: "text", value: marker }, ...first.children] };
}

/** Each table in a part that keys can scroll, named by its head. */
function setTables(tree: Root): void {
  walk<HtmlNodes>(tree, (node) => {
    if (node.type !== "element" && node.type !== "root") return;
    if (node.type === "element" && node.properties["role"] === "region") return;
    node.children.forEach((child, index) => {
      if (child.type !== "element" || child.tagName !== "table") return;
      setCells(child, true);
      const head = child.children.find((part) => part.type === "element" && part.tagName === "thead");
      const name = head === undefined ? "" : textOf(head).trim().replace(/\s+/g, " ");
      node.children[index] = element("div", { className: ["scroll"], tabIndex: 0, role: "region", ariaLabel: name }, [
        child,
      ]);
    });
  });
}

function withoutOnlyParagraph(tree: Root): Root {
  const blocks = tree.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === "element" && only.tagName === "p")
    return { type: "root", children: only.children };
  return tree;
}

/** Elements that HTML allows only in their places: they can't be wrapped. */
const structural = new Set(["li", "tbody", "td", "th", "thead", "tr"]);
const blocks = new Set(["div", "ol", "p", "pre", "table", "ul"]);
const isTextPlace = (tagName: string) => !["table", "tbody", "thead", "tr", "ol", "ul"].includes(tagName);

function partsOf(
  node: ElementContent | Root["children"][number],
  gaps: ReadonlySet<string>,
  inText: boolean,
): HtmlPart[] {
  if (node.type === "text") return inText ? textParts(node.value, gaps) : [];
  if (node.type !== "element") return [];
  const { tagName } = node;
  if (holdsGap(node, gaps)) {
    const parts = node.children.flatMap((child) => partsOf(child, gaps, isTextPlace(tagName)));
    return [{ tag: tagName, attributes: attributesOf(node), parts }];
  }
  if (structural.has(tagName)) {
    const html = writer.stringify({ type: "root", children: node.children });
    return [{ tag: tagName, attributes: attributesOf(node), html }];
  }
  const html = writer.stringify({ type: "root", children: [node] });
  return [{ tag: blocks.has(tagName) ? "div" : "span", attributes: {}, html }];
}

const gapMark = /\[\[([^[\]\s]+)\]\]/;

function textParts(text: string, gaps: ReadonlySet<string>): HtmlPart[] {
  return text.split(gapMark).flatMap((part, index): HtmlPart[] => {
    if (index % 2 === 0) return part === "" ? [] : [{ text: part }];
    return gaps.has(part) ? [{ gap: part }] : [{ text: `[[${part}]]` }];
  });
}

function holdsGap(node: Element, gaps: ReadonlySet<string>): boolean {
  return node.children.some((child) => {
    if (child.type === "element") return child.tagName !== "math" && holdsGap(child, gaps);
    return child.type === "text" && textParts(child.value, gaps).some((part) => "gap" in part);
  });
}

const reactNames: Readonly<Record<string, string>> = { ariaLabel: "aria-label" };

function attributesOf(node: Element): HtmlAttributes {
  return Object.fromEntries(
    Object.entries(node.properties).flatMap(([name, value]) => {
      const said = Array.isArray(value) ? value.join(" ") : value;
      return typeof said === "string" || typeof said === "number" ? [[reactNames[name] ?? name, said]] : [];
    }),
  );
}
