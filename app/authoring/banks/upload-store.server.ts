import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { formatOf } from "../../../quizzes/formats/import-questions";
import { env } from "../../platform/env.server";
import { randomText } from "../../platform/ids.server";

/**
 * Files that wait between their preview and their import: on disk, under an id that nobody can guess, for the person
 * who brought them and for one bank. After a day they are gone.
 */

const hoursKept = 24;
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
  readonly bytes: Uint8Array;
}

/** Keeps a file; a format that nobody named is found from the file. @returns its id */
export function keepUpload(facts: UploadFacts, bytes: Uint8Array, now: Date): string {
  removeOldUploads(now);
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
    return { ...facts, bytes: new Uint8Array(readFileSync(path.join(place, "file"))) };
  } catch {
    // Removed, or half written when the process ended: not there.
    return null;
  }
}

export function dropUpload(id: string): void {
  if (/^[0-9a-z]{32}$/.test(id)) rmSync(path.join(folder(), id), { recursive: true, force: true });
}

/** Removes what has waited for a day. Runs with every upload. */
function removeOldUploads(now: Date): void {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder())) {
    const place = path.join(folder(), name);
    const changed = statSync(place, { throwIfNoEntry: false })?.mtime;
    if (changed !== undefined && isOld(changed, now)) rmSync(place, { recursive: true, force: true });
  }
}

const isOld = (at: Date, now: Date) => now.getTime() - at.getTime() > hoursKept * 3_600_000;
