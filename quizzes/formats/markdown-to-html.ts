import type { Nodes, Parents, Table } from "mdast";
import type { Processor } from "unified";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { type HtmlContext, htmlToMarkdown } from "./html-to-markdown";

/** Markdown that questions don't have: a stem may begin with "<5 mGy" or "# 3". */
const disabled = [
  "autolink",
  "blockQuote",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "htmlText",
  "setextUnderline",
  "thematicBreak",
];

function plainBlocks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabled } }];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(plainBlocks).freeze();

/** Address of a picture, for the `src` of an image. */
export type PictureAddress = (name: string) => string;

/** HTML of a question's text, as Moodle and QTI readers take it: formulae stand in `\( \)`. */
export function markdownToHtml(markdown: string, address: PictureAddress): string {
  const tree = parser.parse(markdown);
  const [only] = tree.children;
  const nodes = tree.children.length === 1 && only?.type === "paragraph" ? only.children : tree.children;
  return nodes.map((node) => write(node, { markdown, address })).join("");
}

const sourceMark = /<!--markdown:([^>]*)-->$/;

/**
 * The same, with the Markdown itself in a comment where reading the HTML wouldn't give it back exactly. Markdown has
 * several ways to write one thing; HTML forgets which one it was.
 */
export function exactHtml(markdown: string, address: PictureAddress): string {
  const html = markdownToHtml(markdown, address);
  const context: HtmlContext = {
    picture: (src) => (src.startsWith(address("")) ? src.slice(address("").length) : null),
    lost: () => undefined,
  };
  if (htmlToMarkdown(html, context) === markdown) return html;
  return `${html}<!--markdown:${encodeURIComponent(markdown).replace(/-/g, "%2D")}-->`;
}

/** Markdown of a text that `exactHtml` wrote and nobody changed since; null for any other. */
export function exactMarkdown(html: string, address: PictureAddress): string | null {
  const found = sourceMark.exec(html);
  if (found === null) return null;
  try {
    const markdown = decodeURIComponent(found[1] ?? "");
    return markdownToHtml(markdown, address) === html.slice(0, found.index) ? markdown : null;
  } catch {
    // Not what encodeURIComponent writes: somebody else's comment.
    return null;
  }
}

interface Surroundings {
  readonly markdown: string;
  readonly address: PictureAddress;
}

/** Nodes that become one element around their children. */
const tags: Readonly<Record<string, string>> = {
  paragraph: "p",
  strong: "strong",
  emphasis: "em",
  delete: "del",
  listItem: "li",
};
/** Nodes that hold a text, and what stands around it. */
const holders: Readonly<Record<string, readonly [string, string]>> = {
  text: ["", ""],
  inlineCode: ["<code>", "</code>"],
  code: ["<pre>", "</pre>"],
  inlineMath: ["\\(", "\\)"],
  math: ["\\(", "\\)"],
};

function write(node: Nodes, around: Surroundings): string {
  const tag = Object.hasOwn(tags, node.type) ? tags[node.type] : undefined;
  if (tag !== undefined && "children" in node) return `<${tag}>${inner(node, around)}</${tag}>`;
  const holder = Object.hasOwn(holders, node.type) ? holders[node.type] : undefined;
  if (holder !== undefined && "value" in node) return holder[0] + escapeHtml(node.value) + holder[1];
  return writeOther(node, around);
}

function writeOther(node: Nodes, around: Surroundings): string {
  if (node.type === "break") return "<br />";
  if (node.type === "image") return image(node.url, node.alt ?? "", around);
  if (node.type === "link") return `<a href="${escapeHtml(node.url)}">${inner(node, around)}</a>`;
  if (node.type === "table") return table(node, around);
  if (node.type === "list") {
    const name = node.ordered === true ? "ol" : "ul";
    return `<${name}>${inner(node, around)}</${name}>`;
  }
  return escapeHtml(around.markdown.slice(node.position?.start.offset, node.position?.end.offset));
}

function inner(node: Parents, around: Surroundings): string {
  const isTight = node.type === "listItem" && node.spread !== true;
  return node.children
    .map((child) => (isTight && child.type === "paragraph" ? inner(child, around) : write(child, around)))
    .join("");
}

function image(url: string, alt: string, { address }: Surroundings): string {
  const src = url.startsWith("picture:") ? address(url.slice("picture:".length)) : url;
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" />`;
}

function table(node: Table, around: Surroundings): string {
  const [head, ...body] = node.children;
  const row = (cells: Table["children"][number], tag: string) =>
    `<tr>${cells.children.map((cell) => `<${tag}>${inner(cell, around)}</${tag}>`).join("")}</tr>`;
  const isEmpty = head?.children.every((cell) => cell.children.length === 0) ?? true;
  const top = head === undefined || isEmpty ? "" : `<thead>${row(head, "th")}</thead>`;
  return `<table>${top}<tbody>${body.map((cells) => row(cells, "td")).join("")}</tbody></table>`;
}

/** Text for HTML or an attribute's value in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
