import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Question } from "../../../quizzes/engine/model";
import type { Loss } from "../../../quizzes/formats/imported";
import { formatOf } from "../../../quizzes/formats/import-questions";
import { env } from "../../platform/env.server";
import { randomText } from "../../platform/ids.server";
import { prepareQuestionPicture, type QuestionPicture } from "../../media/question-pictures.server";

/**
 * Files that wait between their preview and their import: on disk, under an id that nobody can guess, for the person
 * who brought them and for one bank. After a day they are gone, and a sixth file of a person replaces the first.
 */

const hoursKept = 24;
/** Files that one person may have waiting: some to compare, and no way to fill the disk with. */
export const mostKept = 5;
const folder = () => path.join(env.DATA_DIR, "imports");

const Facts = z.strictObject({
  personId: z.string(),
  bankId: z.string(),
  fileName: z.string(),
  format: z.string(),
  at: z.iso.datetime(),
});
export type UploadFacts = Omit<z.infer<typeof Facts>, "at">;

export interface KeptUpload extends UploadFacts {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** Keeps a file; a format that nobody named is found from the file. @returns its id */
export function keepUpload(facts: UploadFacts, bytes: Uint8Array, now: Date): string {
  sweepUploads(now);
  dropOldest(facts.personId);
  const id = randomText(32);
  const place = path.join(folder(), id);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, "file"), bytes, { mode: 0o600 });
  const format = facts.format === "" ? (formatOf(bytes, facts.fileName) ?? "") : facts.format;
  const kept = { ...facts, format, at: now.toISOString() };
  writeFileSync(path.join(place, "facts.json"), JSON.stringify(kept), { mode: 0o600 });
  return id;
}

/** The file, for the person who brought it into this bank; null for everybody else, and when a day has passed. */
export function findUpload(input: { id: string; personId: string; bankId: string; now: Date }): KeptUpload | null {
  if (!/^[0-9a-z]{32}$/.test(input.id)) return null;
  const place = path.join(folder(), input.id);
  try {
    const { at, ...facts } = Facts.parse(JSON.parse(readFileSync(path.join(place, "facts.json"), "utf8")));
    if (facts.personId !== input.personId || facts.bankId !== input.bankId) return null;
    if (isOld(new Date(at), input.now)) return null;
    return { id: input.id, ...facts, bytes: new Uint8Array(readFileSync(path.join(place, "file"))) };
  } catch {
    // Removed, or half written when the process ended: not there.
    return null;
  }
}

/** What was read from a kept file, without its pictures. */
export interface Reading {
  readonly questions: readonly Question[];
  readonly losses: readonly Loss[];
  /** Why nothing of the file was taken, as a sentence. */
  readonly refused: string | null;
}

/** Keeps what was read from a file beside it, for as long as the file is there. */
export function keepReading(id: string, said: Reading, pictures: readonly QuestionPicture[]): void {
  const place = path.join(folder(), id);
  mkdirSync(path.join(place, "pictures"), { recursive: true });
  for (const { name, bytes } of pictures) writeFileSync(path.join(place, "pictures", name), bytes, { mode: 0o600 });
  // Under its name only when it is whole: a half written one is never read.
  writeFileSync(path.join(place, "reading.part"), JSON.stringify(said), { mode: 0o600 });
  renameSync(path.join(place, "reading.part"), path.join(place, "reading.json"));
}

/** What was read from a kept file; null while nobody has read it. */
export function findReading(id: string): { said: Reading; pictures: readonly Uint8Array[] } | null {
  const place = path.join(folder(), id);
  if (!existsSync(path.join(place, "reading.json"))) return null;
  // This process wrote it, of questions that fit the schema.
  const said = JSON.parse(readFileSync(path.join(place, "reading.json"), "utf8")) as Reading;
  const names = readdirSync(path.join(place, "pictures"));
  return { said, pictures: names.map((name) => new Uint8Array(readFileSync(path.join(place, "pictures", name)))) };
}

/** A picture of a file that waits, for the person who brought the file; null for everybody else. */
export function findKeptPicture(input: { name: string; personId: string; now: Date }): QuestionPicture | null {
  if (!/^[0-9a-f]{64}\.[a-z]+$/.test(input.name)) return null;
  const own = listKept().filter(({ personId, at }) => personId === input.personId && !isOld(at, input.now));
  const places = own.map(({ place }) => path.join(place, "pictures", input.name));
  const found = places.find((place) => existsSync(place));
  const prepared = found === undefined ? null : prepareQuestionPicture(new Uint8Array(readFileSync(found)));
  return prepared?.ok ? prepared.picture : null;
}

export function dropUpload(id: string): void {
  if (/^[0-9a-z]{32}$/.test(id)) rmSync(path.join(folder(), id), { recursive: true, force: true });
}

/** Removes what has waited for a day: with every upload, and once a day where nobody brings a file any more. */
export function sweepUploads(now: Date): void {
  for (const { place, at } of listKept()) if (isOld(at, now)) rmSync(place, { recursive: true, force: true });
}

/** Makes room for one more file of this person: the oldest go. */
function dropOldest(personId: string): void {
  const own = listKept().filter((kept) => kept.personId === personId);
  const latestFirst = own.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  for (const { place } of latestFirst.slice(mostKept - 1)) rmSync(place, { recursive: true, force: true });
}

interface Kept {
  readonly place: string;
  /** Null for a folder that was half written when the process ended. */
  readonly personId: string | null;
  readonly at: Date;
}

function listKept(): Kept[] {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  return readdirSync(folder()).flatMap((name): Kept[] => {
    const place = path.join(folder(), name);
    try {
      const { personId, at } = Facts.parse(JSON.parse(readFileSync(path.join(place, "facts.json"), "utf8")));
      return [{ place, personId, at: new Date(at) }];
    } catch {
      const changed = statSync(place, { throwIfNoEntry: false })?.mtime;
      return changed === undefined ? [] : [{ place, personId: null, at: changed }];
    }
  });
}

const isOld = (at: Date, now: Date) => now.getTime() - at.getTime() > hoursKept * 3_600_000;
