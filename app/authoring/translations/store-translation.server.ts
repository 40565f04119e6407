import type { Transaction } from "../../platform/db.server";
import { sha256 } from "../../platform/ids.server";
import { type DraftPart, saveDraftText } from "../drafts/draft-store.server";
import type { LanguageTranslation, TrackTranslations } from "./read-translations.server";
import { entriesOf, fit } from "./text-tree";
import type { TranslationUnit } from "./unit";

/** What a translator wrote or confirmed: unit id -> text, and the version of the source that was in front of them. */
export type WrittenUnits = ReadonlyMap<string, { readonly text: string; readonly sourceVersion: number }>;

export interface TranslationToStore {
  readonly track: TrackTranslations;
  readonly translation: LanguageTranslation;
  readonly written: WrittenUnits;
  readonly byPersonId: string;
  readonly now: Date;
}

/**
 * Stores what was written, each part of the working copy as its next version. The track was read in this very
 * transaction, before its first write, so nobody can have saved in between.
 */
export async function storeTranslation(tx: Transaction, store: TranslationToStore): Promise<void> {
  const { units } = store.translation;
  const parts = new Set(units.filter(({ id }) => store.written.has(id)).map(({ part }) => part));
  for (const part of parts) {
    const own = units.filter((unit) => unit.part === part);
    await storePart(tx, store, part, own);
    await storeMarks(tx, store, own);
  }
}

async function storePart(
  tx: Transaction,
  { track, translation, written, byPersonId, now }: TranslationToStore,
  part: DraftPart,
  units: readonly TranslationUnit[],
): Promise<void> {
  const { language } = translation;
  const stored = track.texts.find((text) => text.part === part && text.language === language);
  const content = contentOf({ track, translation, written }, part);
  // The part is as far as the text that is furthest behind.
  const versions = units
    .filter(({ id, target }) => target !== "" || written.has(id))
    .map(({ id, rendered }) => written.get(id)?.sourceVersion ?? rendered);
  const text = { trackId: track.trackId, part, language, base: stored?.version ?? 0, content, byPersonId, now };
  const rendered = part === "questions" || versions.length === 0 ? {} : { sourceVersion: Math.min(...versions) };
  await saveDraftText(tx, { ...text, ...rendered });
}

type Writing = Pick<TranslationToStore, "track" | "translation" | "written">;

function contentOf(writing: Writing, part: DraftPart): string {
  if (part === "words") return wordsOf(writing);
  return part === "questions" ? questionsOf(writing) : (writing.written.get(part)?.text ?? "");
}

function wordsOf({ track, translation, written }: Writing): string {
  const { language, trees } = translation;
  const write = (path: readonly string[], text: string) => written.get(["words", ...path].join(":"))?.text ?? text;
  return json({ ...Object.fromEntries(entriesOf(fit(track.source.words, trees.words, write))), language });
}

/** Only questions that were written take the source's shape; the others stay as they are. */
function questionsOf({ track, translation, written }: Writing): string {
  const own = new Map(entriesOf(translation.trees.questions));
  const touched = new Set([...written.keys()].map((id) => id.split(":")[1] ?? ""));
  for (const [key, source] of track.source.questions) {
    const write = (path: readonly string[], text: string) =>
      written.get(["questions", key, ...path].join(":"))?.text ?? text;
    if (touched.has(key)) own.set(key, fit(source, own.get(key), write));
  }
  return json(Object.fromEntries(own));
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}

/**
 * Says of each text of a part which source it renders: from now on the part's own version is that of several texts. A
 * review ends where the text changed.
 */
async function storeMarks(
  tx: Transaction,
  { track, translation, written }: TranslationToStore,
  units: readonly TranslationUnit[],
): Promise<void> {
  const marks = units.flatMap((unit) => markOf(unit, written.get(unit.id)));
  const place = { trackId: track.trackId, language: translation.language };
  await tx.translationMark.deleteMany({ where: { ...place, unit: { in: units.map(({ id }) => id) } } });
  await tx.translationMark.createMany({ data: marks.map((mark) => ({ ...place, ...mark })) });
}

function markOf(
  { id, target, rendered, reviewed }: TranslationUnit,
  now: { readonly text: string; readonly sourceVersion: number } | undefined,
) {
  if (now !== undefined) {
    const { text, sourceVersion } = now;
    return text === "" ? [] : [{ unit: id, sourceVersion, targetHash: sha256(text) }];
  }
  if (target === "") return [];
  const review = reviewed === null ? {} : { reviewedById: reviewed.byPersonId, reviewedAt: new Date(reviewed.at) };
  return [{ unit: id, sourceVersion: rendered, targetHash: sha256(target), ...review }];
}
