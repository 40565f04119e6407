import type { Locale } from "../../i18n/locales";
import { languageName } from "../../i18n/format-list";
import { isLocale } from "../../i18n/locales";
import { translator } from "../../i18n/translate";
import type { Finding, Place } from "../finding";
import { sayFinding } from "../say-finding";
import type { CheckedDraft } from "./check-draft.server";
import type { OwnTrack } from "./find-own-track.server";

/** Findings that are mended at one place. */
export interface FindingGroup {
  readonly title: string;
  readonly href: string;
  readonly lines: readonly string[];
}

/** The findings as sentences, by the place where they are mended. */
function groupFindings(
  findings: readonly Finding[],
  { track, societySlug, locale }: { track: OwnTrack; societySlug: string; locale: Locale },
): FindingGroup[] {
  const t = translator(locale);
  const groups = new Map<string, { title: string; href: string; lines: Set<string> }>();
  for (const finding of findings) {
    const href = placeHref(finding.where, { track, societySlug });
    const group = groups.get(href) ?? {
      title: placeName(finding.where, track, locale),
      href,
      lines: new Set<string>(),
    };
    group.lines.add(sayFinding(finding, t, locale));
    groups.set(href, group);
  }
  return [...groups.values()].map(({ lines, ...group }) => ({ ...group, lines: [...lines] }));
}

function placeHref(where: Place, { track, societySlug }: { track: OwnTrack; societySlug: string }): string {
  const society = `/society/${societySlug}`;
  const home = `${society}/tracks/${track.slug}`;
  switch (where.at) {
    case "outline":
      return home;
    case "settings":
      return `${home}/settings`;
    case "bank":
      return `${society}/banks/${track.bankSlug}`;
    case "question":
      return `${society}/banks/${track.bankSlug}/questions/${where.key}`;
    case "translation":
      return `${home}/translations/${where.language}`;
    case "lesson":
      return where.language === undefined
        ? `${home}/lessons/${where.id}`
        : `${home}/lessons/${where.id}/text/${where.language}`;
  }
}

function placeName(where: Place, track: OwnTrack, locale: Locale): string {
  const t = translator(locale);
  switch (where.at) {
    case "outline":
    case "settings":
    case "bank":
      return t(`review:checks.place.${where.at}`);
    case "question":
      return t("review:checks.place.question", { name: where.key });
    case "translation":
      return t("review:checks.place.translation", { name: nameLanguage(where.language, locale) });
    case "lesson":
      return `${t("review:checks.place.lesson", { name: titleOf(track, where.id) })}${where.language === undefined ? "" : `, ${nameLanguage(where.language, locale)}`}`;
  }
}

const nameLanguage = (language: string, locale: Locale) =>
  isLocale(language) ? languageName(locale, language) : language;

function titleOf(track: OwnTrack, lessonId: string): string {
  const lessons = track.modules.flatMap((module) => module.lessons);
  return lessons.find(({ id }) => id === lessonId)?.title ?? lessonId;
}

/** What the page of the checks shows. */
export function checksPage(checked: CheckedDraft, about: { track: OwnTrack; societySlug: string; locale: Locale }) {
  return {
    errors: checked.errors.length,
    warnings: checked.warnings.length,
    errorGroups: groupFindings(checked.errors, about),
    warningGroups: groupFindings(checked.warnings, about),
  };
}
