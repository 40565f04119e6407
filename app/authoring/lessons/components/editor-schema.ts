import { mergeAttributes, Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import StarterKit from "@tiptap/starter-kit";
import { figureAttributes, headingLevels } from "../markdown/editor-node";
import { isAllowedLink } from "./link-address";

/** What the nodes need from the page: how a formula is set, and what a figure without a picture says. */
export interface SchemaSurroundings {
  readonly typeset: (latex: string) => Promise<string | null>;
  readonly drawingLabel: (name: string) => string;
}

/** An attribute that stands in the element's `data-` attributes, so that copying inside the editor keeps it. */
const kept = (name: string) => ({
  default: "",
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? "",
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

const tag = (name: string) => `[data-node="${name}"]`;

function formulaNode(name: "formula" | "formulaBlock", { typeset }: SchemaSurroundings) {
  const isInline = name === "formula";
  return Node.create({
    name,
    group: isInline ? "inline" : "block",
    inline: isInline,
    atom: true,
    addAttributes: () => ({ latex: kept("latex") }),
    parseHTML: () => [{ tag: tag(name) }],
    renderHTML: ({ HTMLAttributes, node }) => [
      isInline ? "span" : "div",
      mergeAttributes(HTMLAttributes, { "data-node": name }),
      String(node.attrs["latex"]),
    ],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement(isInline ? "span" : "div");
        const latex = String(node.attrs["latex"]);
        dom.className = isInline ? "formula-chip" : "formula-chip block";
        dom.textContent = latex;
        void typeset(latex).then((html) => {
          // MathML from our own server's renderer.
          if (html !== null) dom.innerHTML = html;
        });
        return { dom };
      },
  });
}

const Reference = Node.create({
  name: "reference",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes: () => ({ id: kept("id") }),
  parseHTML: () => [{ tag: tag("reference") }],
  renderHTML: ({ HTMLAttributes, node }) => [
    "span",
    mergeAttributes(HTMLAttributes, { "data-node": "reference", class: "ref-chip" }),
    String(node.attrs["id"]),
  ],
});

const CalloutTitle = Node.create({
  name: "calloutTitle",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: tag("calloutTitle") }],
  renderHTML: () => ["p", { "data-node": "calloutTitle", class: "title" }, 0],
});

const Callout = Node.create({
  name: "callout",
  group: "block",
  content: "calloutTitle block+",
  defining: true,
  addAttributes: () => ({ kind: kept("kind") }),
  parseHTML: () => [{ tag: tag("callout") }],
  renderHTML: ({ HTMLAttributes, node }) => [
    "div",
    mergeAttributes(HTMLAttributes, { "data-node": "callout", class: `callout ${String(node.attrs["kind"])}` }),
    0,
  ],
});

const TableCaption = Node.create({
  name: "tableCaption",
  content: "inline*",
  defining: true,
  parseHTML: () => [{ tag: tag("tableCaption") }],
  renderHTML: () => ["p", { "data-node": "tableCaption", class: "table-caption" }, 0],
});

const CaptionedTable = Node.create({
  name: "captionedTable",
  group: "block",
  content: "tableCaption table paragraph*",
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: tag("captionedTable") }],
  renderHTML: () => ["div", { "data-node": "captionedTable", class: "captioned-table" }, 0],
});

function figureNode({ drawingLabel }: SchemaSurroundings) {
  return Node.create({
    name: "figure",
    group: "block",
    content: "inline*",
    defining: true,
    isolating: true,
    addAttributes: () => Object.fromEntries(figureAttributes.map((name) => [name, kept(name)])),
    parseHTML: () => [{ tag: tag("figure"), contentElement: "figcaption" }],
    renderHTML: ({ HTMLAttributes }) => [
      "figure",
      mergeAttributes(HTMLAttributes, { "data-node": "figure" }),
      ["figcaption", 0],
    ],
    addNodeView:
      () =>
      ({ node }) => {
        const dom = document.createElement("figure");
        const shown = figureContent(node.attrs, drawingLabel);
        const caption = document.createElement("figcaption");
        shown.contentEditable = "false";
        dom.append(shown, caption);
        return { dom, contentDOM: caption };
      },
  });
}

function figureContent(attrs: Record<string, unknown>, drawingLabel: SchemaSurroundings["drawingLabel"]): HTMLElement {
  const [picture, drawing, alt] = [attrs["picture"], attrs["drawing"], attrs["alt"]].map((value) =>
    typeof value === "string" ? value : "",
  ) as [string, string, string];
  if (drawing === "" && picture !== "") {
    const image = document.createElement("img");
    image.src = `/lesson-pictures/${encodeURIComponent(picture)}`;
    image.alt = alt;
    return image;
  }
  const label = document.createElement("p");
  label.className = "drawing-label";
  label.textContent = `${drawingLabel(drawing)}: ${alt}`;
  return label;
}

/** One paragraph in each cell, as a table of Markdown has it. */
const oneParagraph = { content: "paragraph" };

/** The nodes and marks that a lesson's Markdown can hold, and no others. */
export function lessonExtensions(around: SchemaSurroundings) {
  return [
    StarterKit.configure({
      heading: { levels: [...headingLevels] },
      underline: false,
      link: {
        openOnClick: false,
        autolink: false,
        linkOnPaste: true,
        isAllowedUri: (address) => isAllowedLink(address),
        HTMLAttributes: { target: null, rel: null },
      },
    }),
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader.extend(oneParagraph),
    TableCell.extend(oneParagraph),
    formulaNode("formula", around),
    formulaNode("formulaBlock", around),
    Reference,
    CalloutTitle,
    Callout,
    TableCaption,
    CaptionedTable,
    figureNode(around),
  ];
}
