import { db, transact } from "../../platform/db.server";
import type { Locale } from "../../i18n/locales";
import { type DraftPart, findDraftVersion } from "../drafts/draft-store.server";
import { readTranslations, type TrackTranslations } from "./read-translations.server";
import { storeTranslation } from "./store-translation.server";
import { type TextTree, textAt } from "./text-tree";
import type { TranslationUnit } from "./unit";

export interface TranslationToSave {
  /** From a guard that proved the right to write. */
  readonly societyId: string;
  readonly trackSlug: string;
  readonly language: Locale;
  /** Unit id -> what the form sent. */
  readonly typed: ReadonlyMap<string, string>;
  /** Units whose translation still fits although the source changed. */
  readonly confirmed: ReadonlySet<string>;
  /** Version of the translation's part that the page showed; 0 = none. */
  readonly base: number;
  /** Version of the source that the page showed. */
  readonly sourceVersion: number;
  readonly byPersonId: string;
  readonly now: Date;
}

export type SavedTranslation =
  | { readonly ok: true; readonly saved: number }
  | { readonly ok: false; readonly reason: "not-there" }
  /** Longer than any text of a track may be. */
  | { readonly ok: false; readonly reason: "too-long" }
  /** Somebody else wrote the same texts in between; nothing was saved. */
  | {
      readonly ok: false;
      readonly reason: "newer";
      /** Unit id -> what stands there now. */
      readonly theirs: Readonly<Record<string, string>>;
      readonly base: number;
      readonly by: string | null;
    };

const longest = 500_000;

/**
 * Saves the texts of one page. Texts that somebody else saved in between are kept where this page didn't touch them; a
 * text that both wrote is refused with theirs.
 */
export async function saveTranslation(save: TranslationToSave): Promise<SavedTranslation> {
  if ([...save.typed.values()].some((text) => text.length > longest)) return { ok: false, reason: "too-long" };
  return transact(async (tx): Promise<SavedTranslation> => {
    const track = await readTranslations(save);
    const translation = track?.languages.find(({ language }) => language === save.language);
    if (track === null || translation === undefined) return { ok: false, reason: "not-there" };
    const units = translation.units.filter(({ id }) => save.typed.has(id));
    const seen = await textsAt(track, units[0]?.part ?? "words", save);
    const touched = units.filter((unit) => typedOf(save, unit) !== seen(unit).trim());
    const clashing = touched.filter(
      (unit) => unit.target.trim() !== seen(unit).trim() && unit.target.trim() !== typedOf(save, unit),
    );
    if (clashing.length > 0) return newer(track, save, units);
    const confirmed = units.filter((unit) => save.confirmed.has(unit.id) && unit.status === "behind");
    const written = new Map(
      [...touched, ...confirmed].map((unit) => [
        unit.id,
        {
          text: storedText(unit, typedOf(save, unit)),
          sourceVersion: Math.min(save.sourceVersion, unit.sourceVersion),
        },
      ]),
    );
    await storeTranslation(tx, { track, translation, written, byPersonId: save.byPersonId, now: save.now });
    return { ok: true, saved: written.size };
  });
}

/** Forms send other line ends than we keep, and outer blanks carry nothing. */
function typedOf({ typed }: TranslationToSave, { id }: TranslationUnit): string {
  return (typed.get(id) ?? "").replace(/\r\n?/g, "\n").trim();
}

/** A lesson is a file of lines; everything else is a text without an end of its own. */
function storedText({ part }: TranslationUnit, text: string): string {
  return part.startsWith("lesson:") && text !== "" ? `${text}\n` : text;
}

/** What the translation said in the version that the page showed. */
async function textsAt(
  track: TrackTranslations,
  part: DraftPart,
  { language, base }: TranslationToSave,
): Promise<(unit: TranslationUnit) => string> {
  const stored = track.texts.find((text) => text.part === part && text.language === language);
  if (stored === undefined || stored.version === base) return (unit) => unit.target;
  const former = await findDraftVersion(track.trackId, { part, language, version: base });
  if (former === null) return () => "";
  if (part !== "words" && part !== "questions") return () => former.content;
  const tree = JSON.parse(former.content) as TextTree;
  return ({ id }) => textAt(tree, id.split(":").slice(1));
}

async function newer(
  track: TrackTranslations,
  { language }: TranslationToSave,
  units: readonly TranslationUnit[],
): Promise<SavedTranslation> {
  const stored = track.texts.find((text) => text.part === units[0]?.part && text.language === language);
  const person =
    stored?.byPersonId == null
      ? null
      : await db.person.findUnique({ where: { id: stored.byPersonId }, select: { certificateName: true } });
  return {
    ok: false,
    reason: "newer",
    theirs: Object.fromEntries(units.map(({ id, target }) => [id, target])),
    base: stored?.version ?? 0,
    by: person?.certificateName ?? null,
  };
}
