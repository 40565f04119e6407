/** Text for XML: what XML can't hold at all is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\r/g, "&#13;")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}

export type Attributes = Readonly<Record<string, string>>;

/** An element with finished content; attributes without a value are left out. */
export function element(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== "")
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join("");
  return `<${name}${written}>${content}</${name}>`;
}

/** An element that holds a text as it is. */
export function plain(name: string, text: string | number, attributes: Attributes = {}): string {
  return element(name, attributes, escapeXml(String(text)));
}

/** An element with a `<text>` inside, as Moodle likes its names and answers. */
export function inText(name: string, text: string | number, attributes: Attributes = {}): string {
  return element(name, attributes, plain("text", text));
}
