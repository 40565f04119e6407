import { findDraftText } from "../drafts/draft-store.server";
import { findLesson, type FoundLesson, type LessonAddress } from "./find-lesson.server";
import { findLessonSetting, type LessonPreview, previewLesson } from "./preview-lesson.server";
import { namesOf } from "./save-lesson-text.server";

/** A text and everything that its editor offers. */
export interface OpenText {
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly language: string;
  readonly languages: readonly string[];
  /** Markdown; empty where nothing was written yet. */
  readonly text: string;
  /** The version that `text` is; 0 = not written yet. */
  readonly version: number;
  readonly saved: { readonly by: string | null; readonly at: string } | null;
  readonly references: readonly { readonly id: string; readonly cite: string; readonly year: number }[];
  /** Names of the track's drawings. */
  readonly drawings: readonly string[];
  readonly lessonIds: readonly string[];
  readonly preview: LessonPreview;
}

/** Opens the latest text of a lesson; null where this society has no such lesson. */
export async function openLessonText(address: LessonAddress): Promise<OpenText | null> {
  const lesson = await findLesson(address);
  if (lesson === null) return null;
  const [latest, setting] = await Promise.all([findDraftText(lesson.trackId, lesson), findLessonSetting(lesson)]);
  const text = latest?.content ?? "";
  return {
    ...namesIn(lesson),
    trackTitle: setting.trackTitle,
    lessonTitle: setting.lessonTitle,
    text,
    version: latest?.version ?? 0,
    saved: await savedBy(latest),
    drawings: Object.keys(setting.drawings),
    preview: previewLesson(text, { lesson, drawings: setting.drawings }),
  };
}

async function savedBy(latest: Awaited<ReturnType<typeof findDraftText>>): Promise<OpenText["saved"]> {
  if (latest === null) return null;
  const names = await namesOf([latest.byPersonId]);
  return { by: names.get(latest.byPersonId ?? "") ?? null, at: latest.at.toISOString() };
}

function namesIn({ trackSlug, lessonId, language, languages, lessonIds, references }: FoundLesson) {
  const picked = references.map(({ id, cite, year }) => ({ id, cite, year }));
  return { trackSlug, lessonId, language, languages, lessonIds, references: picked };
}

/** Renders what somebody is writing; null where this society has no such lesson. */
export async function previewText(address: LessonAddress, markdown: string): Promise<LessonPreview | null> {
  const lesson = await findLesson(address);
  if (lesson === null) return null;
  const { drawings } = await findLessonSetting(lesson);
  return previewLesson(markdown, { lesson, drawings });
}
