import type { Nodes as HtmlNodes, Root } from "hast";
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
import type { LessonFault } from "./lesson-fault";
import { inlineSchema, setIndices } from "./safe-html";
import { setPictures } from "./set-pictures";
import { setCells } from "./set-table";
import { walk } from "./walk";

/** Markdown that a stem must not start by accident: "4. …" and "- 5 °C" are texts here, "<5 mGy" is no tag. */
const disabled = [
  "autolink",
  "blockQuote",
  "codeFenced",
  "codeIndented",
  "definition",
  "headingAtx",
  "htmlFlow",
  "htmlText",
  "labelStartLink",
  "list",
  "setextUnderline",
  "thematicBreak",
];

function plainBlocks(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: disabled } }];
}

const labelSchema: Schema = {
  ...inlineSchema,
  tagNames: [...(inlineSchema.tagNames ?? []), "img"],
  attributes: { ...inlineSchema.attributes, img: ["src", "alt"] },
  protocols: { src: ["picture"] },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(plainBlocks)
  .use(remarkRehype)
  .use(rehypeSanitize, labelSchema)
  .use(rehypeKatex, mathsOptions)
  .use(rehypeStringify)
  .freeze();

const rendered = new BoundedCache<string>(8 * 1_048_576);

/**
 * Safe HTML of a question's label or feedback: inline Markdown with `$…$`, pictures and tables. One paragraph comes
 * without its `p`, so that it can stand inside a label.
 */
export function renderInline(markdown: string): string {
  const known = rendered.get(markdown);
  if (known !== undefined) return known;
  const { tree } = buildTree(markdown);
  const html = processor.stringify(withoutOnlyParagraph(tree));
  rendered.set(markdown, html, (markdown.length + html.length) * 2);
  return html;
}

/** What of a text can't be shown as it is meant: formulae that can't be read. */
export function checkInline(markdown: string): LessonFault[] {
  return buildTree(markdown).faults;
}

function buildTree(markdown: string): { tree: Root; faults: LessonFault[] } {
  const tree = processor.runSync(processor.parse(markdown));
  setIndices(tree);
  setPictures(tree);
  setTables(tree);
  return { tree, faults: finishHtml(tree) };
}

function setTables(tree: Root): void {
  walk<HtmlNodes>(tree, (node) => {
    if (node.type === "element" && node.tagName === "table") setCells(node, true);
  });
}

function withoutOnlyParagraph(tree: Root): Root {
  const blocks = tree.children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const [only] = blocks;
  if (blocks.length === 1 && only?.type === "element" && only.tagName === "p")
    return { type: "root", children: only.children };
  return tree;
}
