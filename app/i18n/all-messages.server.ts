import { type Locale, locales } from "./locales";
import type { Messages, Namespace } from "./messages";
import { registerMessages } from "./translate";

const files = import.meta.glob<Messages>("./messages/*/*.json", { eager: true, import: "default" });

function namespacesOf(locale: Locale): Record<string, Messages> {
  const start = `./messages/${locale}/`;
  return Object.fromEntries(
    Object.entries(files)
      .filter(([file]) => file.startsWith(start))
      .map(([file, messages]) => [file.slice(start.length, -".json".length), messages]),
  );
}

/** Makes every text of every language available to `translator`. Called once, at the start of the server. */
export function registerAllMessages(): void {
  for (const locale of locales) registerMessages(locale, namespacesOf(locale));
}

/** The texts that a page carries to the browser: only those that its scripts use. */
export function messagesFor(locale: Locale, namespaces: readonly Namespace[]): Record<string, Messages> {
  const all = namespacesOf(locale);
  return Object.fromEntries(namespaces.map((name) => [name, all[name] ?? {}]));
}
