import { recordEvent } from "../../audit/record-event.server";
import type { Locale } from "../../i18n/locales";
import { type Transaction, transact } from "../../platform/db.server";
import { saveDraftText } from "../drafts/draft-store.server";
import { readTranslations, type TrackTranslations } from "./read-translations.server";
import { countStatuses } from "./unit";

export interface LanguageChange {
  /** From a guard that proved the right to write. */
  readonly societyId: string;
  readonly trackSlug: string;
  readonly language: Locale;
  /** `add`: begin to translate. `offer`: from the next publication on. `stop`: offer it no longer; its texts stay. */
  readonly change: "add" | "offer" | "stop";
  readonly byPersonId: string;
  readonly now: Date;
}

export type LanguageChanged =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-there" }
  /** Texts are missing: learners would meet gaps. */
  | { readonly ok: false; readonly reason: "unfinished" };

/** Changes the languages of a working copy. Doing it again changes nothing. */
export function changeLanguages(change: LanguageChange): Promise<LanguageChanged> {
  return transact(async (tx): Promise<LanguageChanged> => {
    const track = await readTranslations(change);
    if (track === null || change.language === track.sourceLanguage) return { ok: false, reason: "not-there" };
    return change.change === "add" ? addLanguage(tx, track, change) : offerLanguage(tx, track, change);
  });
}

async function addLanguage(
  tx: Transaction,
  { trackId, languages }: TrackTranslations,
  { language, byPersonId, now }: LanguageChange,
): Promise<LanguageChanged> {
  const text = { trackId, part: "words", language, base: 0, content: blankWords(language), byPersonId, now } as const;
  if (!languages.some((known) => known.language === language)) await saveDraftText(tx, text);
  return { ok: true };
}

async function offerLanguage(
  tx: Transaction,
  track: TrackTranslations,
  { language, change, trackSlug, byPersonId, now }: LanguageChange,
): Promise<LanguageChanged> {
  const known = track.languages.find((translation) => translation.language === language);
  const structure = track.texts.find(({ part }) => part === "structure");
  if (known === undefined || structure === undefined) return { ok: false, reason: "not-there" };
  const isOffering = change === "offer";
  if (known.isOffered === isOffering) return { ok: true };
  if (isOffering && countStatuses(known.units).missing > 0) return { ok: false, reason: "unfinished" };
  // It was read as a structure above: an object with a list of languages.
  const file = JSON.parse(structure.content) as { languages: string[] };
  const rest = file.languages.filter((offered) => offered !== language);
  const content = JSON.stringify({ ...file, languages: isOffering ? [...rest, language] : rest }, null, 2);
  const { trackId } = track;
  const text = { trackId, part: "structure", language: "", base: structure.version, content, byPersonId, now } as const;
  await saveDraftText(tx, text);
  const event = { action: `track.language.${change}`, subject: `track:${trackSlug}`, details: { language } };
  await recordEvent(tx, { ...event, actorId: byPersonId, now });
  return { ok: true };
}

/** A TrackText in which nothing is said yet. */
function blankWords(language: Locale): string {
  const said = { title: "", summary: "", audience: "", needs: "" };
  return JSON.stringify({ language, ...said, outcomes: {}, modules: {}, lessons: {}, authors: {}, drawings: {} });
}
