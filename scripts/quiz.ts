/**
 * npm run quiz -- import FILE [--format gift|moodle|qti|aiken|csv] [--out bank.json] [--report report.json] [--strict]
 * npm run quiz -- export BANK --format gift|moodle|qti|qti21|qti22|qti3 --out FILE [--report report.json] [--strict]
 * npm run quiz -- check BANK…
 *
 * Pictures stand as files in the folder `pictures` beside a bank. The report lists what was lost, one entry for each
 * thing, and is always written: to the file that --report names, else beside the output as `<name>.report.json`, else
 * to the standard output.
 * Exit 0: done; 1: refused, no question could be read, something was lost under --strict, or a bank has errors; 2: wrong
 * usage.
 */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { type Bank, BankSchema } from "../quizzes/bank-schema";
import { exportFormat, type ExportFormat, exportFormats, exportQuestions } from "../quizzes/formats/export-questions";
import type { Imported, Loss } from "../quizzes/formats/imported";
import { importFormat, type ImportFormat, importFormats, importQuestions } from "../quizzes/formats/import-questions";
import { slug } from "../quizzes/formats/question-id";

const usage = `Usage: npm run quiz -- import FILE [--format ${importFormats.join("|")}] [--out bank.json] [--report report.json] [--strict]
       npm run quiz -- export BANK --format ${["qti", ...exportFormats].join("|")} --out FILE [--report report.json] [--strict]
       npm run quiz -- check BANK…`;

interface Options {
  readonly format?: string | undefined;
  readonly out?: string | undefined;
  readonly report?: string | undefined;
  readonly strict?: boolean | undefined;
}

type Order =
  | {
      readonly deed: "import";
      readonly file: string;
      readonly format: ImportFormat | undefined;
      readonly options: Options;
    }
  | {
      readonly deed: "export";
      readonly file: string;
      readonly format: ExportFormat;
      readonly out: string;
      readonly options: Options;
    }
  | { readonly deed: "check"; readonly files: readonly string[] };

/** What is to be done, or null when the words don't say so. */
function readOrder(words: readonly string[]): Order | null {
  try {
    const { values: options, positionals } = parseArgs({
      args: [...words],
      options: {
        format: { type: "string" },
        out: { type: "string" },
        report: { type: "string" },
        strict: { type: "boolean" },
      },
      allowPositionals: true,
    });
    const [deed, file, ...more] = positionals;
    if (file === undefined) return null;
    if (deed === "check") return Object.keys(options).length > 0 ? null : { deed, files: [file, ...more] };
    return more.length > 0 ? null : readConversion(deed, file, options);
  } catch {
    // parseArgs throws for an option that it doesn't know.
    return null;
  }
}

function readConversion(deed: string | undefined, file: string, options: Options): Order | null {
  if (deed === "import") {
    const format = options.format === undefined ? undefined : importFormat(options.format);
    return format === null ? null : { deed, file, format, options };
  }
  const format = exportFormat(options.format ?? "");
  if (deed !== "export" || format === null || options.out === undefined) return null;
  return { deed, file, format, out: options.out, options };
}

/** The file's bytes, or a sentence. */
function readBytes(file: string): Uint8Array | string {
  if (!existsSync(file) || !statSync(file).isFile()) return `There is no file "${file}".`;
  return new Uint8Array(readFileSync(file));
}

function save(file: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, content);
}

function saveReport(
  file: string | null,
  report: { file: string; questions: number; refused?: string | undefined; losses: readonly Loss[] },
): void {
  const text = JSON.stringify(report, null, 2);
  if (file === null) console.log(text);
  else save(file, `${text}\n`);
}

/** Null = the standard output. */
function reportPath({ report, out }: Options): string | null {
  return report ?? (out === undefined ? null : `${out.replace(/\.[^./\\]+$/, "")}.report.json`);
}

function sayLosses(losses: readonly Loss[]): void {
  for (const { item, what, why } of losses.slice(0, 50))
    console.log(`  ${item === "" ? "file" : item}: ${what} (${why})`);
  if (losses.length > 50) console.log(`  … and ${String(losses.length - 50)} more in the report`);
}

