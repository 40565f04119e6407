type Lost = (what: string, why: string) => void;

// What Moodle's MathJax and TeX filters read: \( \), \[ \], $$ $$ and [tex] [/tex].
const formula =
  /\\\(([\s\S]{1,4000}?)\\\)|\\\[([\s\S]{1,4000}?)\\\]|\$\$([\s\S]{1,4000}?)\$\$|\[tex\]([\s\S]{1,4000}?)\[\/tex\]/gi;

/** One formula between `$` signs; a formula that holds a `$` itself can't be said so. */
export function oneMath(tex: string, lost: Lost): string {
  const plain = tex.replace(/\s+/g, " ").trim();
  if (plain === "") return "";
  if (/\$/.test(plain) || plain.endsWith("\\")) {
    lost("a formula", 'it holds a "$" or ends in a backslash; it is kept as text');
    return plain.replace(/[\\`*[\]<$~_]/g, "\\$&");
  }
  return `$${plain}$`;
}

/** Escapes a text but for the formulae in it, which get the signs of this platform. */
export function escapeWithMath(text: string, escape: (text: string) => string, lost: Lost): string {
  if (!/\\[([]|\$\$|\[tex\]/i.test(text)) return escape(text);
  const parts: string[] = [];
  let end = 0;
  for (const found of text.matchAll(formula)) {
    const tex = found.slice(1).join("");
    parts.push(escape(text.slice(end, found.index)), oneMath(tex, lost));
    end = found.index + found[0].length;
  }
  return [...parts, escape(text.slice(end))].join("");
}
