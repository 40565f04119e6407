import type { BlockContent, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { attributeOf, type EditorMark, type EditorNode, figureAttributes } from "./editor-node";
import { blockKey, readLesson } from "./read-lesson";
import { tidyNode } from "./tidy-node";

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath)
  .use(remarkDirective)
  .use(remarkStringify, {
    bullet: "-",
    emphasis: "*",
    strong: "*",
    rule: "-",
    fences: true,
    listItemIndent: "one",
    resourceLink: true,
    handlers: {
      // Formulae of one line stand on one line, as authors write them.
      math: (node: Extract<Nodes, { type: "math" }>) =>
        /[\n$]/.test(node.value) || node.value.trim() === "" ? `$$\n${node.value}\n$$` : `$$ ${node.value.trim()} $$`,
    },
  })
  .freeze();

/**
 * Writes the editor's document as Markdown. Blocks that nobody touched are written as they were. What is written is
 * read again before it is given away: null where the document would not come back as it is, so that it isn't saved.
 */
export function writeLesson(doc: EditorNode, sources: ReadonlyMap<string, string> = new Map()): string | null {
  const tidy = tidyNode(doc);
  const blocks = (tidy.content ?? []).filter((block) => block.type !== "paragraph" || block.content !== undefined);
  if (blocks.length === 0) return "";
  const whole = JSON.stringify(tidy);
  const candidates = [
    () => blocks.map((block) => sources.get(blockKey(block)) ?? plainColons(write([block]))).join("\n\n"),
    () => plainColons(write(blocks)),
    () => write(blocks),
  ];
  for (const candidate of candidates) {
    const markdown = `${candidate().trim()}\n`;
    const again = readLesson(markdown);
    if (again.ok && JSON.stringify(again.doc) === whole) return markdown;
  }
  return null;
}

function write(blocks: readonly EditorNode[]): string {
  return writer.stringify({ type: "root", children: blocks.map(toBlock) }).trim();
}

/** "16:30" is no directive, so its colon needs no backslash. */
const plainColons = (markdown: string) => markdown.replace(/\\:(?=\d)/g, ":");

const contentOf = (node: EditorNode | undefined) => node?.content ?? [];

type Block = RootContent & BlockContent;

const writers: Readonly<Record<string, (node: EditorNode) => Block>> = {
  heading: (node) => ({ type: "heading", depth: levelOf(node), children: inline(contentOf(node)) }),
  bulletList: toList,
  orderedList: toList,
  blockquote: (node) => ({ type: "blockquote", children: blocksOf(contentOf(node)) }),
  codeBlock: (node) => {
    const value = contentOf(node).map(({ text }) => text ?? "");
    return { type: "code", lang: attributeOf(node, "language") || null, value: value.join("") };
  },
  horizontalRule: () => ({ type: "thematicBreak" }),
  table: toTable,
  formulaBlock: (node) => ({ type: "math", value: attributeOf(node, "latex") }),
  figure: toDirective,
  captionedTable: toDirective,
  callout: toDirective,
};

function toBlock(node: EditorNode): Block {
  return writers[node.type]?.(node) ?? { type: "paragraph", children: inline(contentOf(node)) };
}

function levelOf(node: EditorNode): 2 | 3 | 4 {
  const level = node.attrs?.["level"];
  return level === 3 || level === 4 ? level : 2;
}

/** Blocks without the empty paragraphs that only the editor's schema wants. */
function blocksOf(nodes: readonly EditorNode[]): BlockContent[] {
  return nodes.filter((node) => node.type !== "paragraph" || node.content !== undefined).map(toBlock);
}

function toList(node: EditorNode): Extract<BlockContent, { type: "list" }> {
  const items = contentOf(node).map((item) => blocksOf(contentOf(item)));
  const spread = items.some((blocks) => blocks.filter(({ type }) => type !== "list").length > 1);
  const children = items.map((blocks): ListItem => ({ type: "listItem", spread, children: blocks }));
  if (node.type === "bulletList") return { type: "list", ordered: false, spread, children };
  const start = node.attrs?.["start"];
  return { type: "list", ordered: true, start: typeof start === "number" ? start : 1, spread, children };
}

function toTable(node: EditorNode): Table {
  const rows = contentOf(node).map((row) =>
    contentOf(row).map((cell) => inline(contentOf(cell).flatMap((paragraph) => withoutBreaks(contentOf(paragraph))))),
  );
  return {
    type: "table",
    align: rows[0]?.map(() => null) ?? [],
    children: rows.map((cells) => ({
      type: "tableRow",
      children: cells.map((children) => ({ type: "tableCell", children })),
    })),
  };
}

/** A cell is one line. */
const withoutBreaks = (nodes: readonly EditorNode[]) =>
  nodes.map((node): EditorNode => (node.type === "hardBreak" ? { type: "text", text: " " } : node));

function toDirective(node: EditorNode): Extract<RootContent & BlockContent, { type: "containerDirective" }> {
  if (node.type === "figure") {
    const attributes = Object.fromEntries(
      figureAttributes.map((name) => [name, attributeOf(node, name)] as const).filter(([, value]) => value !== ""),
    );
    const caption: Paragraph[] =
      node.content === undefined ? [] : [{ type: "paragraph", children: inline(node.content) }];
    return { type: "containerDirective", name: "figure", attributes, children: caption };
  }
  const [title, ...body] = contentOf(node);
  const label: Paragraph = {
    type: "paragraph",
    data: { directiveLabel: true },
    children: inline(withoutBreaks(contentOf(title))),
  };
  const name = node.type === "captionedTable" ? "table" : attributeOf(node, "kind") || "note";
  const children = [...(label.children.length > 0 ? [label] : []), ...blocksOf(body)];
  return { type: "containerDirective", name, attributes: {}, children };
}

/** Runs of text with the same outer mark become one node around what is inside. */
function inline(nodes: readonly EditorNode[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const mark = nodes[index]?.marks?.[0];
    const key = JSON.stringify(mark);
    let end = index + 1;
    while (mark !== undefined && end < nodes.length && JSON.stringify(nodes[end]?.marks?.[0]) === key) end += 1;
    const run = nodes.slice(index, end);
    if (mark === undefined) result.push(...run.map(phrase));
    else result.push(...wrap(mark, run));
    index = end;
  }
  return result;
}

function wrap(mark: EditorMark, run: readonly EditorNode[]): PhrasingContent[] {
  const inner = run.map((node): EditorNode => ({ ...node, marks: node.marks?.slice(1) ?? [] }));
  switch (mark.type) {
    case "link":
      return [{ type: "link", url: attributeOf(mark, "href"), children: inline(inner) }];
    case "bold":
      return [{ type: "strong", children: inline(inner) }];
    case "italic":
      return [{ type: "emphasis", children: inline(inner) }];
    case "strike":
      return [{ type: "delete", children: inline(inner) }];
    default:
      return inner.map((node) => (node.text === undefined ? phrase(node) : { type: "inlineCode", value: node.text }));
  }
}

function phrase(node: EditorNode): PhrasingContent {
  switch (node.type) {
    case "hardBreak":
      return { type: "break" };
    case "formula":
      return { type: "inlineMath", value: attributeOf(node, "latex") };
    case "reference":
      return {
        type: "textDirective",
        name: "ref",
        attributes: {},
        children: [{ type: "text", value: attributeOf(node, "id") }],
      };
    default:
      return { type: "text", value: node.text ?? "" };
  }
}
