import { decodeHtmlEntities } from "./html-entities";

/** HTML as a small tree. The shape is that of an XML element, so that one converter reads both. */
export interface Markup {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (Markup | string)[];
}

interface Open {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: (Markup | string)[];
}

const empty = new Set([
  "br",
  "img",
  "hr",
  "input",
  "meta",
  "link",
  "col",
  "wbr",
  "source",
  "track",
  "area",
  "base",
  "embed",
]);
/** Elements whose content is no HTML: it ends at their own end tag. */
const raw = new Set(["script", "style", "textarea", "title", "xmp", "noembed", "iframe", "noframes"]);
/** What a start tag closes: a second `li` ends the first. */
const closes: Readonly<Record<string, { readonly ends: readonly string[]; readonly within: readonly string[] }>> = {
  li: { ends: ["li"], within: ["ul", "ol"] },
  tr: { ends: ["tr", "td", "th"], within: ["table"] },
  td: { ends: ["td", "th"], within: ["tr", "table"] },
  th: { ends: ["td", "th"], within: ["tr", "table"] },
  dt: { ends: ["dt", "dd"], within: ["dl"] },
  dd: { ends: ["dt", "dd"], within: ["dl"] },
  option: { ends: ["option"], within: ["select"] },
};
const blocks = new Set(
  "address article aside blockquote center div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul".split(
    " ",
  ),
);
const deepest = 100;

/** Reads HTML as browsers do, as far as question texts need it: nothing is an error, whatever isn't a tag is text. */
export function parseHtml(html: string): (Markup | string)[] {
  return new HtmlReader(html).read();
}

class HtmlReader {
  readonly #html: string;
  #at = 0;
  readonly #root: Open = { name: "", attributes: new Map(), children: [] };
  readonly #open: Open[] = [this.#root];

  constructor(html: string) {
    this.#html = html;
  }

  read(): (Markup | string)[] {
    while (this.#at < this.#html.length) {
      const next = this.#html.indexOf("<", this.#at);
      const end = next === -1 ? this.#html.length : next;
      this.#text(this.#html.slice(this.#at, end));
      this.#at = end;
      if (next !== -1) this.#markup();
    }
    return this.#root.children;
  }

  get #current(): Open {
    return this.#open.at(-1) ?? this.#root;
  }

  #text(text: string): void {
    if (text !== "") this.#current.children.push(decodeHtmlEntities(text));
  }

  /** Whatever begins with "<". */
  #markup(): void {
    if (this.#html.startsWith("<!--", this.#at)) this.#skipPast("-->", 4);
    else if (/^<[!?]/.test(this.#html.slice(this.#at, this.#at + 2))) this.#skipPast(">", 2);
    else if (/^<\/[a-z]/i.test(this.#html.slice(this.#at, this.#at + 3))) this.#endTag();
    else if (/^<[a-z]/i.test(this.#html.slice(this.#at, this.#at + 2))) this.#startTag();
    else {
      this.#text("<");
      this.#at += 1;
    }
  }

  #skipPast(mark: string, from: number): void {
    const end = this.#html.indexOf(mark, this.#at + from);
    this.#at = end === -1 ? this.#html.length : end + mark.length;
  }

  #name(): string {
    const start = this.#at;
    while (/[a-z0-9:_-]/i.test(this.#html.charAt(this.#at))) this.#at += 1;
    return this.#html.slice(start, this.#at).toLowerCase();
  }

  #endTag(): void {
    this.#at += 2;
    const name = this.#name();
    this.#skipPast(">", 0);
    const index = this.#open.findLastIndex((open) => open.name === name);
    if (index > 0) this.#open.length = index;
  }

  #startTag(): void {
    this.#at += 1;
    const name = this.#name();
    const { attributes, isClosed } = this.#attributes();
    this.#closeBefore(name);
    const element: Open = { name, attributes, children: [] };
    this.#current.children.push(element);
    if (raw.has(name) && !isClosed) this.#rawContent(element);
    else if (!empty.has(name) && !isClosed && this.#open.length < deepest) this.#open.push(element);
  }

  #closeBefore(name: string): void {
    const rule = closes[name];
    if (rule !== undefined) this.#closeUpTo(rule.ends, rule.within);
    if (blocks.has(name)) this.#closeUpTo(["p"], ["td", "th", "li", "div", "table"]);
  }

  #closeUpTo(ends: readonly string[], within: readonly string[]): void {
    for (let index = this.#open.length - 1; index > 0; index -= 1) {
      const { name } = this.#open[index] ?? this.#root;
      if (ends.includes(name)) this.#open.length = index;
      else if (within.includes(name)) return;
    }
  }

  #rawContent(element: Open): void {
    const end = this.#html.toLowerCase().indexOf(`</${element.name}`, this.#at);
    const stop = end === -1 ? this.#html.length : end;
    element.children.push(this.#html.slice(this.#at, stop));
    this.#at = stop;
    this.#skipPast(">", 0);
  }

  #attributes(): { attributes: Map<string, string>; isClosed: boolean } {
    const attributes = new Map<string, string>();
    let isClosed = false;
    while (this.#at < this.#html.length) {
      const sign = this.#html.charAt(this.#at);
      if (sign === ">") {
        this.#at += 1;
        break;
      }
      isClosed = sign === "/";
      if (/[\s/="']/.test(sign)) this.#at += 1;
      else this.#attribute(attributes);
    }
    return { attributes, isClosed };
  }

  #attribute(attributes: Map<string, string>): void {
    const start = this.#at;
    while (this.#at < this.#html.length && !/[\s/>=]/.test(this.#html.charAt(this.#at))) this.#at += 1;
    const name = this.#html.slice(start, this.#at).toLowerCase();
    const assignment = /^\s{0,20}=\s{0,20}/.exec(this.#html.slice(this.#at, this.#at + 50));
    if (assignment !== null) this.#at += assignment[0].length;
    const value = assignment === null ? "" : this.#value();
    if (!attributes.has(name)) attributes.set(name, decodeHtmlEntities(value));
  }

  #value(): string {
    const quote = this.#html.charAt(this.#at);
    if (quote === '"' || quote === "'") {
      const end = this.#html.indexOf(quote, this.#at + 1);
      const stop = end === -1 ? this.#html.length : end;
      const value = this.#html.slice(this.#at + 1, stop);
      this.#at = stop + 1;
      return value;
    }
    const start = this.#at;
    while (this.#at < this.#html.length && !/[\s>]/.test(this.#html.charAt(this.#at))) this.#at += 1;
    return this.#html.slice(start, this.#at);
  }
}
