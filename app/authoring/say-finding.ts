import { isLocale } from "../i18n/locales";
import { languageName } from "../i18n/format-list";
import type { MessageKey } from "../i18n/messages";
import type { Translate } from "../i18n/translate";
import type { Locale } from "../i18n/locales";
import type { Finding } from "./finding";

/** What is said, with the line where there is one; a fault of Markdown has all of it. */
interface Said extends Pick<Finding, "code" | "params" | "language"> {
  readonly line?: number | null;
}

/** A finding as a sentence of a language. */
export function sayFinding(finding: Said, t: Translate, locale: Locale): string {
  const { params } = finding;
  const field = params["field"];
  const kind = params["kind"];
  const words = {
    ...params,
    // Names of fields and kinds come from lists of ours; each is in the English file.
    ...(field === undefined ? {} : { field: t(`review:field.${fieldKey(String(field))}` as MessageKey) }),
    ...(kind === undefined ? {} : { kind: t(`review:kind.${String(kind)}` as MessageKey) }),
  };
  const sentence = t(`review:check.${finding.code}` as MessageKey, words);
  const about = [
    ...(finding.language === undefined || !isLocale(finding.language) ? [] : [languageName(locale, finding.language)]),
    ...(finding.line == null ? [] : [t("review:check.line", { line: finding.line })]),
  ];
  return about.length === 0 ? sentence : `${about.join(", ")}: ${sentence}`;
}

const knownFields = new Set([
  "title",
  "summary",
  "audience",
  "needs",
  "minutes",
  "media",
  "speakers",
  "recordedOn",
  "watchPercent",
  "blueprint",
  "bank",
  "languages",
  "professions",
  "preparedOn",
  "reviewBy",
  "authors",
  "declaredOn",
  "outcomes",
  "references",
  "modules",
  "lessons",
]);

function fieldKey(field: string): string {
  return knownFields.has(field) ? field : "other";
}
