import { statement } from "../../platform/db.server";
import { readBase, writeBase } from "./draft-base";
import { type Draft, type DraftLesson, lessonsOfDraft, sourceLanguageOf } from "./draft-file";
import { findDraft, findFormerDraft, type FoundDraft } from "./find-draft.server";
import type { OutlineStep } from "./outline-edit";

/** What heads every page of a track's editor. */
export interface TrackHead {
  readonly societySlug: string;
  readonly trackSlug: string;
  readonly title: string;
  readonly language: string;
  readonly edition: { readonly number: number; readonly publishedAt: string } | null;
  readonly savedAt: string;
  readonly timeZone: string;
  readonly mayWrite: boolean;
}

export interface OutlineLesson {
  readonly id: string;
  readonly kind: DraftLesson["kind"];
  readonly title: string;
  readonly minutes: number;
  /** The first thing without which learners would meet an empty lesson. */
  readonly lacks: "text" | "recording" | "questions" | null;
}

export interface OutlineModule {
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly OutlineLesson[];
}

/** What was done just now, so that the page can say it and go on from there. */
export interface OutlineDeed {
  readonly did: OutlineStep["did"];
  readonly key: string | null;
  readonly title: string;
  /** Of what was moved: its place in its module (from 1) and the module's title; of a module the place alone. */
  readonly place: number;
  readonly module: string;
  /** The versions before a deletion, for its undoing. */
  readonly was: string | null;
}

export interface OutlinePage {
  readonly head: TrackHead;
  readonly base: string;
  readonly modules: readonly OutlineModule[];
  readonly deed: OutlineDeed | null;
}

const writtenIn = statement<[string, string], { id: string }>(
  "SELECT DISTINCT substr(part, 8) AS id FROM DraftText WHERE trackId = ? AND part LIKE 'lesson:%' AND language = ?",
);

export function headOf(
  draft: FoundDraft,
  seen: { societySlug: string; timeZone: string; mayWrite: boolean },
): TrackHead {
  const { slug: trackSlug, words, file, edition, savedAt } = draft;
  return { ...seen, trackSlug, title: words.title, language: sourceLanguageOf(file), edition, savedAt };
}

/** The modules and lessons of a draft in words, each lesson with what it lacks. */
export function outlineOf(draft: FoundDraft): OutlineModule[] {
  const written = new Set(writtenIn.all(draft.trackId, sourceLanguageOf(draft.file)).map(({ id }) => id));
  return draft.file.modules.map(({ id, lessons }) => ({
    id,
    title: draft.words.modules[id] ?? id,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      kind: lesson.kind,
      title: draft.words.lessons[lesson.id]?.title ?? lesson.id,
      minutes: lesson.minutes,
      lacks: lackOf(lesson, written),
    })),
  }));
}

function lackOf(lesson: DraftLesson, written: ReadonlySet<string>): OutlineLesson["lacks"] {
  switch (lesson.kind) {
    case "reading":
      return written.has(lesson.id) ? null : "text";
    case "webinar":
      return lesson.media === "" ? "recording" : null;
    case "quiz":
      return lesson.blueprint.fixed.length + lesson.blueprint.draw.length === 0 ? "questions" : null;
    case "evaluation":
      return null;
  }
}

const deeds: readonly string[] = ["made", "moved", "renamed", "copied", "deleted", "restored"];
const isDeed = (did: string | null): did is OutlineStep["did"] => did !== null && deeds.includes(did);

/** The outline of one of this society's tracks, or null. @param url tells what was done just now */
export function findOutlinePage(input: {
  societyId: string;
  trackSlug: string;
  url: string;
  seen: { societySlug: string; timeZone: string; mayWrite: boolean };
}): OutlinePage | null {
  const draft = findDraft(input.societyId, input.trackSlug);
  if (draft === null) return null;
  return {
    head: headOf(draft, input.seen),
    base: writeBase(draft.base),
    modules: outlineOf(draft),
    deed: deedOf(draft, new URL(input.url).searchParams),
  };
}

function deedOf(draft: FoundDraft, said: URLSearchParams): OutlineDeed | null {
  const [did, key, was] = [said.get("did"), said.get("id"), said.get("was")];
  if (!isDeed(did)) return null;
  const shown = did === "deleted" ? formerOf(draft, was) : draft;
  if (key === null) return { did, key, title: "", place: 0, module: "", was: null };
  const place = shown === null ? null : placeOf(shown, key);
  if (place === null || (did === "deleted" && placeOf(draft, key) !== null)) return null;
  return { did, key, ...place, was: did === "deleted" ? was : null };
}

function formerOf(draft: FoundDraft, was: string | null): Draft | null {
  const base = readBase(was ?? "");
  return base === null ? null : findFormerDraft(draft.trackId, sourceLanguageOf(draft.file), base);
}

function placeOf(draft: Draft, key: string): { title: string; place: number; module: string } | null {
  const [subject, id = ""] = key.split(":");
  const { modules } = draft.file;
  if (subject === "module") {
    const at = modules.findIndex((module) => module.id === id);
    return at < 0 ? null : { title: draft.words.modules[id] ?? id, place: at + 1, module: "" };
  }
  const home = modules.find(({ lessons }) => lessons.some((lesson) => lesson.id === id));
  if (home === undefined) return null;
  const place = home.lessons.findIndex((lesson) => lesson.id === id) + 1;
  return { title: draft.words.lessons[id]?.title ?? id, place, module: draft.words.modules[home.id] ?? home.id };
}

/** The draft before a deletion that is to be undone; null where the button names none of this track. */
export function findUndone(societyId: string, trackSlug: string, intent: string): Draft | null {
  const [act, , , was = ""] = intent.split(":");
  const draft = act === "undo" ? findDraft(societyId, trackSlug) : null;
  return draft === null ? null : formerOf(draft, was);
}

/** Whether the draft has a lesson of this id. */
export function findLesson(draft: Draft, lessonId: string): DraftLesson | null {
  return lessonsOfDraft(draft.file).find(({ id }) => id === lessonId) ?? null;
}
