import { parse } from "csv-parse/sync";
import { ImportRefused } from "../../../quizzes/formats/imported";
import { csvLine } from "../../courses/csv-line";
import type { ExchangeUnit, ExportedUnit, ReadTranslationFile } from "./exchange-unit";

const columns = ["id", "source", "target", "state"] as const;
/** csvLine puts an apostrophe before a text that a spreadsheet would run; one that has it already gets another. */
const guarded = /^'+[=+\-@\t\r\n]/;

/** Writes a table: id, source, target, state. */
export function writeTranslationCsv(units: readonly ExportedUnit[]): string {
  const guard = (text: string) => (guarded.test(text) ? `'${text}` : text);
  const lines = units.map(({ id, source, target, status }) => csvLine([id, guard(source), guard(target), status]));
  // Spreadsheets read a file without it in the alphabet of their own system.
  return `\uFEFF${csvLine(columns)}${lines.join("")}`;
}

/**
 * Reads the table back, with commas, semicolons or tabs, as spreadsheets save it.
 * @throws ImportRefused with a sentence: not UTF-8, no table, no column of the wanted name, an id twice
 */
export function readTranslationCsv(bytes: Uint8Array, file: string): ReadTranslationFile {
  const [head = [], ...rows] = tableOf(decode(bytes, file), file);
  const names = head.map((name) => name.trim().toLowerCase());
  for (const name of ["id", "source", "target"])
    if (!names.includes(name)) throw new ImportRefused(`The first row of "${file}" names no column "${name}".`);
  const cell = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? "";
  const open = (text: string) => (guarded.test(text) ? text.slice(1) : text);
  const units = rows.map(
    (row): ExchangeUnit => ({
      id: cell(row, "id").trim(),
      source: open(cell(row, "source")),
      target: open(cell(row, "target")),
    }),
  );
  const seen = new Set<string>();
  for (const { id } of units) {
    if (seen.has(id)) throw new ImportRefused(`"${file}" holds the id "${id}" twice.`);
    seen.add(id);
  }
  if (units.length === 0) throw new ImportRefused(`"${file}" holds no text.`);
  return { language: null, units, unreadable: [] };
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/, "");
  } catch {
    throw new ImportRefused(`"${file}" isn't written in UTF-8. Save it as "CSV UTF-8" and send it again.`);
  }
}

function tableOf(text: string, file: string): string[][] {
  const [first = ""] = text.split(/\r?\n/);
  const count = (sign: string) => first.split(sign).length;
  const delimiter = [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: true };
    return parse(text, {
      ...options,
      record_delimiter: first.length < text.length && text[first.length] === "\r" ? "\r\n" : "\n",
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ImportRefused(`"${file}" can't be read as a table: ${message}.`);
  }
}
