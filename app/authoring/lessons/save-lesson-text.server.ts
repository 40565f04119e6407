import { db, transact } from "../../platform/db.server";
import { type DraftText, findDraftVersion, saveDraftText } from "../drafts/draft-store.server";
import { findLesson, type LessonAddress } from "./find-lesson.server";
import { isTooLong, tidyText } from "./tidy-text";

/** A version that somebody else saved, with the name of who did. */
export interface OtherText {
  readonly version: number;
  readonly content: string;
  /** Null for a text that no person wrote, such as an import. */
  readonly by: string | null;
  readonly at: string;
}

export type LessonSaved =
  | { readonly ok: true; readonly version: number; readonly at: string; readonly content: string }
  | { readonly ok: false; readonly reason: "not-there" }
  | { readonly ok: false; readonly reason: "too-long" }
  /** Somebody saved in between. Nothing was kept; `latest` is what they wrote. */
  | { readonly ok: false; readonly reason: "newer"; readonly latest: OtherText };

export interface LessonToSave extends LessonAddress {
  readonly content: string;
  /** The version that the writer began with; 0 = a text that isn't there yet. */
  readonly base: number;
  readonly byPersonId: string;
  readonly now: Date;
}

/** Keeps a lesson's text as its next version. A text that says already what was sent counts as saved. */
export async function saveLessonText(input: LessonToSave): Promise<LessonSaved> {
  const content = tidyText(input.content);
  if (isTooLong(content)) return { ok: false, reason: "too-long" };
  const lesson = await findLesson(input);
  if (lesson === null) return { ok: false, reason: "not-there" };
  const { trackId, part, language } = lesson;
  const { base, byPersonId, now } = input;
  const saved = await transact((tx) => saveDraftText(tx, { trackId, part, language, base, content, byPersonId, now }));
  if (saved.ok || saved.reason === "unchanged")
    return { ok: true, version: saved.version, at: now.toISOString(), content };
  return { ok: false, reason: "newer", latest: await withName(saved.latest) };
}

/**
 * Answers a conflict with the other's text. The writer's own text becomes a version first, so that the history holds
 * both; then the version that the writer looked at becomes the latest again.
 */
export async function takeTheirs(input: LessonToSave): Promise<LessonSaved> {
  const lesson = await findLesson(input);
  const theirs = lesson === null ? null : await findDraftVersion(lesson.trackId, { ...lesson, version: input.base });
  if (lesson === null || theirs === null) return { ok: false, reason: "not-there" };
  const mine = await saveLessonText(input);
  if (!mine.ok || mine.content === theirs.content) return mine;
  return saveLessonText({ ...input, base: mine.version, content: theirs.content });
}

async function withName({ version, content, byPersonId, at }: DraftText): Promise<OtherText> {
  return { version, content, by: (await namesOf([byPersonId])).get(byPersonId ?? "") ?? null, at: at.toISOString() };
}

/** Names of people by their ids. */
export async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const people = await db.person.findMany({
    where: { id: { in: wanted } },
    select: { id: true, certificateName: true },
  });
  return new Map(people.map(({ id, certificateName }) => [id, certificateName]));
}
