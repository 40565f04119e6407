import { type EditionText, type Lesson, lessonsOf, type Manifest } from "./manifest";

/** One side of a comparison: an edition in one language. Both sides must speak the same one. */
export interface EditionSide {
  readonly manifest: Manifest;
  readonly text: EditionText;
}

interface NamedLesson {
  readonly id: string;
  readonly title: string;
}

/** What a newer edition has, lacks and says differently. A lesson is the same lesson as long as id and kind are. */
export interface EditionChanges {
  readonly added: readonly NamedLesson[];
  readonly removed: readonly NamedLesson[];
  /** Another text, or another recording. */
  readonly changed: readonly NamedLesson[];
  readonly renamed: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** Quizzes with another pass mark, number of attempts, time limit or draw. */
  readonly rules: readonly NamedLesson[];
  /** Questions that are new or have another revision. */
  readonly questions: number;
}

/** Computed, so that a learner need not rely on the author's own words. */
export function editionChanges(before: EditionSide, after: EditionSide): EditionChanges {
  const earlier = byId(before);
  const later = byId(after);
  const isThere = (lessons: ReadonlyMap<string, Lesson>, { id, kind }: Lesson) => lessons.get(id)?.kind === kind;
  const kept = [...later.values()].filter((lesson) => isThere(earlier, lesson));
  const pairs = kept.flatMap((lesson) => {
    const was = earlier.get(lesson.id);
    return was === undefined ? [] : [{ was, is: lesson }];
  });
  return {
    added: named(
      [...later.values()].filter((lesson) => !isThere(earlier, lesson)),
      after,
    ),
    removed: named(
      [...earlier.values()].filter((lesson) => !isThere(later, lesson)),
      before,
    ),
    changed: named(
      pairs
        .filter(({ was, is }) => bodyOf(before, was) !== bodyOf(after, is) || recordingOf(was) !== recordingOf(is))
        .map(({ is }) => is),
      after,
    ),
    renamed: kept.flatMap(({ id }) => {
      const [from, to] = [titleOf(before, id), titleOf(after, id)];
      return from === to ? [] : [{ id, from, to }];
    }),
    rules: named(
      pairs.filter(({ was, is }) => ruleOf(was) !== ruleOf(is)).map(({ is }) => is),
      after,
    ),
    questions: countNewQuestions(before.manifest, after.manifest),
  };
}

function byId({ manifest }: EditionSide): Map<string, Lesson> {
  return new Map(lessonsOf(manifest).map((lesson) => [lesson.id, lesson]));
}

const titleOf = ({ text }: EditionSide, id: string) => text.lessons[id]?.title ?? id;
const bodyOf = ({ text }: EditionSide, { id }: Lesson) => text.lessons[id]?.bodyHash ?? "";

function recordingOf(lesson: Lesson): string {
  return lesson.kind === "webinar" ? lesson.assetId : "";
}

/** The same rule is the same text, whatever the order in which its parts were written. */
function ruleOf(lesson: Lesson): string {
  return lesson.kind === "quiz" ? inOrder(lesson.blueprint) : "";
}

function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function named(lessons: readonly Lesson[], side: EditionSide): NamedLesson[] {
  return lessons.map(({ id }) => ({ id, title: titleOf(side, id) }));
}

function countNewQuestions(before: Manifest, after: Manifest): number {
  const known = new Set(before.pool.map(({ revisionId }) => revisionId));
  return after.pool.filter(({ revisionId }) => !known.has(revisionId)).length;
}
