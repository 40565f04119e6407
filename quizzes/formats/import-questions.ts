import { importAiken } from "./import-aiken";
import { importCsv } from "./import-csv";
import { importGift } from "./gift/import-gift";
import { importMoodle } from "./moodle/import-moodle";
import { type Imported, refusal } from "./imported";
import { largestFile } from "./decode-text";
import { importQti } from "./qti/import-qti";

export const importFormats = ["gift", "moodle", "qti", "aiken", "csv"] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Formats by the names that an export has for them: every version of QTI is read in one way. */
const otherNames: Readonly<Record<string, ImportFormat>> = { qti21: "qti", qti22: "qti", qti3: "qti" };

/** The format of a name; null where nobody knows it. */
export function importFormat(name: string): ImportFormat | null {
  return (
    importFormats.find((known) => known === name) ?? (Object.hasOwn(otherNames, name) ? otherNames[name] : null) ?? null
  );
}

export interface ImportRequest {
  /** One of `importFormats`, or `qti21`, `qti22`, `qti3`; absent = by the file's beginning, then by its name. */
  readonly format?: string;
  /** As it stands in the report; its ending helps to find the format. */
  readonly fileName: string;
}

/** What a file of each format looks like at its beginning; the first that fits counts. */
const beginnings: readonly (readonly [ImportFormat, RegExp])[] = [
  ["moodle", /^\s*(<\?xml[^>]*\?>\s*)?(<!--[\s\S]{0,2000}?-->\s*)*<quiz[\s>]/],
  ["qti", /<(qti-)?(assessmentItem|assessmentTest|assessment-item|assessment-test|manifest|questestinterop)\b/],
  ["moodle", /^\s*(<\?xml|<!DOCTYPE|<)/],
  ["aiken", /^ANSWER:\s*[A-Z]\s*$/m],
  ["moodle", /\{\s*\d*\s*:\s*(MULTICHOICE|MC|SHORTANSWER|SA|NUMERICAL|NM|MULTIRESPONSE|MR|MW)[_A-Z]*\s*:/],
  ["csv", /^\s*"?(kind|stem)"?\s*[,;\t]/i],
  ["gift", /\{|^\s*\/\//m],
];
const endings: Readonly<Record<string, ImportFormat>> = { csv: "csv", gift: "gift" };

/** The format of a file by its beginning, then by its name; null when nothing fits. */
export function formatOf(bytes: Uint8Array, fileName: string): ImportFormat | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return "qti";
  // Zero bytes and byte order marks go: only the signs of the beginning matter.
  const latin = new TextDecoder("latin1").decode(bytes.subarray(0, 20_000));
  const start = latin.replace(/[\0\u00ef\u00bb\u00bf\u00ff\u00fe]/g, "");
  const ending = endings[fileName.toLowerCase().split(".").at(-1) ?? ""];
  return ending ?? beginnings.find(([, looks]) => looks.test(start))?.[0] ?? null;
}

const readers: Readonly<Record<ImportFormat, (bytes: Uint8Array, file: string) => Imported | Promise<Imported>>> = {
  gift: importGift,
  moodle: importMoodle,
  qti: importQti,
  aiken: importAiken,
  csv: importCsv,
};

/**
 * Reads a file of questions. Nothing is dropped without a loss, and a file that can't be read at all is refused with a
 * sentence; it never throws for what stands in a file.
 */
export async function importQuestions(bytes: Uint8Array, { format, fileName }: ImportRequest): Promise<Imported> {
  if (bytes.length > largestFile) return refusal(fileName, "The file is larger than 64 MB.");
  if (bytes.length === 0) return refusal(fileName, "The file is empty.");
  const known = format === undefined ? formatOf(bytes, fileName) : importFormat(format);
  if (known !== null) return readers[known](bytes, fileName);
  const names = importFormats.join(", ");
  return refusal(
    fileName,
    format === undefined
      ? `The format can't be told from the file: name one of ${names}.`
      : `The format "${format.slice(0, 40)}" isn't known: it is one of ${names}.`,
  );
}
