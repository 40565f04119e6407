import type { ExportedUnit } from "./exchange-unit";
import type { UnitStatus } from "./unit";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/** What XML can't hold goes into `cp` elements, as XLIFF 2.0 wants it. */
function write(text: string): string {
  return text
    .replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign)
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML can't hold
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (sign) => `<cp hex="${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}"/>`,
    );
}

/** XLIFF knows no "behind": such a text is translated, with a state of ours. */
const states: Readonly<Record<UnitStatus, string>> = {
  missing: 'state="initial"',
  behind: 'state="translated" subState="stepwedge:behind"',
  draft: 'state="translated"',
  reviewed: 'state="reviewed"',
};

/** Writes an XLIFF 2.0 document: one unit a text, its id as it stays. */
export function writeXliff(file: {
  readonly trackSlug: string;
  readonly sourceLanguage: string;
  readonly language: string;
  readonly units: readonly ExportedUnit[];
}): string {
  const units = file.units.map(({ id, source, target, status }) =>
    [
      `    <unit id="${write(id)}" xml:space="preserve">`,
      `      <segment ${states[status]}>`,
      `        <source>${write(source)}</source>`,
      ...(target === "" ? [] : [`        <target>${write(target)}</target>`]),
      "      </segment>",
      "    </unit>",
    ].join("\n"),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="${file.sourceLanguage}" trgLang="${file.language}">`,
    `  <file id="${write(file.trackSlug)}">`,
    ...units,
    "  </file>",
    "</xliff>",
    "",
  ].join("\n");
}
