import { getText } from "./edition-store.server";
import { type Enrolment, listEnrolments } from "./find-enrolment.server";
import { lessonsOf } from "./manifest";
import { trackProgress } from "./progress";

/** One track on "My learning". */
export interface MyTrack {
  readonly trackSlug: string;
  readonly title: string;
  readonly language: string;
  readonly modality: string;
  readonly societyName: string;
  readonly isDemonstration: boolean;
  readonly steps: readonly { readonly id: string; readonly state: string; readonly startsModule: boolean; readonly isHere: boolean }[];
  readonly doneCount: number;
  readonly lessonCount: number;
  readonly minutesLeft: number;
  readonly isComplete: boolean;
  readonly isStarted: boolean;
  /** Where "go on" leads: the lesson last open, or the first that is not done. */
  readonly next: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly isWithdrawn: boolean;
}

/** Everything on "My learning", the latest visited track first: one statement and memory. */
export function listMyLearning(input: { personId: string; search: string }): MyTrack[] {
  const wanted = input.search.toLocaleLowerCase();
  return listEnrolments(input.personId)
    .map(toMyTrack)
    .filter((track) => wanted === "" || track.title.toLocaleLowerCase().includes(wanted));
}

function toMyTrack(enrolment: Enrolment): MyTrack {
  const { edition, states } = enrolment;
  const { text } = getText(enrolment.textId);
  const progress = trackProgress(edition.manifest, states);
  const lessons = lessonsOf(edition.manifest);
  const last = enrolment.lastLessonId;
  const nextId = last !== null && states[last]?.done !== true ? last : progress.nextLessonId;
  return {
    trackSlug: edition.trackSlug,
    title: text.title,
    language: text.language,
    modality: edition.manifest.modality,
    societyName: edition.society.name,
    isDemonstration: edition.society.isDemonstration,
    steps: edition.manifest.modules.flatMap((module) =>
      module.lessons.map((lesson, i) => ({
        id: lesson.id,
        state: states[lesson.id]?.done ? "done" : "open",
        startsModule: i === 0,
        isHere: lesson.id === nextId,
      })),
    ),
    doneCount: progress.doneCount,
    lessonCount: progress.lessonCount,
    minutesLeft: progress.minutesLeft,
    isComplete: progress.complete,
    isStarted: progress.doneCount > 0 || last !== null,
    next: nextId === null ? null : { id: nextId, number: lessons.findIndex((l) => l.id === nextId) + 1, title: text.lessons[nextId]?.title ?? nextId },
    isWithdrawn: enrolment.availability === "withdrawn",
  };
}
