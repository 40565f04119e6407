import type { Locale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import { statement } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import type { FrozenText } from "./edition-store.server";
import { getBody, getText } from "./edition-store.server";
import { type Enrolment, findEnrolment } from "./find-enrolment.server";
import { type LessonShell, lessonShell, progressSlots } from "./lesson-view";
import { findLesson, type Lesson, lessonsOf } from "./manifest";
import { isOpen, trackProgress } from "./progress";

/** A lesson as one learner may see it now. */
export type LessonPage =
  | {
      readonly state: "open";
      readonly enrolment: Enrolment;
      readonly lesson: Lesson;
      readonly text: FrozenText;
      /** What a still page's key must name beside the reader. */
      readonly key: string;
      readonly slots: Readonly<Record<string, string>>;
      /** The finished text of a reading lesson. */
      readonly body: string | null;
      readonly shell: () => LessonShell;
    }
  | {
      readonly state: "ended";
      readonly shell: LessonShell;
      readonly ended: { readonly at: string; readonly reason: string };
    }
  | {
      readonly state: "locked";
      readonly shell: LessonShell;
      readonly first: { readonly id: string; readonly number: number; readonly title: string };
      readonly slots: Readonly<Record<string, string>>;
    };

/**
 * The lesson for this learner, or null when they are not enrolled or there is no such lesson. One statement on the
 * database once the edition is in memory, whatever the size of the track.
 */
export function findLessonPage(input: {
  personId: string;
  trackSlug: string;
  lessonId: string;
  locale: Locale;
}): LessonPage | null {
  const enrolment = findEnrolment(input);
  if (enrolment === null) return null;
  const { edition } = enrolment;
  const lesson = findLesson(edition.manifest, input.lessonId);
  if (lesson === null) return null;
  const text = getText(enrolment.textId);
  if (enrolment.ended !== null)
    return { state: "ended", shell: lessonShell(edition, text, lesson), ended: enrolment.ended };
  const slots = progressSlots(enrolment, text, lesson, translator(input.locale));
  if (!isOpen(edition.manifest, enrolment.states, lesson.id)) {
    return { state: "locked", shell: lessonShell(edition, text, lesson), first: firstMissing(enrolment, text), slots };
  }
  const bodyHash = text.text.lessons[lesson.id]?.bodyHash;
  const hasChanged = isChangedSinceRead(enrolment, lesson, text);
  return {
    state: "open",
    enrolment,
    lesson,
    text,
    // The frame names the society, whose name may change while its editions stay.
    key: `lesson ${text.id} ${lesson.id} ${sha256(edition.society.name)}${hasChanged ? " changed" : ""}`,
    slots,
    body: bodyHash === undefined ? null : getBody(bodyHash),
    shell: () => ({ ...lessonShell(edition, text, lesson), isChangedSinceRead: hasChanged }),
  };
}

function firstMissing(enrolment: Enrolment, text: FrozenText) {
  const lessons = lessonsOf(enrolment.edition.manifest);
  const id = trackProgress(enrolment.edition.manifest, enrolment.states).nextLessonId ?? "";
  return { id, number: lessons.findIndex((lesson) => lesson.id === id) + 1, title: text.text.lessons[id]?.title ?? id };
}

const readText = statement<[string, string], { editionTextId: string }>(
  "SELECT editionTextId FROM LessonDone WHERE enrolmentId = ? AND lessonId = ?",
);

/** Did the text change after the learner ended the lesson? Asked only of those who moved between editions. */
function isChangedSinceRead(enrolment: Enrolment, lesson: Lesson, text: FrozenText): boolean {
  if (!enrolment.hasMoved || lesson.kind !== "reading" || enrolment.states[lesson.id]?.done !== true) return false;
  const row = readText.get(enrolment.id, lesson.id);
  if (row === undefined || row.editionTextId === text.id) return false;
  const read = getText(row.editionTextId).text;
  // A translation that came later is no change of the text.
  return (
    read.language === text.text.language && read.lessons[lesson.id]?.bodyHash !== text.text.lessons[lesson.id]?.bodyHash
  );
}
