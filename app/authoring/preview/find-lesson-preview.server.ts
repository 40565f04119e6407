import type { QuizIntro } from "../../courses/find-quiz.server";
import { type LessonShell, lessonShell, progressSlots } from "../../courses/lesson-view";
import { findLesson, type Lesson } from "../../courses/manifest";
import { unbegunQuiz } from "../../courses/quiz-rules";
import { showWebinar, type WebinarShell } from "../../courses/webinar-page.server";
import type { Locale } from "../../i18n/locales";
import { translator } from "../../i18n/translate";
import { findAsset } from "../../media/find-asset.server";
import { mayPreviewRecording } from "./may-preview-recording.server";
import { previewBody, type PreviewBody } from "./preview-body.server";
import { previewPaper, type PreviewPaper } from "./preview-paper.server";
import { type DraftPreview, type PreviewBar, type PreviewPlea, readPreview } from "./read-preview.server";

/** A lesson as its learners would find it. */
export type LessonPreview = { readonly bar: PreviewBar; readonly page: LessonShell } & (
  | { readonly view: "reading"; readonly body: Omit<PreviewBody, "html"> & { readonly isEmpty: boolean } }
  | { readonly view: "webinar"; readonly webinar: WebinarShell }
  | { readonly view: "quiz"; readonly quiz: QuizIntro; readonly paper: PreviewPaper }
  | { readonly view: "evaluation" }
);

/** The page's data and what fills the marks of its shell. */
export interface FoundLessonPreview {
  readonly data: LessonPreview;
  readonly slots: Readonly<Record<string, string>>;
  /** Safe HTML of a reading lesson; empty for every other kind. */
  readonly body: string;
}

export interface LessonPlea extends PreviewPlea {
  readonly lessonId: string;
  /** Names the sample paper of a quiz, from 1. */
  readonly seed: number;
  readonly viewerId: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** One lesson of a society's working copy, or null: there is no such track or lesson. Nothing is written. */
export async function findLessonPreview(plea: LessonPlea): Promise<FoundLessonPreview | null> {
  const preview = await readPreview(plea);
  const lesson = preview === null ? null : findLesson(preview.source.manifest, plea.lessonId);
  if (preview === null || lesson === null) return null;
  const { source, text } = preview;
  const page = lessonShell(source, { text }, lesson);
  const nobody = { states: {}, edition: source };
  const slots = progressSlots(nobody, { text }, lesson, translator(plea.locale));
  const head = { bar: preview.bar, page };
  if (lesson.kind === "webinar") return withWebinar(preview, lesson, { head, slots, plea });
  if (lesson.kind === "reading") {
    const { html, ...body } = previewBody(preview, lesson.id);
    return { data: { ...head, view: "reading", body: { ...body, isEmpty: html === "" } }, slots, body: html };
  }
  if (lesson.kind === "evaluation") return { data: { ...head, view: "evaluation" }, slots, body: "" };
  const { blueprint } = lesson;
  const paper = previewPaper(preview, { societyId: plea.societyId, blueprint, seed: plea.seed });
  return { data: { ...head, view: "quiz", quiz: unbegunQuiz(blueprint), paper }, slots, body: "" };
}

async function withWebinar(
  { source, text }: DraftPreview,
  lesson: Extract<Lesson, { kind: "webinar" }>,
  {
    head,
    slots,
    plea,
  }: { head: Pick<LessonPreview, "bar" | "page">; slots: FoundLessonPreview["slots"]; plea: LessonPlea },
): Promise<FoundLessonPreview> {
  const isSeen = findAsset(lesson.assetId)?.audience === "anyone" || mayPreviewRecording(lesson.assetId, plea.viewerId);
  const shownLesson = isSeen ? lesson : { ...lesson, assetId: "", durationMs: 0 };
  const show = {
    lesson: shownLesson,
    text,
    authors: source.manifest.authors,
    viewerId: plea.viewerId,
    enrolment: null,
  };
  const shown = await showWebinar({ ...show, page: () => head.page }, plea.locale, plea.now);
  return {
    data: { ...head, view: "webinar", webinar: shown.shell() },
    slots: { ...slots, ...shown.slots },
    body: "",
  };
}
