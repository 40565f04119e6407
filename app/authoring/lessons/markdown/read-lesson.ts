import type { List, Nodes, Paragraph, PhrasingContent, RootContent, Table } from "mdast";
// These two add the nodes of directives and mathematics to Markdown's.
import type {} from "remark-directive";
import type {} from "remark-math";
import { lessonReader } from "../../../markup/lesson-reader";
import { calloutKinds, type EditorMark, type EditorNode, figureAttributes, headingLevels } from "./editor-node";
import { tidyNode } from "./tidy-node";

export type ReadLesson =
  /** `sources`: the text of each block, found by `blockKey`, so that untouched blocks are written as they were. */
  | { readonly ok: true; readonly doc: EditorNode; readonly sources: ReadonlyMap<string, string> }
  /** Kinds of Markdown that the editor has no node for. Such a lesson is written as Markdown. */
  | { readonly ok: false; readonly unsupported: readonly string[] };

export const blockKey = (block: EditorNode) => JSON.stringify(block);

/** Reads a lesson's Markdown into the editor's document, or says what the editor can't hold. */
export function readLesson(markdown: string): ReadLesson {
  const tree = lessonReader.parse(markdown);
  const reading = new Reading(markdown);
  const sources = new Map<string, string>();
  const blocks = tree.children.flatMap((node) => {
    const block = tidyNode({ type: "doc", content: reading.block(node) }).content?.[0];
    if (block === undefined) return [];
    sources.set(blockKey(block), reading.sourceOf(node));
    return [block];
  });
  if (reading.unsupported.size > 0) return { ok: false, unsupported: [...reading.unsupported] };
  return { ok: true, doc: { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] }, sources };
}

type Directive = Extract<Nodes, { type: "containerDirective" }>;
type Child = RootContent;

