import { formatMinutes } from "../i18n/format";
import type { Translate } from "../i18n/translate";
import { litSteps } from "../ui/step-wedge";
import type { Edition, FrozenText } from "./edition-store.server";
import type { Enrolment } from "./find-enrolment.server";
import { type Lesson, type LessonKind, lessonsOf } from "./manifest";
import type { PreviewPlace } from "./preview-place";
import { type TrackProgress, trackProgress } from "./progress";

/** What the shell of a lesson page is rendered from: the same for every learner of one edition text. */
export interface LessonShell {
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly modality: string;
  /** Null in a preview: what is shown is no edition. */
  readonly editionNumber: number | null;
  /** ISO moment; empty in a preview. */
  readonly editionDate: string;
  readonly society: Edition["society"];
  /** Language of the content, where it is not the interface's. */
  readonly contentLanguage: string;
  readonly modules: readonly {
    readonly id: string;
    readonly title: string;
    readonly lessons: readonly OutlineLesson[];
  }[];
  readonly lesson: {
    readonly id: string;
    readonly number: number;
    readonly kind: LessonKind;
    readonly title: string;
    readonly summary: string;
    readonly minutes: number;
    readonly outcomes: readonly { readonly code: string; readonly text: string }[];
  };
  readonly previous: OutlineLesson | null;
  readonly next: OutlineLesson | null;
  /** The learner ended this lesson before it was changed by a newer edition. */
  readonly isChangedSinceRead?: boolean | undefined;
  readonly preview?: PreviewPlace | undefined;
}

/** An edition, or a working copy in the shape of one. */
export type LessonSource = Pick<Edition, "trackSlug" | "publishedAt" | "society" | "manifest"> & {
  readonly number: number | null;
  readonly preview?: PreviewPlace | undefined;
};
type Words = Pick<FrozenText, "text">;

export interface OutlineLesson {
  readonly id: string;
  /** Position in the track, from 1. */
  readonly number: number;
  readonly title: string;
  readonly kind: LessonKind;
  readonly minutes: number;
}

export function lessonShell(edition: LessonSource, text: Words, lesson: Lesson): LessonShell {
  const { manifest } = edition;
  const all = lessonsOf(manifest);
  const outline = (entry: Lesson): OutlineLesson => ({
    id: entry.id,
    number: all.indexOf(entry) + 1,
    title: text.text.lessons[entry.id]?.title ?? entry.id,
    kind: entry.kind,
    minutes: entry.minutes,
  });
  const at = all.indexOf(lesson);
  const before = all[at - 1];
  const after = all[at + 1];
  return {
    trackSlug: edition.trackSlug,
    trackTitle: text.text.title,
    modality: manifest.modality,
    editionNumber: edition.number,
    editionDate: edition.publishedAt,
    society: edition.society,
    contentLanguage: text.text.language,
    modules: manifest.modules.map((module) => ({
      id: module.id,
      title: text.text.modules[module.id] ?? module.id,
      lessons: module.lessons.map(outline),
    })),
    lesson: {
      ...outline(lesson),
      summary: text.text.lessons[lesson.id]?.summary ?? "",
      outcomes: lesson.outcomes.map((code) => ({ code, text: text.text.outcomes[code] ?? "" })),
    },
    previous: before ? outline(before) : null,
    next: after ? outline(after) : null,
    preview: edition.preview,
  };
}

/** The learner's own facts on a lesson page, by the name of the mark that they fill. */
export function progressSlots(
  enrolment: Pick<Enrolment, "states"> & { readonly edition: Pick<Edition, "manifest"> },
  text: Words,
  lesson: Lesson,
  t: Translate,
): Record<string, string> {
  const { manifest } = enrolment.edition;
  const progress = trackProgress(manifest, enrolment.states);
  return {
    "progress.sentence": progressSentence(
      progress,
      manifest.modules.flatMap((m) => m.lessons),
      text,
      t,
    ),
    "progress.count": t("learning:progress.count", { done: progress.doneCount, count: progress.lessonCount }),
    "progress.left": progress.complete
      ? t("learning:progress.complete")
      : t("learning:progress.left", { time: formatMinutes(progress.minutesLeft) }),
    steps: litSteps(lessonsOf(manifest).map((entry) => enrolment.states[entry.id]?.done === true)),
    "lesson.end": enrolment.states[lesson.id]?.done ? t("learning:end.again") : t("learning:end.done"),
  };
}

/** "Progress: 6 of 14 lessons done. Next: lesson 7, Dose length product." */
function progressSentence(progress: TrackProgress, lessons: readonly Lesson[], text: Words, t: Translate): string {
  const done = t("learning:progress.sentence", { done: progress.doneCount, count: progress.lessonCount });
  if (progress.nextLessonId === null) return done;
  const number = lessons.findIndex((lesson) => lesson.id === progress.nextLessonId) + 1;
  const title = text.text.lessons[progress.nextLessonId]?.title ?? progress.nextLessonId;
  return `${done} ${t("learning:progress.next", { number, title })}`;
}
