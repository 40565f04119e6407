import { formatMinutes } from "../i18n/format";
import { sha256 } from "../platform/ids.server";
import type { StillPage } from "../platform/still.server";
import { litSteps } from "../ui/step-wedge";
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
  readonly steps: readonly { readonly id: string; readonly startsModule: boolean; readonly isHere: boolean }[];
  /** Which steps are lit (ui/step-wedge). */
  readonly lit: string;
  readonly doneCount: string;
  readonly lessonCount: number;
  /** "2 h 10 min" */
  readonly timeLeft: string;
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

/** What the shell of "My learning" is rendered from: no lit step, count or time of this learner. */
export type MyTrackShell = Omit<MyTrack, "lit" | "doneCount" | "timeLeft"> & { readonly place: number };

/**
 * "My learning" as a still page: learners at the same places of the same tracks share a shell; lit steps, counts and
 * times are marks, named by the track's place in the list.
 */
export function stillMyTracks(tracks: readonly MyTrack[]): {
  tracks: MyTrackShell[];
  slots: StillPage["slots"];
  key: string;
} {
  const slots: Record<string, string> = {};
  const shell = tracks.map(({ lit, doneCount, timeLeft, ...track }, place) => {
    slots[`lit.${String(place)}`] = lit;
    slots[`done.${String(place)}`] = doneCount;
    slots[`left.${String(place)}`] = timeLeft;
    return { ...track, place };
  });
  return { tracks: shell, slots, key: sha256(JSON.stringify(shell)) };
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
        startsModule: i === 0,
        isHere: lesson.id === nextId,
      })),
    ),
    lit: litSteps(lessons.map((lesson) => states[lesson.id]?.done === true)),
    doneCount: String(progress.doneCount),
    lessonCount: progress.lessonCount,
    timeLeft: formatMinutes(progress.minutesLeft),
    isComplete: progress.complete,
    isStarted: progress.doneCount > 0 || last !== null,
    next:
      nextId === null
        ? null
        : {
            id: nextId,
            number: lessons.findIndex((l) => l.id === nextId) + 1,
            title: text.lessons[nextId]?.title ?? nextId,
          },
    isWithdrawn: enrolment.availability === "withdrawn",
  };
}
