import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { z } from "zod";
import { TrackFile } from "../app/authoring/track-file";
import { type Bank, BankTextSchema } from "../quizzes/bank-schema";
import { ShippedBankSchema } from "../quizzes/shipped-bank";
import { type Finding, findSkewedKeys, findTellingIds, findTrackGaps, findTranslationGaps } from "./bank-findings";
import { findRepeatedStems } from "./repeated-stems";

/**
 * Checks every shipped question bank: `tsx scripts/check-banks.ts [banks folder] [tracks folder]`.
 * One line per finding; exit 1 when one of them is an error, 2 when a named folder isn't there.
 */

const banksFolder = resolve(process.argv[2] ?? "quizzes/banks");
const tracksFolder = resolve(process.argv[3] ?? "prisma/seed/tracks");

function folders(parent: string): string[] {
  const entries = readdirSync(parent, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The parsed file, or null with a finding for each thing that is wrong in it. */
function read<T>(path: string, where: string, schema: z.ZodType<T>, findings: Finding[]): T | null {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    if (parsed.success) return parsed.data;
    const issues = parsed.error.issues.map((issue) => ({ level: "error" as const, where, message: say(issue) }));
    findings.push(...issues);
  } catch (problem) {
    findings.push({ level: "error", where, message: problem instanceof Error ? problem.message : String(problem) });
  }
  return null;
}

function say(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}

function readTracks(findings: Finding[]): TrackFile[] {
  return folders(tracksFolder).flatMap((slug) => {
    const path = join(tracksFolder, slug, "track.json");
    if (!existsSync(path)) return [];
    return read(path, `track ${slug}`, TrackFile, findings) ?? [];
  });
}

function checkTranslations(bank: Bank, folder: string): Finding[] {
  const findings: Finding[] = [];
  for (const file of readdirSync(folder).sort()) {
    const language = /^bank\.([a-z]{2})\.json$/.exec(file)?.[1];
    if (language === undefined) continue;
    const translation = read(join(folder, file), file, BankTextSchema, findings);
    if (translation === null) continue;
    if (translation.language !== language || translation.slug !== bank.slug) {
      findings.push({
        level: "error",
        where: file,
        message: "slug and language must be those of folder and file name",
      });
    }
    findings.push(...findTranslationGaps(bank, translation));
  }
  return findings;
}

function checkBank(slug: string, tracks: readonly TrackFile[]): { bank: Bank | null; findings: Finding[] } {
  const folder = join(banksFolder, slug);
  const findings: Finding[] = [];
  const bank = read(join(folder, "bank.json"), "bank.json", ShippedBankSchema, findings);
  if (bank === null) return { bank, findings };
  const users = tracks.filter((track) => track.bank === slug);
  if (bank.slug !== slug)
    findings.push({ level: "error", where: "bank.json", message: "slug must be the folder's name" });
  if (users.length === 0) findings.push({ level: "note", where: "bank.json", message: "no track names this bank" });
  findings.push(
    ...findRepeatedStems(bank.questions),
    ...bank.questions.flatMap((question) => findTellingIds(question)),
    ...findSkewedKeys(bank.questions),
    ...users.flatMap((track) => findTrackGaps(bank, track)),
    ...checkTranslations(bank, folder),
  );
  return { bank, findings };
}

function countLine(bank: Bank): string {
  const count = (test: (question: Bank["questions"][number]) => boolean) => bank.questions.filter(test).length;
  const kinds = [...new Set(bank.questions.map(({ kind }) => kind))].sort();
  const parts = kinds.map((kind) => `${kind} ${String(count((question) => question.kind === kind))}`);
  const marks = (["V", "M"] as const).map((mark) => `${mark} ${String(count(({ source }) => source?.mark === mark))}`);
  return `${bank.slug}: ${String(bank.questions.length)} questions (${parts.join(", ")}; sources ${marks.join(", ")})`;
}

function main(): number {
  const absent = [banksFolder, tracksFolder].find((folder) => !existsSync(folder));
  if (absent !== undefined) {
    console.error(`No such folder: ${absent}`);
    return 2;
  }
  const trackFindings: Finding[] = [];
  const tracks = readTracks(trackFindings);
  const slugs = folders(banksFolder);
  const checked = slugs.map((slug) => ({ slug, ...checkBank(slug, tracks) }));
  const missing = tracks
    .filter((track) => !slugs.includes(track.bank))
    .map(
      (track): Finding => ({ level: "error", where: `track ${track.slug}`, message: `there is no bank ${track.bank}` }),
    );
  const all = [
    ...[...trackFindings, ...missing].map((finding) => ({ ...finding, slug: "tracks" })),
    ...checked.flatMap(({ slug, findings }) => findings.map((finding) => ({ ...finding, slug }))),
  ];
  for (const { level, slug, where, message } of all) console.log(`${level} ${slug} ${where}: ${message}`);
  for (const { bank } of checked) if (bank !== null) console.log(countLine(bank));
  const errors = all.filter(({ level }) => level === "error").length;
  console.log(`banks: ${String(slugs.length)} checked, ${String(errors)} errors, ${String(all.length - errors)} notes`);
  return errors > 0 ? 1 : 0;
}

process.exitCode = main();
