import { encodeHtml, type HtmlChild, type HtmlElement, readHtml } from "./html-tree";
import { linkAddress } from "./link-address";
import { raiseText } from "./raised-text";

export interface CleanedPaste {
  /** Only headings 2 to 4, paragraphs, lists, tables, quotes, bold, italic, strike, links and line breaks. */
  readonly html: string;
  /** Pictures can't be pasted: they need an alternative text and a source, so they are uploaded. */
  readonly droppedPictures: number;
}

/** What Word, Google Docs and web pages put on the clipboard, as the few elements that a lesson can hold. */
export function cleanPastedHtml(html: string): CleanedPaste {
  const cleaning = new Cleaning();
  const whole = readHtml(html);
  cleaning.findTopHeading(whole);
  const cleaned = cleaning.blocks(whole.children);
  return { html: cleaned, droppedPictures: cleaning.pictures };
}

const blockTags = new Set(
  "p div section article main header footer ul ol li table h1 h2 h3 h4 h5 h6 blockquote pre dl dt dd figure".split(" "),
);
const isElement = (child: HtmlChild): child is HtmlElement => typeof child !== "string";
const styleOf = (element: HtmlElement) => element.attributes.get("style") ?? "";

interface FakeItem {
  readonly element: HtmlElement;
  /** Word's name of the list. */
  readonly list: string;
  readonly level: number;
}

/** A paragraph that Word shows as an item of a list, with its level from 1 on. */
function fakeItem(child: HtmlChild): FakeItem | null {
  if (!isElement(child) || child.tag !== "p") return null;
  const [, list = "", level] = /mso-list:\s*(\S+)\s+level(\d+)/i.exec(styleOf(child)) ?? [];
  return level === undefined ? null : { element: child, list, level: Number(level) };
}

const isMarker = (child: HtmlChild) => isElement(child) && /mso-list:\s*ignore/i.test(styleOf(child));

function textOf(child: HtmlChild): string {
  return isElement(child) ? child.children.map(textOf).join("") : child;
}

/** The sign or number that Word wrote before an item. */
function markerOf(element: HtmlElement): string {
  const marker = element.children.find(isMarker);
  if (marker !== undefined) return textOf(marker).trim();
  return (
    element.children
      .filter(isElement)
      .map(markerOf)
      .find((text) => text !== "") ?? ""
  );
}

class Cleaning {
  pictures = 0;
  /** Levels that headings go down, because the page has the only one of the first level. */
  #shift = 0;

  findTopHeading(element: HtmlElement): void {
    if (element.tag === "h1") this.#shift = 1;
    for (const child of element.children) if (isElement(child)) this.findTopHeading(child);
  }

