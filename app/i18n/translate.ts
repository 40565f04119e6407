import { createInstance, type i18n } from "i18next";
import type { Locale } from "./locales";
import type { MessageKey, Messages } from "./messages";

/**
 * Texts of the interface. The server registers every namespace of every language at its start; a page that hydrates
 * registers the few namespaces that it carries (entry.client).
 */

/** Gives the text for a key; `count` chooses the plural form; other values fill `{{name}}`. React escapes, so i18next doesn't. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const instances = new Map<Locale, i18n>();
const translators = new Map<Locale, Translate>();

export function registerMessages(locale: Locale, namespaces: Readonly<Record<string, Messages>>): void {
  const instance = createInstance();
  void instance.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: ":",
    ns: Object.keys(namespaces),
    defaultNS: "common",
    resources: { [locale]: namespaces },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  instances.set(locale, instance);
  translators.set(locale, (key, values) => instance.t(key, values ?? {}));
}

/** @throws Error when the language was never registered: a bug of the start. */
export function translator(locale: Locale): Translate {
  const translate = translators.get(locale);
  if (translate === undefined) throw new Error(`No messages are registered for ${locale}`);
  return translate;
}
