import { db } from "../../platform/db.server";
import { readTranslations } from "./read-translations.server";
import { fingerprintOf } from "./review-translation.server";
import { type TranslationMatrix, type TranslationPage, translationMatrix, translationPage } from "./translation-views";

/** Null where the society has no such working copy. @param input.societyId comes from a guard */
export async function findTranslationMatrix(input: {
  societyId: string;
  trackSlug: string;
}): Promise<TranslationMatrix | null> {
  const track = await readTranslations(input);
  return track === null ? null : translationMatrix(track);
}

export interface FoundTranslationPage extends TranslationPage {
  /** Names both sides as they are; a review sends it back. */
  readonly fingerprint: string;
  readonly reviewer: string | null;
}

/** One group of texts beside their translation. */
export async function findTranslationPage(input: {
  societyId: string;
  trackSlug: string;
  language: string;
  group: string | null;
}): Promise<FoundTranslationPage | null> {
  const track = await readTranslations(input);
  const page = track === null ? null : translationPage(track, input.language, input.group);
  if (page === null) return null;
  const id = page.reviewed?.byPersonId;
  const person =
    id === undefined ? null : await db.person.findUnique({ where: { id }, select: { certificateName: true } });
  return { ...page, fingerprint: fingerprintOf(page.units), reviewer: person?.certificateName ?? null };
}

/** A language of a working copy, for pages around its texts. */
export async function findTranslationPlace(input: { societyId: string; trackSlug: string; language: string }) {
  const track = await readTranslations(input);
  const translation = track?.languages.find(({ language }) => language === input.language);
  if (track === null || translation === undefined) return null;
  const { trackSlug, title, sourceLanguage } = track;
  return { trackSlug, title, sourceLanguage, language: translation.language };
}
