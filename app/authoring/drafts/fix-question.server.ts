import { changeDraft } from "./change-draft.server";
import { type Draft, type DraftLesson, lessonsOfDraft } from "./draft-file";
import { findDraft } from "./find-draft.server";
import { findLesson } from "./outline-page.server";
import { findQuizBank } from "./quiz-bank.server";

type Quiz = Extract<DraftLesson, { kind: "quiz" }>;

function withFixed(draft: Draft, lessonId: string, change: (fixed: readonly string[]) => string[]): Draft {
  const changed = (lesson: Quiz): Quiz => {
    const fixed = change(lesson.blueprint.fixed);
    const { marks = {}, ...rest } = lesson.blueprint;
    const left = Object.fromEntries(Object.entries(marks).filter(([key]) => fixed.includes(key)));
    return { ...lesson, blueprint: { ...rest, fixed, ...(Object.keys(left).length > 0 ? { marks: left } : {}) } };
  };
  const modules = draft.file.modules.map((module) => ({
    ...module,
    lessons: module.lessons.map((lesson) =>
      lesson.id === lessonId && lesson.kind === "quiz" ? changed(lesson) : lesson,
    ),
  }));
  return { ...draft, file: { ...draft.file, modules } };
}

/**
 * Puts a question of the track's bank into every paper of a quiz, or takes it out again. Doing it twice is doing it once.
 * @returns whether there is such a quiz, and such a question in use
 */
export async function fixQuestion(input: {
  societyId: string;
  trackSlug: string;
  lessonId: string;
  key: string;
  isIn: boolean;
  byPersonId: string;
  now: Date;
}): Promise<boolean> {
  const { societyId, trackSlug, lessonId, key, isIn, byPersonId, now } = input;
  const draft = findDraft(societyId, trackSlug);
  if (draft === null || findLesson(draft, lessonId)?.kind !== "quiz") return false;
  const bank = findQuizBank(societyId, draft.file.bank);
  if (isIn && bank?.questions.some(({ id }) => id === key) !== true) return false;
  const change = (fixed: readonly string[]) => [...fixed.filter((id) => id !== key), ...(isIn ? [key] : [])];
  const apply = (now: Draft) =>
    lessonsOfDraft(now.file).some(({ id }) => id === lessonId) ? { draft: withFixed(now, lessonId, change) } : null;
  const edit = () => ({ touches: () => null, apply });
  const changed = await changeDraft({ societyId, trackSlug, base: draft.base, edit, byPersonId, now });
  return changed.ok;
}
