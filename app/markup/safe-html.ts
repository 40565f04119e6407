import type { Element, ElementContent, Nodes, Root, Text } from "hast";
import { defaultSchema, type Options as Schema } from "rehype-sanitize";
import { walk } from "./walk";

const lessonElements = [
  "a",
  "aside",
  "b",
  "blockquote",
  "br",
  "caption",
  "code",
  "dd",
  "del",
  "div",
  "dl",
  "dt",
  "em",
  "figcaption",
  "figure",
  "h2",
  "h3",
  "h4",
  "hr",
  "i",
  "img",
  "li",
  "ol",
  "p",
  "pre",
  "s",
  "section",
  "span",
  "strong",
  "sub",
  "sup",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "tr",
  "ul",
];

const maths: [string, ...string[]] = ["className", "language-math", "math-inline", "math-display"];

/** What a lesson's own HTML may hold. Drawings, formulae and the list of sources are put in afterwards. */
export const lessonSchema: Schema = {
  ...defaultSchema,
  tagNames: lessonElements,
  attributes: {
    a: ["href", ["className", "ref"]],
    aside: ["ariaLabel", ["className", "rad"]],
    code: [maths],
    div: ["ariaLabel", "role", "tabIndex", ["className", "formula", "note", "care", "scroll"]],
    figure: ["dataDrawing", "dataPicture", "dataAlt", "dataSource", "dataPermission"],
    img: ["src", "alt"],
    ol: ["start"],
    p: [["className", "title"]],
    span: ["tabIndex", ["className", "no", "vh"]],
    td: ["colSpan", ["className", "n"]],
    th: ["scope", ["className", "n"]],
  },
  protocols: { href: ["https", "http", "mailto"], src: ["https"] },
  clobber: [],
  clobberPrefix: "",
  required: {},
};

/** What a question's stem or option may hold. */
export const inlineSchema: Schema = {
  ...lessonSchema,
  tagNames: [
    "br",
    "code",
    "del",
    "div",
    "em",
    "p",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
  ],
  attributes: {
    code: [maths],
    div: [["className", "scroll"]],
    td: [["className", "n"]],
    th: ["scope", ["className", "n"]],
  },
  protocols: {},
};

export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}

export function hasClass(node: Element, name: string): boolean {
  const names = node.properties["className"];
  return Array.isArray(names) && names.includes(name);
}

const indexed = /CTDI(vol|w)(?!\p{L})/gu;

function withIndices(text: string): (Text | Element)[] {
  const parts: (Text | Element)[] = [];
  let from = 0;
  for (const match of text.matchAll(indexed)) {
    const at = match.index + "CTDI".length;
    parts.push({ type: "text", value: text.slice(from, at) });
    parts.push({
      type: "element",
      tagName: "sub",
      properties: {},
      children: [{ type: "text", value: match[1] ?? "" }],
    });
    from = match.index + match[0].length;
  }
  return [...parts, { type: "text", value: text.slice(from) }];
}

/** Sets the index of CTDIvol and CTDIw low, as the literature writes them; authors type them plainly. */
export function setIndices(tree: Root): void {
  walk<Nodes>(tree, (node) => {
    if (node.type !== "element" || node.tagName === "code") return;
    node.children = node.children.flatMap((child): ElementContent[] =>
      child.type === "text" ? withIndices(child.value) : [child],
    );
  });
}
