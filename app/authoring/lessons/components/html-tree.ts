/** A fragment of foreign HTML, read tolerantly: comments, declarations and unknown entities never stop the reading. */
export interface HtmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: HtmlChild[];
}
export type HtmlChild = HtmlElement | string;

const token = /<!--[\s\S]*?(?:-->|$)|<![^>]*>|<\?[^>]*>|<(\/?)([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|[^<]+|</gi;
const attribute = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const empty = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"]);
/** Elements whose content is no text of the document. */
const raw = /<(style|script|xml|title|template|noscript|iframe|svg|math|object)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const closesItself: Readonly<Record<string, readonly string[]>> = {
  p: ["p"],
  li: ["li"],
  tr: ["tr", "td", "th"],
  td: ["td", "th"],
  th: ["td", "th"],
};

export function readHtml(source: string): HtmlElement {
  const root: HtmlElement = { tag: "", attributes: new Map(), children: [] };
  const open = [root];
  for (const match of source.replace(raw, "").matchAll(token)) {
    const [whole, slash, name, rest = ""] = match;
    const parent = open.at(-1) ?? root;
    if (name === undefined) {
      if (!/^<[!?]/.test(whole)) parent.children.push(decodeHtml(whole));
      continue;
    }
    const tag = name.toLowerCase();
    if (slash === "/") close(open, tag);
    else start(open, { tag, attributes: readAttributes(rest), children: [] }, rest.endsWith("/"));
  }
  return root;
}

function close(open: HtmlElement[], tag: string): void {
  const at = open.findLastIndex((element) => element.tag === tag);
  if (at > 0) open.length = at;
}

function start(open: HtmlElement[], element: HtmlElement, isClosed: boolean): void {
  const closed = closesItself[element.tag] ?? [];
  // A cell ends with its row, so this may close two.
  while (open.length > 1 && closed.includes(open.at(-1)?.tag ?? "")) open.pop();
  open.at(-1)?.children.push(element);
  if (!empty.has(element.tag) && !isClosed) open.push(element);
}

function readAttributes(source: string): Map<string, string> {
  return new Map(
    [...source.matchAll(attribute)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      decodeHtml(double ?? single ?? bare ?? ""),
    ]),
  );
}

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
  middot: "·",
  bull: "•",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  sect: "§",
  micro: "µ",
  times: "×",
  deg: "°",
  plusmn: "±",
};

function decodeHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
    },
  );
}

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const encodeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
