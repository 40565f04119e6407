import { freeId, slugOf } from "../banks/slug";
import { type Draft, type DraftBlueprint, type DraftLesson, type DraftModule, lessonsOfDraft } from "./draft-file";

/**
 * Edits of a track's outline. Each takes a draft and gives a new one, or null where what it is about is not there.
 * An id is made once, from the first title, and stays: links, progress and translations hang on it.
 */

export type LessonKind = DraftLesson["kind"];
export const lessonKinds = ["reading", "webinar", "quiz", "evaluation"] as const satisfies readonly LessonKind[];

export interface Made {
  readonly draft: Draft;
  readonly id: string;
}

const blankBlueprint: DraftBlueprint = {
  fixed: [],
  draw: [],
  shuffleQuestions: true,
  shuffleOptions: true,
  passPercent: 75,
  attempts: 3,
  waitMinutes: 0,
  timeLimitMinutes: null,
};

/** A lesson about which nothing has been said yet. Minutes are a guess that its author corrects. */
function blankLesson(kind: LessonKind, id: string): DraftLesson {
  switch (kind) {
    case "reading":
      return { kind, id, minutes: 10, outcomes: [] };
    case "webinar":
      return {
        ...{ kind, id, minutes: 15, outcomes: [], media: "", watchPercent: 90, recordedOn: "", speakers: [] },
        speechTellsAll: false,
      };
    case "quiz":
      return { kind, id, minutes: 15, outcomes: [], blueprint: blankBlueprint };
    case "evaluation":
      return { kind, id, minutes: 5, outcomes: [] };
  }
}

function withModules(draft: Draft, modules: readonly DraftModule[]): Draft {
  return { ...draft, file: { ...draft.file, modules: [...modules] } };
}

function without<Value>(table: Readonly<Record<string, Value>>, gone: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => !gone.includes(key)));
}

function inserted<Entry>(list: readonly Entry[], place: number, entry: Entry): Entry[] {
  const at = Math.max(0, Math.min(place, list.length));
  return [...list.slice(0, at), entry, ...list.slice(at)];
}

function hasLesson(draft: Draft, lessonId: string): boolean {
  return lessonsOfDraft(draft.file).some(({ id }) => id === lessonId);
}

function moduleAt(draft: Draft, moduleId: string): number {
  return draft.file.modules.findIndex(({ id }) => id === moduleId);
}

/** @param taken ids that were used once, such as those of deleted lessons whose texts are kept */
function freshLessonId(draft: Draft, title: string, taken: ReadonlySet<string>): string {
  const isTaken = (id: string) => taken.has(id) || hasLesson(draft, id) || Object.hasOwn(draft.words.lessons, id);
  return freeId(slugOf(title, 60, "lesson"), isTaken);
}

function freshModuleId(draft: Draft, title: string): string {
  return freeId(slugOf(title, 60, "module"), (id) => moduleAt(draft, id) >= 0);
}

export function addModule(draft: Draft, title: string): Made {
  const id = freshModuleId(draft, title);
  const grown = withModules(draft, [...draft.file.modules, { id, lessons: [] }]);
  return { draft: { ...grown, words: { ...draft.words, modules: { ...draft.words.modules, [id]: title } } }, id };
}

export function addLesson(
  draft: Draft,
  lesson: { readonly moduleId: string; readonly kind: LessonKind; readonly title: string },
  taken: ReadonlySet<string> = new Set(),
): Made | null {
  if (moduleAt(draft, lesson.moduleId) < 0) return null;
  const id = freshLessonId(draft, lesson.title, taken);
  const made = blankLesson(lesson.kind, id);
  const grown = withModules(
    draft,
    draft.file.modules.map((module) =>
      module.id === lesson.moduleId ? { ...module, lessons: [...module.lessons, made] } : module,
    ),
  );
  return { draft: withLessonWords(grown, id, { title: lesson.title, summary: "" }), id };
}

function withLessonWords(draft: Draft, id: string, said: { title: string; summary: string }): Draft {
  return { ...draft, words: { ...draft.words, lessons: { ...draft.words.lessons, [id]: said } } };
}

export function renameModule(draft: Draft, moduleId: string, title: string): Draft | null {
  if (moduleAt(draft, moduleId) < 0) return null;
  return { ...draft, words: { ...draft.words, modules: { ...draft.words.modules, [moduleId]: title } } };
}

export function renameLesson(draft: Draft, lessonId: string, title: string): Draft | null {
  if (!hasLesson(draft, lessonId)) return null;
  return withLessonWords(draft, lessonId, { summary: draft.words.lessons[lessonId]?.summary ?? "", title });
}

/** The copy stands right behind the lesson and says the same under another title. */
export function duplicateLesson(
  draft: Draft,
  lessonId: string,
  title: string,
  taken: ReadonlySet<string> = new Set(),
): Made | null {
  const lesson = lessonsOfDraft(draft.file).find(({ id }) => id === lessonId);
  if (lesson === undefined) return null;
  const id = freshLessonId(draft, title, taken);
  const grown = withModules(
    draft,
    draft.file.modules.map((module) => {
      const at = module.lessons.indexOf(lesson);
      return at < 0 ? module : { ...module, lessons: inserted(module.lessons, at + 1, { ...lesson, id }) };
    }),
  );
  return { draft: withLessonWords(grown, id, { summary: draft.words.lessons[lessonId]?.summary ?? "", title }), id };
}

/** Takes a lesson to a place of a module, counted without the lesson itself; a place behind the end is the end. */
export function moveLesson(draft: Draft, lessonId: string, to: { moduleId: string; place: number }): Draft | null {
  const lesson = lessonsOfDraft(draft.file).find(({ id }) => id === lessonId);
  if (lesson === undefined || moduleAt(draft, to.moduleId) < 0) return null;
  const modules = draft.file.modules.map((module) => {
    const others = module.lessons.filter(({ id }) => id !== lessonId);
    return { ...module, lessons: module.id === to.moduleId ? inserted(others, to.place, lesson) : others };
  });
  return withModules(draft, modules);
}

