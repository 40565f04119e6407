import { type Locale, locales } from "../../i18n/locales";
import { difference, type Stretch } from "./difference";
import type { TrackTranslations } from "./read-translations.server";
import {
  countStatuses,
  type GroupKind,
  groupKinds,
  kindOfGroup,
  type TranslationUnit,
  type UnitCounts,
  type UnitStatus,
} from "./unit";

/** Languages × kinds of texts. */
export interface TranslationMatrix {
  readonly trackSlug: string;
  readonly title: string;
  readonly sourceLanguage: Locale;
  readonly rows: readonly MatrixRow[];
  /** Languages that could be added. */
  readonly others: readonly Locale[];
}

export interface MatrixRow {
  readonly language: Locale;
  readonly isOffered: boolean;
  readonly all: UnitCounts;
  readonly cells: readonly { readonly kind: GroupKind; readonly counts: UnitCounts }[];
}

export function translationMatrix(track: TrackTranslations): TranslationMatrix {
  const known = new Set<string>([track.sourceLanguage, ...track.languages.map(({ language }) => language)]);
  return {
    trackSlug: track.trackSlug,
    title: track.title,
    sourceLanguage: track.sourceLanguage,
    others: locales.filter((locale) => !known.has(locale)),
    rows: track.languages.map(({ language, isOffered, units }) => ({
      language,
      isOffered,
      all: countStatuses(units),
      cells: groupKinds.map((kind) => ({
        kind,
        counts: countStatuses(units.filter(({ group }) => kindOfGroup(group) === kind)),
      })),
    })),
  };
}

/** What is translated on one page. */
export interface TranslationGroup {
  readonly group: string;
  readonly kind: GroupKind;
  /** Of a lesson its title, of a question its key; empty for the others. */
  readonly title: string;
  readonly counts: UnitCounts;
}

export interface ShownUnit {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly status: UnitStatus;
  /** What the source said before, and says now; null where it didn't change. */
  readonly changes: readonly Stretch[] | null;
}

export interface TranslationPage {
  readonly trackSlug: string;
  readonly title: string;
  readonly sourceLanguage: Locale;
  readonly language: Locale;
  readonly isOffered: boolean;
  readonly all: UnitCounts;
  readonly groups: readonly TranslationGroup[];
  readonly chosen: TranslationGroup;
  readonly units: readonly ShownUnit[];
  /** Version of the translation's part; 0 = none yet. */
  readonly base: number;
  readonly sourceVersion: number;
  readonly reviewed: { readonly byPersonId: string; readonly at: string } | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** One group of a language; without a name the first one that isn't done. Null where there is none. */
export function translationPage(
  track: TrackTranslations,
  language: string,
  wanted: string | null,
): TranslationPage | null {
  const translation = track.languages.find((candidate) => candidate.language === language);
  if (translation === undefined) return null;
  const groups = groupsOf(track, translation.units);
  const index = wanted === null ? firstOpen(groups) : groups.findIndex(({ group }) => group === wanted);
  const chosen = groups[index];
  if (chosen === undefined) return null;
  const units = translation.units.filter(({ group }) => group === chosen.group);
  return {
    trackSlug: track.trackSlug,
    title: track.title,
    language: translation.language,
    isOffered: translation.isOffered,
    all: countStatuses(translation.units),
    groups,
    chosen,
    units: units.map(showUnit),
    ...versionsOf(track, language, units),
    reviewed: reviewOf(units),
    before: groups[index - 1]?.group ?? null,
    after: groups[index + 1]?.group ?? null,
  };
}

/** Who reviewed a group, where all of it is reviewed. */
function reviewOf(units: readonly TranslationUnit[]): TranslationUnit["reviewed"] {
  return units.every(({ status }) => status === "reviewed") ? (units[0]?.reviewed ?? null) : null;
}

/** All texts of a group stand in one part. */
function versionsOf(track: TrackTranslations, language: string, [first]: readonly TranslationUnit[]) {
  const stored = track.texts.find((text) => text.part === first?.part && text.language === language);
  return {
    sourceLanguage: first?.part === "questions" ? ("en" as const) : track.sourceLanguage,
    base: stored?.version ?? 0,
    sourceVersion: first?.sourceVersion ?? 0,
  };
}

function groupsOf(track: TrackTranslations, units: readonly TranslationUnit[]): TranslationGroup[] {
  return [...new Set(units.map(({ group }) => group))].map((group) => {
    const kind = kindOfGroup(group);
    const id = group.slice(kind.length + 1);
    const counts = countStatuses(units.filter((unit) => unit.group === group));
    return { group, kind, title: kind === "lesson" ? (track.lessonTitles[id] ?? id) : id, counts };
  });
}

function firstOpen(groups: readonly TranslationGroup[]): number {
  return Math.max(
    0,
    groups.findIndex(({ counts }) => counts.missing + counts.behind > 0),
  );
}

function showUnit({ id, source, target, status, before }: TranslationUnit): ShownUnit {
  return { id, source, target, status, changes: status === "behind" ? difference(before, source) : null };
}
