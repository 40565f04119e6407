/** The versions of QTI that are written. */
export type QtiVersion = "2.1" | "2.2" | "3.0";

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
/** Makes an element of QTI out of finished XML; names and attributes are those of QTI 2. */
export type Maker = (name: string, attributes?: Attributes, ...content: readonly string[]) => string;

/** Makes elements as a version spells them. */
export function makerFor(version: QtiVersion): Maker {
  const spelled = (name: string) => (version === "3.0" ? kebab(name) : name);
  const named = (name: string) => (version === "3.0" ? `qti-${kebab(name)}` : name);
  return (name, attributes = {}, ...content) => element(named(name), attributes, content, spelled);
}

/** An element of XHTML or of a manifest: spelled as it is. */
export const plain: Maker = (name, attributes = {}, ...content) => element(name, attributes, content, (own) => own);

function element(
  name: string,
  attributes: Attributes,
  content: readonly string[],
  spelled: (name: string) => string,
): string {
  const own = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${/^xml/.test(key) ? key : spelled(key)}="${xmlText(String(value))}"`)
    .join("");
  const inner = content.join("");
  return inner === "" ? `<${name}${own}/>` : `<${name}${own}>${inner}</${name}>`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Text for XML: escaped, without the characters that XML 1.0 forbids. */
export function xmlText(text: string): string {
  return allowed(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/** The text without control characters and halves of characters. */
export function allowed(text: string): string {
  return text.replace(/[\ud800-\udfff\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "");
}

/** An id as an identifier of XML, which doesn't begin with a digit. */
export function xmlId(id: string): string {
  return /^[a-z]/.test(id) ? id : `_${id}`;
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';
