/** Longest text of a lesson, in bytes of UTF-8. The longest shipped lesson has 18 kB. */
const mostTextBytes = 200_000;

/** One form for every way a text comes in: line feeds, no control characters, one line end at the end. */
export function tidyText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is taken out.
  const lines = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/g, "");
  const whole = lines.replace(/^\n+/, "").trimEnd();
  return whole === "" ? "" : `${whole}\n`;
}

export function isTooLong(text: string): boolean {
  return new TextEncoder().encode(text).length > mostTextBytes;
}
