import type { Locale } from "../i18n/locales";
import type english from "../i18n/messages/en/certificate-document.json";

/** The texts of the namespace `certificate-document` in one language, as its file holds them. */
export type DocumentTexts = Readonly<Record<string, string>>;

type WithoutPlural<Key extends string> = Key extends `${infer Base}_${"one" | "other"}` ? Base : Key;
export type DocumentTextKey = WithoutPlural<Extract<keyof typeof english, string>>;

/** Gives the text for a key; `count` chooses the plural form, other values fill `{{name}}`. */
export type DocumentText = (key: DocumentTextKey, values?: Readonly<Record<string, string | number>>) => string;

/**
 * Reads texts in i18next's format without i18next: a document needs nothing else of it, and what a frozen certificate
 * prints doesn't hang on an instance's settings. A value that holds `{{…}}` itself is printed as it is.
 * @throws Error when a text or a value is missing: a bug of ours, which must not be printed on a certificate
 */
export function documentText(texts: DocumentTexts, language: Locale): DocumentText {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const form = typeof values["count"] === "number" ? plurals.select(values["count"]) : undefined;
    const text = form === undefined ? texts[key] : (texts[`${key}_${form}`] ?? texts[`${key}_other`]);
    if (text === undefined) throw new Error(`The certificate's texts in ${language} lack "${key}"`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`The certificate's text "${key}" needs a value for "${name}"`);
      return String(value);
    });
  };
}
