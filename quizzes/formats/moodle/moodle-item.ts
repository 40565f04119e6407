import { type Collector, ItemLost } from "../collector";
import { escapeMarkdown } from "../escape-markdown";
import { escapeHtml, exactMarkdown } from "../markdown-to-html";
import { htmlToMarkdown } from "../html-to-markdown";
import { attribute, childrenOf, type Element, type Node } from "../qti/xml";

/** Where Moodle keeps the files of a text. */
const pluginFile = "@@PLUGINFILE@@/";
export const pictureAddress = (name: string) => `${pluginFile}${name}`;

/** One `<question>` of a Moodle file while it is read. */
export class MoodleItem {
  readonly element: Element;
  readonly name: string;
  readonly collector: Collector;

  constructor(element: Element, collector: Collector, position: number) {
    this.element = element;
    this.collector = collector;
    const [name] = childrenOf(element, "name");
    this.name = (name === undefined ? "" : this.raw(name)) || `question ${String(position)}`;
  }

  lost(what: string, why: string): void {
    this.collector.lost(this.name, what, why);
  }

  child(name: string): Element | undefined {
    return childrenOf(this.element, name)[0];
  }

  children(name: string): Element[] {
    return childrenOf(this.element, name);
  }

  /** What a plain element such as `<usecase>` says; empty when it isn't there. */
  value(name: string): string {
    const element = this.child(name);
    return element === undefined ? "" : content(element).trim();
  }

  flag(name: string): boolean {
    return ["1", "true", "yes"].includes(this.value(name).toLowerCase());
  }

  number(name: string): number | null {
    return numberIn(this.value(name));
  }

  /** The characters of an element's `<text>`, or its own, as they are written. */
  raw(element: Element): string {
    const [text] = childrenOf(element, "text");
    return content(text ?? element).trim();
  }

  /** The text of a child element as Markdown; empty when it isn't there. */
  text(name: string): string {
    const element = this.child(name);
    return element === undefined ? "" : this.markdown(element);
  }

  /** An element with a `<text>`, a format and perhaps files, as Markdown. */
  markdown(element: Element): string {
    return this.formatted(element, this.raw(element), attribute(element, "format"));
  }

  /** Feedback inside an answer. */
  feedback(answer: Element): string {
    const [feedback] = childrenOf(answer, "feedback");
    return feedback === undefined ? "" : this.markdown(feedback);
  }

  /** A text in one of Moodle's formats, with the files of an element. */
  formatted(element: Element, text: string, format: string): string {
    switch (format.toLowerCase()) {
      case "plain_text":
        return escapeMarkdown(text);
      case "markdown":
        return text.replace(/!\[([^[\]]*)\]\(@@PLUGINFILE@@\/([^)\s]+)\)/g, (_, alt: string, file: string) => {
          const name = this.#picture(element, pluginFile + file);
          return name === null ? alt : `![${alt}](picture:${name})`;
        });
      case "moodle_auto_format":
        return this.#html(element, /<(p|br|div|ul|ol|table)\b/i.test(text) ? text : text.replace(/\r?\n/g, "<br />"));
      default:
        return this.#html(element, text);
    }
  }

  #html(element: Element, html: string): string {
    const exact = exactMarkdown(html, pictureAddress);
    if (exact !== null) {
      for (const [, name = ""] of exact.matchAll(/\(picture:([^)\s]+)\)/g)) this.#picture(element, pluginFile + name);
      return exact;
    }
    return htmlToMarkdown(html, {
      picture: (address) => this.#picture(element, address),
      lost: (what, why) => {
        this.lost(what, why);
      },
    });
  }

  #picture(element: Element, address: string): string | null {
    const inline = /^data:image\/[a-z+.-]+;base64,([\s\S]+)$/i.exec(address)?.[1];
    if (inline !== undefined) return this.keepFile(inline, "a picture inside the text");
    if (!address.startsWith(pluginFile)) {
      this.lost(
        `the picture "${address.slice(0, 80)}"`,
        "only pictures inside the file are taken, none from elsewhere",
      );
      return null;
    }
    const name = decodedName(address.slice(pluginFile.length));
    const file = childrenOf(element, "file").find((candidate) => attribute(candidate, "name") === name);
    if (file === undefined) {
      this.lost(`the picture "${name}"`, "the file isn't there");
      return null;
    }
    return this.keepFile(content(file), `the picture "${name}"`);
  }

  /** Base64 of a picture -> its name in the model; anything else is reported. */
  keepFile(base64: string, what: string): string | null {
    const name = this.collector.keepPicture(new Uint8Array(Buffer.from(base64, "base64")));
    if (name === null) this.lost(what, "it is no PNG, JPEG, GIF or WebP picture");
    return name;
  }

  /** Files that no text shows, such as sound behind a link. */
  reportOtherFiles(): void {
    for (const holder of [
      this.element,
      ...childrenOf(this.element),
      ...childrenOf(this.element, "answer").flatMap((a) => childrenOf(a)),
    ]) {
      for (const file of childrenOf(holder, "file")) {
        const name = attribute(file, "name");
        if (!/\.(png|jpe?g|gif|webp)$/i.test(name)) this.lost(`the file "${name}"`, "only pictures are taken over");
      }
    }
  }
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    // A name with a plain per cent sign.
    return name;
  }
}

/** All characters of an element. Elements inside, as some programs write HTML without escaping it, become HTML again. */
export function content(element: Element): string {
  return element.children.map(markup).join("");
}

function markup(node: Node): string {
  if (typeof node === "string") return node;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapeHtml(value)}"`).join("");
  return `<${node.name}${attributes}>${node.children.map((c) => (typeof c === "string" ? escapeHtml(c) : markup(c))).join("")}</${node.name}>`;
}

/** A number with point or comma, null for anything else. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replace(",", ".");
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/** Per cent of an answer, as hundredths of the mark within the bounds. */
export function shareOf(answer: Element, least: number): number {
  const fraction = numberIn(attribute(answer, "fraction")) ?? 0;
  return Math.min(100, Math.max(least, hundredths(fraction)));
}

/** Whole hundredths; halves go away from nothing, so that -12.5 mirrors 12.5. */
export function hundredths(percent: number): number {
  const rounded = Math.sign(percent) * Math.round(Math.abs(percent));
  return rounded === 0 ? 0 : rounded;
}

/** For kinds that need an answer with the whole mark. */
export function requireWhole(shares: readonly number[]): void {
  if (!shares.includes(100)) throw new ItemLost("the whole question", "no answer earns the whole mark");
}
