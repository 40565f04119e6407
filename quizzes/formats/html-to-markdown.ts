import { type Emphasis, marks, settleEmphasis } from "./emphasis";
import { escapeLineStart, escapeMarkdown } from "./escape-markdown";
import { convertTable } from "./html-table";
import { escapeWithMath, oneMath } from "./math-delimiters";
import { type Markup, parseHtml } from "./parse-html";
import { texOf } from "./qti/mathml";
import { scriptText } from "./sub-superscript";

/** What the text's surroundings know. */
export interface HtmlContext {
  /** Name of the picture behind an address, or null when there is none; the reason is reported there. */
  readonly picture: (address: string) => string | null;
  readonly lost: (what: string, why: string) => void;
}

type Nodes = readonly (Markup | string)[];

const paragraphs = new Set(
  "p div section article header footer main aside nav address center figure figcaption fieldset form details summary dl dt dd body html tbody caption".split(
    " ",
  ),
);
const codeNames = new Set(["code", "kbd", "samp", "tt"]);
const headings = /^h[1-6]$/;
const blockNames = new Set([...paragraphs, "ul", "ol", "table", "pre", "blockquote", "hr"]);
const emphases: Readonly<Record<string, Emphasis>> = {
  strong: "strong",
  b: "strong",
  em: "em",
  i: "em",
  cite: "em",
  del: "del",
  s: "del",
  strike: "del",
};
/** Left out with everything in them. */
const dropped: Readonly<Record<string, string>> = {
  script: "programs aren't taken over",
  style: "style sheets aren't taken over",
  iframe: "pages of other sites aren't shown inside a question",
  object: "embedded objects aren't shown",
  embed: "embedded objects aren't shown",
  applet: "embedded objects aren't shown",
  audio: "a question's text holds no sound",
  video: "a question's text holds no film",
  svg: "drawings inside the HTML aren't taken over; save them as a picture",
  canvas: "drawings inside the HTML aren't taken over; save them as a picture",
  input: "a question's text holds no form fields",
  select: "a question's text holds no form fields",
  textarea: "a question's text holds no form fields",
  button: "a question's text holds no form fields",
  head: "a page's head says nothing to a learner",
  meta: "a page's head says nothing to a learner",
  link: "a page's head says nothing to a learner",
  title: "a page's head says nothing to a learner",
};

/** HTML of a question's text as Markdown of this platform. What Markdown can't say is reported, its words are kept. */
export function htmlToMarkdown(html: string, context: HtmlContext): string {
  return markupToMarkdown(parseHtml(html), context);
}

/** The same for a tree that is already read. */
export function markupToMarkdown(nodes: Nodes, context: HtmlContext): string {
  return new Converter(context).blocks(nodes).join("\n\n").trim();
}

class Converter {
  readonly #context: HtmlContext;
  constructor(context: HtmlContext) {
    this.#context = context;
  }

