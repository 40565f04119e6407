import { type EditorMark, type EditorNode, figureAttributes } from "./editor-node";

/**
 * The one form of a document that means the same: only attributes that Markdown keeps, texts joined, no spaces at the
 * edges of a paragraph or of a mark, no empty paragraphs where Markdown has none.
 */
export function tidyNode(node: EditorNode): EditorNode {
  if (node.content === undefined) return withAttributes(node, undefined);
  if (isTextblock(node)) return withAttributes(node, tidyInline(node));
  const content = node.content.map(tidyNode).filter((child) => !isEmptyParagraph(child) || needsIt(node));
  return withAttributes(node, withFirstParagraph(node, content));
}

const textblocks = new Set(["paragraph", "heading", "codeBlock", "figure", "calloutTitle", "tableCaption"]);
const isTextblock = (node: EditorNode) => textblocks.has(node.type);
const isEmptyParagraph = (node: EditorNode) => node.type === "paragraph" && (node.content ?? []).length === 0;
const needsIt = (parent: EditorNode) => parent.type === "tableCell" || parent.type === "tableHeader";

/** The schema wants a paragraph at the start of a list item and something inside every other block. */
function withFirstParagraph(node: EditorNode, content: readonly EditorNode[]): readonly EditorNode[] {
  const empty: EditorNode = { type: "paragraph" };
  if (node.type === "listItem") return content[0]?.type === "paragraph" ? content : [empty, ...content];
  if (node.type === "callout") return content.length > 1 ? content : [...content, empty];
  return content.length > 0 || !["doc", "blockquote"].includes(node.type) ? content : [empty];
}

const keptAttributes: Readonly<Record<string, readonly string[]>> = {
  heading: ["level"],
  orderedList: ["start"],
  codeBlock: ["language"],
  formula: ["latex"],
  formulaBlock: ["latex"],
  reference: ["id"],
  callout: ["kind"],
  figure: figureAttributes,
  link: ["href"],
};

function attributesOf(node: EditorNode | EditorMark): Readonly<Record<string, unknown>> | undefined {
  const kept = keptAttributes[node.type];
  return kept && Object.fromEntries(kept.map((name) => [name, node.attrs?.[name] ?? null]));
}

function withAttributes(node: EditorNode, content: readonly EditorNode[] | undefined): EditorNode {
  const attrs = attributesOf(node);
  return {
    type: node.type,
    ...(attrs === undefined ? {} : { attrs }),
    ...(content === undefined || content.length === 0 ? {} : { content }),
    ...(node.text === undefined ? {} : { text: node.text }),
  };
}

function tidyInline(block: EditorNode): readonly EditorNode[] {
  const nodes = (block.content ?? []).filter((node) => node.text !== "");
  if (block.type === "codeBlock")
    return nodes.map(({ type, text }) => (text === undefined ? { type } : { type, text }));
  return trimmed(joined(nodes.flatMap((node) => unmarkEdges(node))));
}

const order = ["link", "bold", "italic", "strike", "code"];

function tidyMarks(node: EditorNode): EditorMark[] {
  return [...(node.marks ?? [])]
    .filter((mark, index, all) => all.findIndex(({ type }) => type === mark.type) === index)
    .map((mark): EditorMark => {
      const attrs = attributesOf(mark);
      return attrs === undefined ? { type: mark.type } : { type: mark.type, attrs };
    })
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
}

/** A mark on nothing but spaces at the end of a text can't be written: `**bold **` is no bold. */
function unmarkEdges(node: EditorNode): EditorNode[] {
  const marks = tidyMarks(node);
  if (node.text === undefined) return [{ ...withAttributes(node, undefined), ...(marks.length > 0 ? { marks } : {}) }];
  if (marks.some(({ type }) => type === "code")) return [{ type: "text", text: node.text, marks }];
  const text = node.text.replace(/[ \t\n]+/g, " ");
  if (marks.length === 0) return [{ type: "text", text }];
  const middle = text.trim();
  const parts: EditorNode[] = [
    { type: "text", text: text.startsWith(" ") ? " " : "" },
    { type: "text", text: middle, marks },
    { type: "text", text: text.endsWith(" ") && middle !== "" ? " " : "" },
  ];
  return parts.filter((part) => part.text !== "");
}

/** Texts with the same marks are one text. */
function joined(nodes: readonly EditorNode[]): EditorNode[] {
  const result: EditorNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const isSame =
      last?.text !== undefined && node.text !== undefined && JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (isSame)
      result[result.length - 1] = { ...last, text: `${last.text ?? ""}${node.text ?? ""}`.replace(/ {2,}/g, " ") };
    else result.push(node);
  }
  return result;
}

/** Without spaces and line breaks at the ends, and without spaces around a line break. */
function trimmed(nodes: readonly EditorNode[]): EditorNode[] {
  const isCode = (node: EditorNode) => node.marks?.some(({ type }) => type === "code") === true;
  const isBreak = (node: EditorNode | undefined) => node === undefined || node.type === "hardBreak";
  const kept = nodes.flatMap((node, index): EditorNode[] => {
    if (node.text === undefined || isCode(node)) return [node];
    let { text } = node;
    if (isBreak(nodes[index - 1])) text = text.replace(/^ +/, "");
    if (isBreak(nodes[index + 1])) text = text.replace(/ +$/, "");
    return text === "" ? [] : [{ ...node, text }];
  });
  const first = kept.findIndex((node) => node.type !== "hardBreak");
  if (first === -1) return [];
  const last = kept.findLastIndex((node) => node.type !== "hardBreak");
  return kept.slice(first, last + 1);
}
