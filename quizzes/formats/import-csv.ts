import { parse } from "csv-parse/sync";
import { parseUnit } from "../engine/units";
import { type Body, Collector, ItemLost } from "./collector";
import { decodeText } from "./decode-text";
import { type Imported, ImportRefused, refusal } from "./imported";
import { numberIn } from "./moodle/moodle-item";
import { exactly } from "./number-answers";
import { partId } from "./question-id";

/**
 * Reads a table of questions, one a row, separated by commas, semicolons or tabs. The first row names the columns:
 *
 * - `kind`: single, multiple, true-false, numeric, short-text or matching; absent or empty = single, or multiple when
 *   the key names several options;
 * - `stem` (needed), `explanation`, `id`, `topic`, `difficulty` (1 to 3), `outcomes` (codes, separated by blanks);
 * - `option1`, `option2` … and `why1`, `why2` …: the options and their reasons; of a matching question `left -> right`
 *   pairs (` -> right` is a distractor); of a short text the accepted answers after the key;
 * - `key` (needed but for matching): the numbers or letters of the right options (`2`, `B`, `1 3`), `true` or `false`,
 *   the number, or the accepted text;
 * - `unit`, `tolerance`: of a number; a tolerance such as `2%` is a share of the key.
 *
 * Texts are Markdown. Other columns are reported.
 */
export function importCsv(bytes: Uint8Array, file: string): Imported {
  try {
    const collector = new Collector(file);
    const { text, notes } = decodeText(bytes);
    for (const { what, why } of notes) collector.lost("", what, why);
    const [head = [], ...rows] = tableOf(text);
    const names = head.map((name) => name.trim().toLowerCase());
    if (!names.includes("stem")) throw new ImportRefused('The first row names no column "stem".');
    for (const name of names) {
      if (!known.test(name)) collector.lost("", `the column "${name}"`, "the table of questions has no such column");
    }
    for (const [index, row] of rows.entries()) {
      const item = `row ${String(index + 2)}`;
      const cells = new Map(names.map((name, at) => [name, (row[at] ?? "").trim()]));
      if (row.length > names.length)
        collector.lost(item, "cells beyond the last column", "the first row doesn't name them");
      collector.attempt(item, () => {
        readRow(collector, item, cells);
      });
    }
    return collector.finish();
  } catch (error) {
    if (error instanceof ImportRefused) return refusal(file, error.message);
    throw error;
  }
}

const known = /^(kind|stem|explanation|id|topic|difficulty|outcomes|key|unit|tolerance|option\d{1,2}|why\d{1,2})$/;

function tableOf(text: string): string[][] {
  const [first = ""] = text.split(/\r?\n/);
  const count = (sign: string) => first.split(sign).length;
  const delimiter = [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, bom: true });
  } catch (error) {
    throw new ImportRefused(`The table can't be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

type Cells = ReadonlyMap<string, string>;
const cell = (cells: Cells, name: string) => cells.get(name) ?? "";

function readRow(collector: Collector, item: string, cells: Cells): void {
  const stem = cell(cells, "stem");
  if (stem === "") throw new ItemLost("the whole row", "it has no stem");
  const difficulty = cell(cells, "difficulty");
  const tags = [
    ...cell(cells, "outcomes")
      .split(/[\s,;]+/)
      .filter((code) => code !== "")
      .map((code) => `outcome:${code}`),
    ...(cell(cells, "topic") === "" ? [] : [`topic:${cell(cells, "topic")}`]),
    ...(difficulty === "" ? [] : [`difficulty:${difficulty}`]),
  ];
  const described = { name: stem, ownId: cell(cells, "id"), tags, stem, explanation: cell(cells, "explanation") };
  collector.add(item, described, bodyOf(cells));
}

/** Options with the number of their column, empty ones left out. */
function optionsOf(cells: Cells): { number: number; text: string; why: string }[] {
  return Array.from({ length: 64 }, (_, index) => index + 1).flatMap((number) => {
    const text = cell(cells, `option${String(number)}`);
    return text === "" ? [] : [{ number, text, why: cell(cells, `why${String(number)}`) }];
  });
}

function bodyOf(cells: Cells): Body {
  const kind = cell(cells, "kind").toLowerCase();
  const key = cell(cells, "key");
  switch (kind) {
    case "":
    case "single":
    case "multiple":
      return choice(kind, key, optionsOf(cells));
    case "true-false":
      if (!/^(true|false)$/i.test(key))
        throw new ItemLost("the whole row", `the key "${key}" is neither true nor false`);
      return { kind, key: /^true$/i.test(key), why: { true: cell(cells, "why1"), false: cell(cells, "why2") } };
    case "numeric":
      return numeric(cells, key);
    case "short-text":
      return {
        kind,
        answers: [key, ...optionsOf(cells).map(({ text }) => text)].map((text) => ({
          match: "text",
          text,
          share: 100,
          feedback: "",
        })),
        caseSensitive: false,
        ignoreAccents: false,
      };
    case "matching":
      return matching(optionsOf(cells).map(({ text }) => text));
    default:
      throw new ItemLost("the whole row", `a table holds no questions of the kind "${kind}"`);
  }
}

function choice(kind: string, key: string, rows: ReturnType<typeof optionsOf>): Body {
  const options = rows.map(({ text, why }, index) => ({ id: partId(index), text, why }));
  const keys = key
    .split(/[\s,;]+/)
    .filter((part) => part !== "")
    .map((part) => {
      const number = /^[A-Z]$/i.test(part) ? part.toUpperCase().charCodeAt(0) - 64 : Number(part);
      const at = rows.findIndex((row) => row.number === number);
      if (at === -1) throw new ItemLost("the whole row", `the key "${part}" names no option`);
      return partId(at);
    });
  const [first] = keys;
  if (first === undefined) throw new ItemLost("the whole row", "it has no key");
  if (kind === "multiple" || (kind === "" && keys.length > 1))
    return { kind: "multiple", options, keys, rule: "penalty" };
  if (keys.length > 1) throw new ItemLost("the whole row", "a single choice has one key");
  return { kind: "single", options, key: first };
}

function numeric(cells: Cells, key: string): Body {
  const value = numberIn(key);
  if (value === null) throw new ItemLost("the whole row", `the key "${key}" is no number`);
  const written = cell(cells, "tolerance");
  const amount = written === "" ? 0 : numberIn(written.replace(/\s*%$/, ""));
  const unit = parseUnit(cell(cells, "unit") || "1");
  if (unit === null) throw new ItemLost("the whole row", `"${cell(cells, "unit")}" is no unit of the table`);
  if (amount === null || amount < 0) throw new ItemLost("the whole row", `the tolerance "${written}" is no amount`);
  const isShare = written.endsWith("%") && amount > 0;
  const tolerance = isShare ? { relative: amount / 100 } : { absolute: amount === 0 ? exactly(value) : amount };
  return { kind: "numeric", key: { value, unit, tolerance }, units: [unit], mistakes: [] };
}

function matching(pairs: readonly string[]): Body {
  const left: { id: string; text: string }[] = [];
  const right = new Map<string, string>();
  const key: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf("->");
    if (at === -1) throw new ItemLost("the whole row", `"${pair.slice(0, 60)}" is no pair with an arrow ->`);
    const [text, partner] = [pair.slice(0, at).trim(), pair.slice(at + 2).trim()];
    const id = right.get(partner) ?? partId(right.size);
    right.set(partner, id);
    if (text === "") continue;
    key[partId(left.length)] = id;
    left.push({ id: partId(left.length), text });
  }
  return { kind: "matching", left, right: [...right].map(([text, id]) => ({ id, text })), key };
}
