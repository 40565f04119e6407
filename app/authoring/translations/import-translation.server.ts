import { ImportRefused } from "../../../quizzes/formats/imported";
import type { Locale } from "../../i18n/locales";
import { transact } from "../../platform/db.server";
import { sha256 } from "../../platform/ids.server";
import { dropUpload, findUpload } from "../banks/upload-store.server";
import { readTranslationCsv } from "./csv-file";
import type { ReadTranslationFile } from "./exchange-unit";
import { type ImportFate, type PlannedUnit, planTranslationImport } from "./plan-translation-import";
import { type LanguageTranslation, readTranslations, type TrackTranslations } from "./read-translations.server";
import { readXliff } from "./read-xliff";
import { storeTranslation, type WrittenUnits } from "./store-translation.server";

export interface KeptTranslation {
  /** From a guard that proved the right to write. */
  readonly societyId: string;
  readonly trackSlug: string;
  readonly language: Locale;
  readonly uploadId: string;
  readonly personId: string;
  readonly now: Date;
}

export interface TranslationPreview {
  readonly trackSlug: string;
  readonly title: string;
  readonly sourceLanguage: Locale;
  readonly language: Locale;
  readonly fileName: string;
  /** Why nothing of the file can be taken, as a sentence. */
  readonly refused: string | null;
  readonly counts: Readonly<Record<ImportFate | "unreadable", number>>;
  /** New and changed texts, then those kept aside; the first ones of each. */
  readonly changes: readonly PlannedUnit[];
  readonly aside: readonly string[];
  /** Names what would be done; the import sends it back. */
  readonly fingerprint: string;
}

/** Under this name an upload waits for its import: for this track and no other. */
export function uploadPlace(trackSlug: string, language: string): string {
  return `translation ${trackSlug} ${language}`;
}

interface Opened {
  readonly track: TrackTranslations;
  readonly translation: LanguageTranslation;
  readonly fileName: string;
  readonly plan: readonly PlannedUnit[];
  readonly unreadable: readonly string[];
  readonly refused: string | null;
}

const mostShown = 200;

/** What an import of a kept file would do, for the person who brought it; null for anybody else. */
export async function previewTranslation(kept: KeptTranslation): Promise<TranslationPreview | null> {
  const opened = await open(kept);
  if (opened === null) return null;
  const { track, translation, plan, unreadable, fileName, refused } = opened;
  const written = plan.filter(isWritten);
  const aside = plan.filter(({ fate }) => fate === "moved" || fate === "unknown").map(({ id }) => id);
  return {
    trackSlug: track.trackSlug,
    title: track.title,
    sourceLanguage: track.sourceLanguage,
    language: translation.language,
    fileName,
    refused,
    counts: countFates(plan, unreadable.length),
    changes: written.slice(0, mostShown),
    aside: [...aside, ...unreadable].slice(0, mostShown),
    fingerprint: fingerprintOf(plan),
  };
}

export type ImportedTranslation =
  | { readonly ok: true; readonly written: number }
  | { readonly ok: false; readonly reason: "not-there" | "refused" }
  /** The texts changed since the preview; nothing was written. */
  | { readonly ok: false; readonly reason: "moved-on" };

/** Imports the new and changed texts of a kept file: all of them, or none. */
export async function importTranslation(
  kept: KeptTranslation & { readonly fingerprint: string },
): Promise<ImportedTranslation> {
  const done = await transact(async (tx): Promise<ImportedTranslation> => {
    const opened = await open(kept);
    if (opened === null) return { ok: false, reason: "not-there" };
    const { track, translation, plan, refused } = opened;
    if (refused !== null) return { ok: false, reason: "refused" };
    if (fingerprintOf(plan) !== kept.fingerprint) return { ok: false, reason: "moved-on" };
    const written = writtenUnits(translation, plan);
    await storeTranslation(tx, { track, translation, written, byPersonId: kept.personId, now: kept.now });
    return { ok: true, written: written.size };
  });
  if (done.ok) dropUpload(kept.uploadId);
  return done;
}

async function open({ uploadId, personId, now, ...place }: KeptTranslation): Promise<Opened | null> {
  const track = await readTranslations(place);
  const translation = track?.languages.find(({ language }) => language === place.language);
  if (track === null || translation === undefined) return null;
  const bankId = uploadPlace(place.trackSlug, place.language);
  const upload = findUpload({ id: uploadId, personId, bankId, now });
  if (upload === null) return null;
  const { fileName } = upload;
  try {
    const file = readFile(upload.bytes, fileName);
    if (file.language !== null && file.language !== place.language)
      throw new ImportRefused(`"${fileName}" is a translation into "${file.language}", not into "${place.language}".`);
    const plan = planTranslationImport(translation.units, file);
    return { track, translation, fileName, plan, unreadable: file.unreadable, refused: null };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { track, translation, fileName, plan: [], unreadable: [], refused: error.message };
  }
}

/** What begins with "<" is XLIFF, everything else a table. */
function readFile(bytes: Uint8Array, fileName: string): ReadTranslationFile {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200)).replace(/[^\x21-\x7e]/g, "");
  return start.startsWith("<") ? readXliff(bytes, fileName) : readTranslationCsv(bytes, fileName);
}

function isWritten({ fate }: PlannedUnit): boolean {
  return fate === "new" || fate === "changed";
}

function writtenUnits({ units }: LanguageTranslation, plan: readonly PlannedUnit[]): WrittenUnits {
  const versions = new Map(units.map(({ id, sourceVersion }) => [id, sourceVersion]));
  return new Map(
    plan.filter(isWritten).map(({ id, after }) => [id, { text: after, sourceVersion: versions.get(id) ?? 0 }] as const),
  );
}

function countFates(plan: readonly PlannedUnit[], unreadable: number): TranslationPreview["counts"] {
  const counts = { new: 0, changed: 0, same: 0, empty: 0, moved: 0, unknown: 0, unreadable };
  for (const { fate } of plan) counts[fate] += 1;
  return counts;
}

function fingerprintOf(plan: readonly PlannedUnit[]): string {
  return sha256(JSON.stringify(plan));
}