function bankOf({ questions }: Imported, file: string): Omit<Bank, "questions"> & Pick<Imported, "questions"> {
  const title = path.basename(file).replace(/\.[a-z]+$/i, "");
  return { slug: slug(title) || "imported", title, language: "en", questions };
}

/** @returns the exit code */
async function importFile({ file, format, options }: Extract<Order, { deed: "import" }>): Promise<number> {
  const report = reportPath(options);
  const bytes = readBytes(file);
  const fileName = path.basename(file);
  const read =
    typeof bytes === "string"
      ? { questions: [], losses: [], pictures: new Map<string, Uint8Array>(), refused: bytes }
      : await importQuestions(bytes, { fileName, ...(format === undefined ? {} : { format }) });
  saveReport(report, { file: fileName, questions: read.questions.length, refused: read.refused, losses: read.losses });
  if (read.refused !== undefined) {
    console.error(`Refused: ${read.refused}`);
    return 1;
  }
  console.log(
    `${String(read.questions.length)} questions, ${String(read.losses.length)} losses${report === null ? "" : `; report: ${report}`}`,
  );
  if (report !== null) sayLosses(read.losses);
  if (read.questions.length === 0) {
    console.error("Nothing is imported: no question of the file could be read.");
    return 1;
  }
  if (options.strict === true && read.losses.length > 0) return 1;
  if (options.out !== undefined) saveBank(options.out, read, file);
  return 0;
}

function saveBank(out: string, read: Imported, file: string): void {
  save(out, `${JSON.stringify(bankOf(read, file), null, 2)}\n`);
  for (const [name, bytes] of read.pictures) save(path.join(path.dirname(out), "pictures", name), bytes);
}

/** The bank, or sentences on what is wrong with it. */
function readBank(file: string): Bank | string[] {
  const bytes = readBytes(file);
  if (typeof bytes === "string") return [bytes];
  try {
    const parsed = BankSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (parsed.success) return parsed.data;
    return parsed.error.issues.map(({ path: where, message }) =>
      where.length === 0 ? message : `${where.join(".")}: ${message}`,
    );
  } catch (error) {
    return [`It isn't JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** Pictures that the bank's questions name, as far as they stand beside it. */
function readPictures(bank: Bank, file: string): Map<string, Uint8Array> {
  const names = new Set(
    [...JSON.stringify(bank).matchAll(/[0-9a-f]{64}\.(?:png|jpg|gif|webp)/g)].map(([name]) => name),
  );
  const found = [...names].flatMap((name): [string, Uint8Array][] => {
    const bytes = readBytes(path.join(path.dirname(file), "pictures", name));
    return typeof bytes === "string" ? [] : [[name, bytes]];
  });
  return new Map(found);
}

/** @returns the exit code */
async function exportFile({ file, format, out, options }: Extract<Order, { deed: "export" }>): Promise<number> {
  const bank = readBank(file);
  const report = reportPath(options);
  if (Array.isArray(bank)) {
    saveReport(report, { file, questions: 0, refused: bank.join(" "), losses: [] });
    for (const sentence of bank) console.error(`${file}: ${sentence}`);
    return 1;
  }
  const { bytes, losses } = await exportQuestions(bank.questions, format, readPictures(bank, file));
  saveReport(report, { file, questions: bank.questions.length, losses });
  console.log(`${String(bank.questions.length)} questions, ${String(losses.length)} losses; report: ${String(report)}`);
  sayLosses(losses);
  if (options.strict === true && losses.length > 0) return 1;
  save(out, bytes);
  return 0;
}

/** @returns the exit code */
function checkFiles(files: readonly string[]): number {
  const broken = files.filter((file) => {
    const bank = readBank(file);
    if (Array.isArray(bank)) {
      for (const sentence of bank) console.error(`${file}: ${sentence}`);
      return true;
    }
    console.log(`${file}: ${String(bank.questions.length)} questions, no error`);
    return false;
  });
  return broken.length > 0 ? 1 : 0;
}

/** @returns the exit code */
async function carryOut(order: Order): Promise<number> {
  switch (order.deed) {
    case "import":
      return importFile(order);
    case "export":
      return exportFile(order);
    case "check":
      return checkFiles(order.files);
  }
}

const order = readOrder(process.argv.slice(2));
if (order === null) console.error(usage);
process.exitCode = order === null ? 2 : await carryOut(order);
