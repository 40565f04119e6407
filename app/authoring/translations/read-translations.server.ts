import { z } from "zod";
import { isLocale, type Locale, locales } from "../../i18n/locales";
import { db, statement } from "../../platform/db.server";
import { sha256 } from "../../platform/ids.server";
import { findQuestionTexts } from "../drafts/draft-bank.server";
import { type DraftText, listDraftTexts } from "../drafts/draft-store.server";
import { readSourceTexts, type SourceTexts, type SourceUnit } from "./source-texts.server";
import { type TextTree, textAt } from "./text-tree";
import { groupOf, statusOf, type TranslationUnit } from "./unit";

/** All translations of a working copy. */
export interface TrackTranslations {
  readonly trackId: string;
  readonly trackSlug: string;
  readonly title: string;
  /** What the authors write in. */
  readonly sourceLanguage: Locale;
  readonly languages: readonly LanguageTranslation[];
  readonly source: SourceTexts;
  readonly texts: readonly DraftText[];
  readonly lessonTitles: Readonly<Record<string, string>>;
}

export interface LanguageTranslation {
  readonly language: Locale;
  /** The track's structure names it: learners are offered it from the next publication on. */
  readonly isOffered: boolean;
  readonly units: readonly TranslationUnit[];
  readonly trees: TargetTrees;
}

/** What stands in a language, in whatever shape. */
interface TargetTrees {
  readonly words: TextTree;
  readonly questions: TextTree;
}

interface TrackRow {
  readonly id: string;
  readonly slug: string;
  readonly societyId: string;
  readonly currentEditionId: string | null;
}

const findTrack = statement<[string, string], TrackRow>(
  "SELECT id, slug, societyId, currentEditionId FROM Track WHERE societyId = ? AND slug = ?",
);

/** A working copy may lack what a publication needs, so only this much of it is asked for. */
const Structure = z.object({
  bank: z.string().catch(""),
  languages: z.array(z.enum(locales)).min(1),
  modules: z.array(z.object({ lessons: z.array(z.object({ id: z.string() })) })).catch([]),
});
const Titles = z.object({
  title: z.string().catch(""),
  lessons: z.record(z.string(), z.object({ title: z.string() })).catch({}),
});

/** Null where the society has no such track with a working copy. @param input.societyId comes from a guard */
export async function readTranslations(input: {
  societyId: string;
  trackSlug: string;
}): Promise<TrackTranslations | null> {
  const track = findTrack.get(input.societyId, input.trackSlug);
  if (track === undefined) return null;
  const texts = await listDraftTexts(track.id, "all");
  const structure = texts.find(({ part }) => part === "structure");
  const parsed = structure === undefined ? undefined : Structure.safeParse(JSON.parse(structure.content)).data;
  const sourceLanguage = parsed?.languages[0];
  if (parsed === undefined || sourceLanguage === undefined) return null;
  const source = readSourceTexts({
    trackId: track.id,
    societyId: track.societyId,
    bankSlug: parsed.bank,
    language: sourceLanguage,
    texts,
    lessonIds: parsed.modules.flatMap(({ lessons }) => lessons.map(({ id }) => id)),
  });
  const read = await readerOf(track.id, texts);
  const begun = texts.filter(({ part }) => part === "words").map(({ language }) => language);
  const languages = [...new Set([...parsed.languages, ...begun])].filter(isLocale);
  return {
    trackId: track.id,
    trackSlug: track.slug,
    ...titlesOf(texts, sourceLanguage),
    sourceLanguage,
    source,
    texts,
    languages: languages
      .filter((language) => language !== sourceLanguage)
      .map((language) => {
        const trees = readTrees(track, texts, language);
        // The questions' own language is English, whatever the track's.
        const own = source.units.filter(({ part }) => part !== "questions" || language !== "en");
        const isOffered = parsed.languages.includes(language);
        return { language, isOffered, trees, units: own.map((unit) => read(language, trees, unit)) };
      }),
  };
}

function titlesOf(texts: readonly DraftText[], language: string) {
  const words = texts.find((text) => text.part === "words" && text.language === language);
  const { title, lessons } = Titles.parse(words === undefined ? {} : JSON.parse(words.content));
  return { title, lessonTitles: Object.fromEntries(Object.entries(lessons).map(([id, said]) => [id, said.title])) };
}

interface Mark {
  readonly sourceVersion: number;
  readonly targetHash: string;
  readonly reviewedById: string | null;
  readonly reviewedAt: Date | null;
}

/** Puts a source's text and its translation together. */
async function readerOf(
  trackId: string,
  texts: readonly DraftText[],
): Promise<(language: string, trees: TargetTrees, unit: SourceUnit) => TranslationUnit> {
  const rows = await db.translationMark.findMany({ where: { trackId } });
  const marks = new Map<string, Mark>(rows.map((row) => [`${row.language} ${row.unit}`, row]));
  const named = await renderedVersions(trackId);
  const stored = new Map(texts.map((text) => [`${text.language} ${text.part}`, text]));
  return (language, trees, unit) => {
    const text = stored.get(`${language} ${unit.part}`);
    const target = targetOf(unit, trees, text);
    const mark = validMark(marks.get(`${language} ${unit.id}`), target);
    const fallback = unit.part === "questions" ? undefined : named.get(`${language} ${unit.part}`);
    const rendered = mark?.sourceVersion ?? fallback ?? unit.versionAt(text?.at ?? endOfTime);
    const before = unit.at(rendered) ?? unit.text;
    const reviewed = reviewOf(mark);
    return {
      id: unit.id,
      part: unit.part,
      group: groupOf(unit.id),
      source: unit.text,
      sourceVersion: unit.version,
      target,
      rendered,
      before,
      reviewed,
      status: statusOf({ source: unit.text, target, before, isReviewed: reviewed !== null }),
    };
  };
}

/** A text that isn't there yet renders whatever the source says now. */
const endOfTime = new Date(Date.UTC(9999, 0));

function targetOf(unit: SourceUnit, trees: TargetTrees, text: DraftText | undefined): string {
  const [, ...path] = unit.id.split(":");
  if (unit.part === "words") return textAt(trees.words, path);
  return unit.part === "questions" ? textAt(trees.questions, path) : (text?.content ?? "");
}

/** A mark holds while the translation reads as it did. */
function validMark(mark: Mark | undefined, target: string): Mark | undefined {
  return mark?.targetHash === sha256(target) ? mark : undefined;
}

function reviewOf(mark: Mark | undefined): TranslationUnit["reviewed"] {
  if (mark?.reviewedById == null || mark.reviewedAt === null) return null;
  return { byPersonId: mark.reviewedById, at: mark.reviewedAt.toISOString() };
}

function readTrees(track: TrackRow, texts: readonly DraftText[], language: string): TargetTrees {
  const words = texts.find((text) => text.part === "words" && text.language === language);
  const questions = findQuestionTexts({ language, texts, currentEditionId: track.currentEditionId });
  // Both hold JSON, which is what a tree is.
  return {
    words: words === undefined ? {} : (JSON.parse(words.content) as TextTree),
    questions: (questions ?? {}) as TextTree,
  };
}

/** "de lesson:welcome" -> the version of the source that the last save with such a version named. */
async function renderedVersions(trackId: string): Promise<Map<string, number>> {
  const rows = await db.draftText.findMany({
    where: { trackId, sourceVersion: { not: null } },
    orderBy: { version: "asc" },
    select: { part: true, language: true, sourceVersion: true },
  });
  return new Map(rows.map((row) => [`${row.language} ${row.part}`, row.sourceVersion ?? 0]));
}
