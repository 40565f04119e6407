import { z } from "zod";
import { type Locale, isLocale } from "../../i18n/locales";
import type { Reference } from "../../markup/render-lesson.server";
import { db } from "../../platform/db.server";
import { type DraftPart, findDraftText } from "../drafts/draft-store.server";

/** Which text of which lesson, as an address names it. */
export interface LessonAddress {
  readonly societyId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly language: string;
}

/** What a lesson's text needs to know of its track. */
export interface FoundLesson {
  readonly trackId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly part: DraftPart;
  readonly language: Locale;
  /** Languages of the track, the source language first. */
  readonly languages: readonly Locale[];
  /** Ids of all lessons, in their order. */
  readonly lessonIds: readonly string[];
  readonly references: readonly Reference[];
}

/** A working copy may still lack what a publication needs, so only this much of its structure is asked for. */
const Structure = z.object({
  languages: z.array(z.string()),
  references: z
    .array(z.object({ id: z.string(), cite: z.string(), year: z.number(), url: z.string().optional() }))
    .catch([]),
  modules: z.array(z.object({ lessons: z.array(z.object({ id: z.string(), kind: z.string() })) })),
});

function parseStructure(content: string): z.infer<typeof Structure> | null {
  try {
    return Structure.safeParse(JSON.parse(content)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A reading lesson of this society's working copy in a language of its track; null for anything else, whosever it is. */
export async function findLesson({
  societyId,
  trackSlug,
  lessonId,
  language,
}: LessonAddress): Promise<FoundLesson | null> {
  const track = await db.track.findFirst({ where: { slug: trackSlug, societyId }, select: { id: true } });
  if (track === null) return null;
  const text = await findDraftText(track.id, { part: "structure", language: "" });
  const structure = text === null ? null : parseStructure(text.content);
  if (structure === null) return null;
  const lessons = structure.modules.flatMap((module) => module.lessons);
  const isReading = lessons.some(({ id, kind }) => id === lessonId && kind === "reading");
  if (!isReading || !isLocale(language) || !structure.languages.includes(language)) return null;
  return {
    trackId: track.id,
    trackSlug,
    lessonId,
    part: `lesson:${lessonId}`,
    language,
    languages: structure.languages.filter(isLocale),
    lessonIds: lessons.map(({ id }) => id),
    references: structure.references,
  };
}