  blocks(children: readonly HtmlChild[]): string {
    let html = "";
    let loose: HtmlChild[] = [];
    const endLoose = () => {
      html += this.#paragraph(loose);
      loose = [];
    };
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index] as HtmlChild;
      if (fakeItem(child) !== null) {
        endLoose();
        const end = this.#endOfList(children, index);
        html += this.#fakeList(children.slice(index, end));
        index = end - 1;
      } else if (isElement(child) && this.#holdsBlocks(child)) {
        endLoose();
        html += this.#block(child);
      } else loose.push(child);
    }
    endLoose();
    return html;
  }

  #endOfList(children: readonly HtmlChild[], from: number): number {
    const list = fakeItem(children[from] ?? "")?.list;
    let end = from;
    while (end < children.length) {
      const child = children[end] as HtmlChild;
      const item = fakeItem(child);
      if (item === null ? textOf(child).trim() !== "" : item.list !== list) break;
      end += 1;
    }
    return end;
  }

  #holdsBlocks(element: HtmlElement): boolean {
    return blockTags.has(element.tag) || element.children.some((child) => isElement(child) && this.#holdsBlocks(child));
  }

  #block(element: HtmlElement): string {
    const { tag, children } = element;
    if (tag === "ul" || tag === "ol") return this.#list(element);
    if (tag === "table") return this.#table(element);
    if (tag === "blockquote") return `<blockquote>${this.blocks(children)}</blockquote>`;
    const level = /^h([1-6])$/.exec(tag)?.[1];
    if (level !== undefined) return this.#heading(children, Number(level));
    if (tag === "p" && !children.some((child) => isElement(child) && this.#holdsBlocks(child)))
      return this.#paragraph(children);
    return this.blocks(children);
  }

  #heading(children: readonly HtmlChild[], level: number): string {
    const depth = Math.min(4, Math.max(2, level + this.#shift));
    const text = this.#inline(children).trim();
    return text === "" ? "" : `<h${depth}>${text}</h${depth}>`;
  }

  #paragraph(children: readonly HtmlChild[]): string {
    const text = this.#inline(children).replace(/^(\s|<br>)+|(\s|<br>)+$/g, "");
    return text === "" ? "" : `<p>${text}</p>`;
  }

  /** A list; what stands between its items, such as a list straight in a list, belongs to the item before. */
  #list({ tag, children }: HtmlElement): string {
    const items: string[] = [];
    for (const child of children.filter(isElement)) {
      const content = child.tag === "li" ? this.blocks(child.children) : this.blocks([child]);
      if (child.tag === "li") items.push(content === "" ? "<p></p>" : content);
      else items.push(`${items.pop() ?? ""}${content}`);
    }
    return items.length === 0 ? "" : `<${tag}>${items.map((item) => `<li>${item}</li>`).join("")}</${tag}>`;
  }

  #fakeList(children: readonly HtmlChild[]): string {
    const items = children.flatMap((child) => fakeItem(child) ?? []);
    return this.#nest(items, 0, items[0]?.level ?? 1).html;
  }

  /** Items of one level from `from` on; deeper ones go into the item before them. */
  #nest(items: readonly FakeItem[], from: number, level: number) {
    const tag = /^(\d+|[a-z]{1,4})[.)]$/i.test(markerOf((items[from] as FakeItem).element)) ? "ol" : "ul";
    let html = `<${tag}>`;
    let at = from;
    while (at < items.length) {
      const item = items[at] as FakeItem;
      if (item.level < level) break;
      let content = this.#paragraph(item.element.children);
      at += 1;
      if ((items[at]?.level ?? 0) > item.level) {
        const deeper = this.#nest(items, at, items[at]?.level ?? level);
        content += deeper.html;
        at = deeper.at;
      }
      html += `<li>${content}</li>`;
    }
    return { html: `${html}</${tag}>`, at };
  }

  /** The first row becomes the head; a cell is one line, because Markdown's are. */
  #table(table: HtmlElement): string {
    const rows = this.#rowsIn(table).map((row) =>
      row.children.filter(isElement).filter(({ tag }) => /^t[dh]$/.test(tag)),
    );
    const lines = rows
      .filter((cells) => cells.length > 0)
      .map((cells, index) => {
        const tag = index === 0 ? "th" : "td";
        return `<tr>${cells.map((cell) => `<${tag}><p>${this.#cell(cell)}</p></${tag}>`).join("")}</tr>`;
      });
    return lines.length === 0 ? "" : `<table><tbody>${lines.join("")}</tbody></table>`;
  }

  #rowsIn(element: HtmlElement): HtmlElement[] {
    return element.children
      .filter(isElement)
      .flatMap((child) => (child.tag === "tr" ? [child] : child.tag === "table" ? [] : this.#rowsIn(child)));
  }

  #cell(cell: HtmlElement): string {
    const parts = cell.children.map((child) => this.#inline([child]).replaceAll("<br>", " ").trim());
    return parts.filter(Boolean).join(" ");
  }

  #inline(children: readonly HtmlChild[]): string {
    return children.map((child) => this.#phrase(child)).join("");
  }

  #phrase(child: HtmlChild): string {
    if (!isElement(child)) return encodeHtml(child.replace(/[\s\u00a0]+/g, " "));
    if (isMarker(child)) return "";
    if (child.tag === "br") return "<br>";
    if (child.tag === "img" || child.tag === "v:imagedata") {
      this.pictures += 1;
      return "";
    }
    if (child.tag === "sup" || child.tag === "sub") return encodeHtml(raiseText(textOf(child), child.tag));
    return this.#marked(child, this.#inline(child.children));
  }

  #marked(element: HtmlElement, inner: string): string {
    const { tag } = element;
    if (inner.trim() === "") return inner;
    const href = tag === "a" ? linkAddress(element.attributes.get("href") ?? "") : null;
    const style = styleOf(element);
    let html = inner;
    if (href !== null) html = `<a href="${encodeHtml(href)}">${html}</a>`;
    if (isBold(tag, style)) html = `<strong>${html}</strong>`;
    if (isItalic(tag, style)) html = `<em>${html}</em>`;
    if (tag === "s" || tag === "strike" || tag === "del") html = `<s>${html}</s>`;
    return html;
  }
}

/** Google Docs wraps everything in a `<b>` of normal weight. */
function isBold(tag: string, style: string): boolean {
  const weight = /(?:^|[;\s])font-weight:\s*(\w+)/i.exec(style)?.[1];
  if (weight !== undefined) return weight === "bold" || Number(weight) >= 600;
  return tag === "b" || tag === "strong";
}

function isItalic(tag: string, style: string): boolean {
  const slant = /(?:^|[;\s])font-style:\s*(\w+)/i.exec(style)?.[1];
  return slant === undefined ? tag === "i" || tag === "em" : slant === "italic";
}
