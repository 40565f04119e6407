import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Locale, locales } from "./locales";
import type { Messages, Namespace } from "./messages";
import { registerMessages } from "./translate";

// Vite's types say that this is always there; in a command that runs from the sources it is not.
const vite = import.meta.env as ImportMetaEnv | undefined;
/** Texts by "./messages/<language>/<namespace>.json": inside the bundle, or read from the folder where there is none. */
const files =
  vite === undefined
    ? readFiles()
    : import.meta.glob<Messages>("./messages/*/*.json", { eager: true, import: "default" });

function readFiles(): Record<string, Messages> {
  const here = path.dirname(fileURLToPath(import.meta.url));
  const paths = locales.flatMap((locale) =>
    readdirSync(path.join(here, "messages", locale)).map((name) => `./messages/${locale}/${name}`),
  );
  // The catalogue's own test holds that each file is a flat record of strings.
  return Object.fromEntries(
    paths.map((file) => [file, JSON.parse(readFileSync(path.join(here, file), "utf8")) as Messages]),
  );
}

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
