import { findDraftVersion, listDraftVersions } from "../drafts/draft-store.server";
import { findLesson, type LessonAddress } from "./find-lesson.server";
import { type DiffLine, lineDifference } from "./line-difference";
import { findLessonSetting } from "./preview-lesson.server";
import { type LessonSaved, namesOf, saveLessonText } from "./save-lesson-text.server";

export interface TextVersion {
  readonly version: number;
  readonly by: string | null;
  readonly at: string;
}

export interface LessonHistory {
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly language: string;
  /** Versions of this page, the newest first. */
  readonly versions: readonly TextVersion[];
  readonly latest: number;
  readonly page: number;
  readonly pages: number;
  /** Null where fewer than two versions were asked for. */
  readonly compared: { readonly from: number; readonly to: number; readonly lines: readonly DiffLine[] } | null;
}

const versionsOnPage = 50;

/** Every version of a text with who and when, and two of them compared. Null where this society has no such lesson. */
export async function findLessonHistory(
  address: LessonAddress,
  asked: { readonly page: number; readonly from: number | null; readonly to: number | null },
): Promise<LessonHistory | null> {
  const lesson = await findLesson(address);
  if (lesson === null) return null;
  const [versions, setting] = await Promise.all([listDraftVersions(lesson.trackId, lesson), findLessonSetting(lesson)]);
  const pages = Math.max(1, Math.ceil(versions.length / versionsOnPage));
  const page = Math.min(asked.page, pages);
  const shown = versions.slice((page - 1) * versionsOnPage, page * versionsOnPage);
  const names = await namesOf(shown.map(({ byPersonId }) => byPersonId));
  const { trackSlug, lessonId, language } = lesson;
  return {
    trackSlug,
    lessonId,
    language,
    trackTitle: setting.trackTitle,
    lessonTitle: setting.lessonTitle,
    versions: shown.map(({ version, byPersonId, at }) => ({
      version,
      by: names.get(byPersonId ?? "") ?? null,
      at: at.toISOString(),
    })),
    latest: versions[0]?.version ?? 0,
    page,
    pages,
    compared: await compareVersions(lesson, asked),
  };
}

async function compareVersions(
  lesson: { trackId: string; part: Parameters<typeof findDraftVersion>[1]["part"]; language: string },
  asked: { readonly from: number | null; readonly to: number | null },
): Promise<LessonHistory["compared"]> {
  if (asked.from === null || asked.to === null) return null;
  const [from, to] = [Math.min(asked.from, asked.to), Math.max(asked.from, asked.to)];
  const { trackId, part, language } = lesson;
  const [before, after] = await Promise.all(
    [from, to].map((version) => findDraftVersion(trackId, { part, language, version })),
  );
  if (before == null || after == null) return null;
  return { from, to, lines: lineDifference(before.content, after.content) };
}

/** Makes an earlier version the latest again, as a version of its own. `latest` is the newest version that the person saw. */
export async function restoreVersion(input: {
  readonly address: LessonAddress;
  readonly version: number;
  readonly latest: number;
  readonly byPersonId: string;
  readonly now: Date;
}): Promise<LessonSaved> {
  const lesson = await findLesson(input.address);
  const { version, latest, byPersonId, now } = input;
  const earlier = lesson === null ? null : await findDraftVersion(lesson.trackId, { ...lesson, version });
  if (earlier === null) return { ok: false, reason: "not-there" };
  return saveLessonText({ ...input.address, content: earlier.content, base: latest, byPersonId, now });
}