/** One step up (-1) or down (1); over the edge of its module it goes to the next one. At the ends nothing changes. */
export function stepLesson(draft: Draft, lessonId: string, by: -1 | 1): Draft | null {
  const { modules } = draft.file;
  const at = modules.findIndex((module) => module.lessons.some(({ id }) => id === lessonId));
  const module = modules[at];
  if (module === undefined) return null;
  const place = module.lessons.findIndex(({ id }) => id === lessonId) + by;
  if (place >= 0 && place < module.lessons.length) return moveLesson(draft, lessonId, { moduleId: module.id, place });
  return jumpLesson(draft, lessonId, by);
}

/** To the end of the module before (-1), or to the start of the one behind (1). */
export function jumpLesson(draft: Draft, lessonId: string, by: -1 | 1): Draft | null {
  const { modules } = draft.file;
  const at = modules.findIndex((module) => module.lessons.some(({ id }) => id === lessonId));
  if (at < 0) return null;
  const beside = modules[at + by];
  if (beside === undefined) return draft;
  return moveLesson(draft, lessonId, { moduleId: beside.id, place: by < 0 ? beside.lessons.length : 0 });
}

/** Takes a module with its lessons to a place among the other modules. */
export function moveModule(draft: Draft, moduleId: string, place: number): Draft | null {
  const module = draft.file.modules[moduleAt(draft, moduleId)];
  if (module === undefined) return null;
  const others = draft.file.modules.filter(({ id }) => id !== moduleId);
  return withModules(draft, inserted(others, place, module));
}

export function stepModule(draft: Draft, moduleId: string, by: -1 | 1): Draft | null {
  const at = moduleAt(draft, moduleId);
  if (at < 0) return null;
  return moveModule(draft, moduleId, Math.max(0, at + by));
}

export function deleteLesson(draft: Draft, lessonId: string): Draft | null {
  if (!hasLesson(draft, lessonId)) return null;
  const left = draft.file.modules.map((module) => ({
    ...module,
    lessons: module.lessons.filter(({ id }) => id !== lessonId),
  }));
  const { words } = draft;
  return { ...withModules(draft, left), words: { ...words, lessons: without(words.lessons, [lessonId]) } };
}

/** Deletes a module and the lessons in it. */
export function deleteModule(draft: Draft, moduleId: string): Draft | null {
  const module = draft.file.modules[moduleAt(draft, moduleId)];
  if (module === undefined) return null;
  const left = draft.file.modules.filter(({ id }) => id !== moduleId);
  const gone = module.lessons.map(({ id }) => id);
  const { words } = draft;
  return {
    ...withModules(draft, left),
    words: { ...words, modules: without(words.modules, [moduleId]), lessons: without(words.lessons, gone) },
  };
}

/** Where an entry of a former list belongs among those that are left of it: behind its nearest neighbour before it. */
function formerPlace(
  former: readonly { readonly id: string }[],
  id: string,
  now: readonly { readonly id: string }[],
): number {
  const before = former.slice(
    0,
    former.findIndex((entry) => entry.id === id),
  );
  const neighbour = before.reverse().find((entry) => now.some((left) => left.id === entry.id));
  return neighbour === undefined ? 0 : now.findIndex((left) => left.id === neighbour.id) + 1;
}

/** Brings a deleted lesson back as the former draft had it. Null where it isn't in the former draft, or is there again. */
export function restoreLesson(draft: Draft, former: Draft, lessonId: string): Draft | null {
  const home = former.file.modules.find((module) => module.lessons.some(({ id }) => id === lessonId));
  const lesson = home?.lessons.find(({ id }) => id === lessonId);
  if (home === undefined || lesson === undefined || hasLesson(draft, lessonId)) return null;
  const at = moduleAt(draft, home.id);
  const said = former.words.lessons[lessonId];
  const spoken = said === undefined ? draft : withLessonWords(draft, lessonId, said);
  if (at < 0) return withFormerModule(spoken, former, { id: home.id, lessons: [lesson] });
  const modules = draft.file.modules.map((module) =>
    module.id === home.id
      ? {
          ...module,
          lessons: inserted(module.lessons, formerPlace(home.lessons, lessonId, module.lessons), lesson),
        }
      : module,
  );
  return withModules(spoken, modules);
}

function withFormerModule(draft: Draft, former: Draft, module: DraftModule): Draft {
  const place = formerPlace(former.file.modules, module.id, draft.file.modules);
  const title = former.words.modules[module.id];
  const words = title === undefined ? {} : { [module.id]: title };
  return {
    ...withModules(draft, inserted(draft.file.modules, place, module)),
    words: { ...draft.words, modules: { ...draft.words.modules, ...words } },
  };
}

/** Brings a deleted module back with those of its lessons that aren't there again. */
export function restoreModule(draft: Draft, former: Draft, moduleId: string): Draft | null {
  const module = former.file.modules.find(({ id }) => id === moduleId);
  if (module === undefined || moduleAt(draft, moduleId) >= 0) return null;
  const lessons = module.lessons.filter(({ id }) => !hasLesson(draft, id));
  const said = Object.fromEntries(
    lessons.flatMap(({ id }) => {
      const words = former.words.lessons[id];
      return words === undefined ? [] : [[id, words] as const];
    }),
  );
  const spoken = { ...draft, words: { ...draft.words, lessons: { ...draft.words.lessons, ...said } } };
  return withFormerModule(spoken, former, { id: moduleId, lessons });
}
