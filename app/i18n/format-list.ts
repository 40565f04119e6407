import type { Locale } from "./locales";

/** Lists and names of languages as each language writes them. */

/** "English, German and French" */
export function formatList(locale: Locale, items: readonly string[]): string {
  // British English has no comma before "and".
  return new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(items);
}

/** "de" -> "German", "Deutsch", "allemand": small where the language writes it so. */
export function languageName(locale: Locale, code: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
}

/** The first letter large, as a line begins. */
export function beginLine(locale: Locale, text: string): string {
  return text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1);
}
