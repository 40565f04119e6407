import { writeTranslationCsv } from "./csv-file";
import { readTranslations } from "./read-translations.server";
import { writeXliff } from "./write-xliff";

export type TranslationFormat = "xliff" | "csv";

export function isTranslationFormat(value: string | null): value is TranslationFormat {
  return value === "xliff" || value === "csv";
}

export interface TranslationFile {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

/** A language of a working copy as a file for translators; null where there is none. @param input.societyId from a guard */
export async function exportTranslation(input: {
  societyId: string;
  trackSlug: string;
  language: string;
  format: TranslationFormat;
}): Promise<TranslationFile | null> {
  const track = await readTranslations(input);
  const translation = track?.languages.find(({ language }) => language === input.language);
  if (track === null || translation === undefined) return null;
  const { trackSlug, sourceLanguage } = track;
  const { language, units } = translation;
  const name = `${trackSlug}.${language}`;
  if (input.format === "csv")
    return { name: `${name}.csv`, type: "text/csv; charset=utf-8", content: writeTranslationCsv(units) };
  const content = writeXliff({ trackSlug, sourceLanguage, language, units });
  return { name: `${name}.xlf`, type: "application/xliff+xml; charset=utf-8", content };
}