  /** Paragraphs, lists and tables in their order; inline parts between them become paragraphs. */
  blocks(nodes: Nodes): string[] {
    const found: string[] = [];
    let run: (Markup | string)[] = [];
    const flush = () => {
      const text = this.#paragraph(run);
      if (text !== "") found.push(text);
      run = [];
    };
    for (const node of nodes) {
      if (typeof node === "string" || !this.#isBlock(node)) run.push(node);
      else {
        flush();
        found.push(...this.#block(node));
      }
    }
    flush();
    return found;
  }

  /** Inline elements that hold blocks are taken apart like blocks. */
  #isBlock(node: Markup): boolean {
    if (blockNames.has(node.name) || headings.test(node.name)) return true;
    if (node.name in dropped || node.name === "math") return false;
    return node.children.some((child) => typeof child !== "string" && this.#isBlock(child));
  }

  #paragraph(nodes: Nodes): string {
    const settled = settleEmphasis(this.#inline(nodes), (emphasis) => {
      this.#context.lost(
        emphasis === "strong" ? "bold text" : emphasis === "em" ? "italic text" : "struck text",
        "Markdown can't mark a part of a word that begins or ends with a sign",
      );
    });
    const lines = settled
      .replace(/[ \t]*\ue020[ \t]*/g, "\ue020")
      .replace(/^[\s\ue020]+|[\s\ue020]+$/g, "")
      .replace(/[ \t]{2,}/g, " ")
      .split("\ue020");
    return lines.map(escapeLineStart).join("\\\n");
  }

  #block(node: Markup): string[] {
    this.#checkAttributes(node);
    const { name } = node;
    if (name === "ul" || name === "ol") return this.#list(node);
    if (name === "table") return this.#table(node);
    if (name === "pre") return this.#pre(node);
    if (name === "hr") {
      this.#context.lost("a horizontal rule", "texts of questions have none");
      return [];
    }
    if (headings.test(name)) {
      this.#context.lost(`a heading (${name})`, "texts of questions have no headings; it is a bold paragraph now");
      return this.blocks([{ name: "strong", attributes: new Map(), children: node.children }]);
    }
    if (name === "blockquote") this.#context.lost("a quotation", "texts of questions have none; it is a paragraph now");
    return this.blocks(node.children);
  }

  #list(node: Markup): string[] {
    const items = node.children.filter((child) => typeof child !== "string" || child.trim() !== "");
    const lines = items.map((item, index) => {
      const mark = node.name === "ol" ? `${String(index + 1)}. ` : "- ";
      const isItem = typeof item !== "string" && item.name === "li";
      if (isItem) this.#checkAttributes(item);
      const parts = this.blocks(isItem ? item.children : [item]);
      const isTight = parts.slice(1).every((part) => /^(- |1\. )/.test(part));
      const text = parts.join(isTight ? "\n" : "\n\n").replace(/\n(?!\n)/g, `\n${" ".repeat(mark.length)}`);
      return `${mark}${text}`;
    });
    return lines.length === 0 ? [] : [lines.join("\n")];
  }

  #table(node: Markup): string[] {
    return convertTable(node, {
      lost: this.#context.lost,
      paragraphs: (nodes) => this.blocks(nodes),
      cell: (nodes) => this.blocks(nodes).join(" ").replace(/\\?\n/g, " ").replace(/\|/g, "\\|"),
    });
  }

  #pre(node: Markup): string[] {
    const text = rawText(node).replace(/^\n|\s+$/g, "");
    if (text.trim() === "") return [];
    const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
    return [`${fence}\n${text}\n${fence}`];
  }

  #inline(nodes: Nodes): string {
    return nodes.map((node) => (typeof node === "string" ? this.#text(node) : this.#element(node))).join("");
  }

  #text(text: string): string {
    return escapeWithMath(
      text.replace(/[\ue010-\ue020]/g, "").replace(/[ \t\n\r\f]+/g, " "),
      escapeMarkdown,
      this.#context.lost,
    );
  }

  #element(node: Markup): string {
    this.#checkAttributes(node);
    if (!Object.hasOwn(dropped, node.name)) return this.#kept(node);
    this.#context.lost(`<${node.name}>`, dropped[node.name] ?? "");
    return "";
  }

  #kept(node: Markup): string {
    switch (node.name) {
      case "br":
        return "\ue020";
      case "img":
        return this.#picture(node);
      case "a":
        return this.#link(node);
      case "sub":
      case "sup":
        return scriptText(node.name, rawText(node));
      case "math":
        return this.#math(node);
      default:
        return codeNames.has(node.name) ? codeSpan(rawText(node)) : this.#emphasised(node);
    }
  }

  #emphasised(node: Markup): string {
    if (node.name === "u") this.#context.lost("underlined text", "Markdown has no underlining; the words are kept");
    const emphasis = Object.hasOwn(emphases, node.name) ? emphases[node.name] : undefined;
    const inner = this.#inline(node.children);
    if (emphasis === undefined) return inner;
    const [open, close] = marks[emphasis];
    // Bold inside bold says nothing; emphasis doesn't reach over a line break's end.
    return `${open}${inner.replaceAll(open, "").replaceAll(close, "")}${close}`;
  }

  #math(node: Markup): string {
    const tex = texOf(node);
    if (tex !== null) return oneMath(tex, this.#context.lost);
    this.#context.lost("a formula in MathML", "it uses more than the converter knows; its signs are kept as text");
    return escapeMarkdown(rawText(node).replace(/\s+/g, " "));
  }

  #picture(node: Markup): string {
    const address = node.attributes.get("src") ?? "";
    const name = this.#context.picture(address);
    const alt = node.attributes.get("alt");
    if (name === null) return alt === undefined ? "" : escapeMarkdown(alt);
    if (alt === undefined) {
      this.#context.lost(
        "the description of a picture",
        "the source gives none; write one for people who don't see it",
      );
    }
    return `![${escapeMarkdown((alt ?? "").replace(/\s+/g, " ").trim())}](picture:${name})`;
  }

  #link(node: Markup): string {
    const address = (node.attributes.get("href") ?? "").trim();
    const text = this.#inline(node.children);
    if (address === "" || text.trim() === "") return text;
    if (!/^(https?:\/\/|mailto:)[^\s<>"\\]+$/i.test(address)) {
      this.#context.lost(
        `a link to "${address.slice(0, 80)}"`,
        "only the addresses of http, https and mailto links are kept; the words are",
      );
      return text;
    }
    const plain = rawText(node).trim();
    if ([plain, `http://${plain}`, `mailto:${plain}`].includes(address)) return text;
    this.#context.lost(
      `a link to "${address.slice(0, 80)}"`,
      "texts of questions have no links; its address stands behind the words",
    );
    return `${text.trimEnd()} (${escapeMarkdown(address)})`;
  }

  #checkAttributes({ attributes }: Markup): void {
    for (const [name] of attributes) {
      if (/^on[a-z]/.test(name)) this.#context.lost(`an event handler (${name})`, "programs aren't taken over");
      if (name === "style") this.#context.lost("formatting (style)", "colours, sizes and positions aren't taken over");
    }
  }
}

function codeSpan(text: string): string {
  const code = text.replace(/\s+/g, " ").trim();
  if (code === "") return "";
  const fence = "`".repeat(Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  const blank = code.startsWith("`") || code.endsWith("`") ? " " : "";
  return `${fence}${blank}${code}${blank}${fence}`;
}

function rawText(node: Markup | string): string {
  if (typeof node === "string") return node;
  return node.name === "br" ? "\n" : node.children.map(rawText).join("");
}
