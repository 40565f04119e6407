import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { locales } from "../app/i18n/locales";
import { findRawStrings } from "./raw-strings";
import { compareWithEnglish, type Language, lonelyPlurals, sameAsEnglish } from "./text-findings";

/** Every text that people read is in the catalogue, in every language, with the same placeholders. */

const folder = "app/i18n/messages";
const CatalogueFile = z.record(z.string(), z.string());
/** "namespace:key" of texts that are rightly the same as in English, by language: names, units, words that travelled. */
const ReviewedFile = z.partialRecord(z.enum(locales), z.array(z.string()));

function readLanguage(locale: string): Language {
  const files = existsSync(path.join(folder, locale)) ? readdirSync(path.join(folder, locale)) : [];
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/\.json$/, ""),
      CatalogueFile.parse(JSON.parse(readFileSync(path.join(folder, locale, file), "utf8"))),
    ]),
  );
}

function componentsOf(start: string): string[] {
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx$/.test(entry.name) && !/\.test\.tsx$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const findings = componentsOf("app").flatMap((file) =>
  findRawStrings(file, readFileSync(file, "utf8")).map((raw) => `${raw} is no key`),
);

const english = readLanguage("en");
const reviewed = ReviewedFile.parse(JSON.parse(readFileSync("scripts/same-as-english.json", "utf8")));
findings.push(...lonelyPlurals("en", english));
for (const locale of locales.filter((l) => l !== "en")) {
  const texts = readLanguage(locale);
  findings.push(...compareWithEnglish(locale, texts, english), ...lonelyPlurals(locale, texts));
  const same = sameAsEnglish(texts, english, new Set(reviewed[locale]));
  if (same.share > 0.03) {
    findings.push(
      `${locale}: ${(same.share * 100).toFixed(1)} % of the texts are the English ones. Translate them, or list them in scripts/same-as-english.json: ${same.keys.join(", ")}`,
    );
  }
}

for (const finding of findings) console.log(finding);
const count = Object.values(english).reduce((sum, catalogue) => sum + Object.keys(catalogue).length, 0);
console.log(
  findings.length === 0
    ? `${String(count)} texts in ${String(locales.length)} languages`
    : `${String(findings.length)} findings`,
);
process.exit(findings.length === 0 ? 0 : 1);