class Reading {
  readonly unsupported = new Set<string>();
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  sourceOf(node: Nodes): string {
    return this.#source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  }

  block(node: Child): EditorNode[] {
    if (node.type === "paragraph") return [this.#paragraph(node)];
    if (node.type === "list") return [this.#list(node)];
    if (node.type === "blockquote") return [{ type: "blockquote", content: this.#blocks(node.children) }];
    if (node.type === "thematicBreak") return [{ type: "horizontalRule" }];
    if (node.type === "math") return [{ type: "formulaBlock", attrs: { latex: node.value } }];
    if (node.type === "table") return [this.#table(node)];
    if (node.type === "containerDirective") return this.#container(node);
    return this.#rareBlock(node);
  }

  #rareBlock(node: Child): EditorNode[] {
    if (node.type === "leafDirective")
      return [{ type: "paragraph", content: [{ type: "text", text: this.sourceOf(node) }] }];
    if (node.type === "heading" && headingLevels.some((level) => level === node.depth))
      return [{ type: "heading", attrs: { level: node.depth }, content: this.#inline(node.children, []) }];
    if (node.type === "code" && node.meta == null) {
      const content = node.value === "" ? [] : [{ type: "text", text: node.value }];
      return [{ type: "codeBlock", attrs: { language: node.lang ?? null }, content }];
    }
    return this.#refuse(node.type === "heading" ? `heading ${node.depth}` : node.type);
  }

  #refuse(what: string): [] {
    this.unsupported.add(what);
    return [];
  }

  #blocks(nodes: readonly Child[]): EditorNode[] {
    return nodes.flatMap((node) => this.block(node));
  }

  /** `$$ … $$` alone in its paragraph is a formula of its own, as for the renderer. */
  #paragraph(node: Paragraph): EditorNode {
    const [only] = node.children;
    if (node.children.length === 1 && only?.type === "inlineMath" && this.sourceOf(only).startsWith("$$"))
      return { type: "formulaBlock", attrs: { latex: only.value } };
    return { type: "paragraph", content: this.#inline(node.children, []) };
  }

  #list(list: List): EditorNode {
    if (list.children.some(({ checked }) => checked != null)) this.#refuse("task list");
    const content = list.children.map((item) => ({ type: "listItem", content: this.#blocks(item.children) }));
    if (list.ordered !== true) return { type: "bulletList", content };
    return { type: "orderedList", attrs: { start: list.start ?? 1 }, content };
  }

  /** Rows that are too short are filled up: the editor's tables are whole. */
  #table(table: Table): EditorNode {
    const width = Math.max(0, ...table.children.map(({ children }) => children.length));
    const content = table.children.map((row, index) => ({
      type: "tableRow",
      content: Array.from({ length: width }, (_, column) => ({
        type: index === 0 ? "tableHeader" : "tableCell",
        content: [{ type: "paragraph", content: this.#inline(row.children[column]?.children ?? [], []) }],
      })),
    }));
    return { type: "table", content };
  }

  #container(node: Directive): EditorNode[] {
    const [first, ...rest] = node.children;
    if (first?.type !== "paragraph" || first.data?.directiveLabel !== true)
      return this.#labelled(node, [], node.children);
    return this.#labelled(node, this.#inline(first.children, []), rest);
  }

  #labelled(node: Directive, label: EditorNode[], body: readonly Child[]): EditorNode[] {
    if (node.name === "figure" && body === node.children) return this.#figure(node);
    if (Object.keys(node.attributes ?? {}).length > 0) return this.#refuse(`:::${node.name} with attributes`);
    if (node.name === "table") return this.#captioned(label, body);
    const kind = calloutKinds.find((name) => name === node.name);
    if (kind === undefined) return this.#refuse(`:::${node.name}`);
    const content = [{ type: "calloutTitle", content: label }, ...this.#blocks(body)];
    return [{ type: "callout", attrs: { kind }, content }];
  }

  #figure(node: Directive): EditorNode[] {
    const attributes = node.attributes ?? {};
    const known: readonly string[] = figureAttributes;
    const [caption, ...more] = node.children;
    if (more.length > 0 || (caption !== undefined && caption.type !== "paragraph"))
      return this.#refuse("a caption of several paragraphs");
    if (Object.keys(attributes).some((name) => !known.includes(name)))
      return this.#refuse("a figure with other attributes");
    const attrs = Object.fromEntries(figureAttributes.map((name) => [name, attributes[name] ?? ""]));
    return [{ type: "figure", attrs, content: caption === undefined ? [] : this.#inline(caption.children, []) }];
  }

  #captioned(label: EditorNode[], body: readonly Child[]): EditorNode[] {
    const [table, ...foot] = body;
    if (table?.type !== "table" || foot.some(({ type }) => type !== "paragraph"))
      return this.#refuse(":::table with other content");
    const content = [{ type: "tableCaption", content: label }, this.#table(table), ...this.#blocks(foot)];
    return [{ type: "captionedTable", content }];
  }

  #inline(nodes: readonly PhrasingContent[], marks: readonly EditorMark[]): EditorNode[] {
    return nodes.flatMap((node) => this.#phrase(node, marks));
  }

  #phrase(node: PhrasingContent, marks: readonly EditorMark[]): EditorNode[] {
    const marked = (type: string, attrs?: EditorMark["attrs"]) => [
      ...marks,
      attrs === undefined ? { type } : { type, attrs },
    ];
    if (node.type === "text") return [{ type: "text", text: node.value, marks }];
    if (node.type === "strong") return this.#inline(node.children, marked("bold"));
    if (node.type === "emphasis") return this.#inline(node.children, marked("italic"));
    if (node.type === "delete") return this.#inline(node.children, marked("strike"));
    if (node.type === "link") return this.#inline(node.children, marked("link", { href: node.url }));
    if (node.type === "inlineCode") return [{ type: "text", text: node.value, marks: marked("code") }];
    if (node.type === "break") return [{ type: "hardBreak", marks }];
    if (node.type === "inlineMath") return [{ type: "formula", attrs: { latex: node.value }, marks }];
    return this.#rarePhrase(node, marks);
  }

  #rarePhrase(node: PhrasingContent, marks: readonly EditorMark[]): EditorNode[] {
    if (node.type !== "textDirective") return this.#refuse(node.type);
    if (node.name !== "ref") return [{ type: "text", text: this.sourceOf(node), marks }];
    const [id] = node.children;
    const isPlain = node.children.length === 1 && Object.keys(node.attributes ?? {}).length === 0;
    if (!isPlain || id?.type !== "text") return this.#refuse(":ref with other content");
    return [{ type: "reference", attrs: { id: id.value }, marks }];
  }
}
