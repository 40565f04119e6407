import type { Applied, DraftEdit } from "./change-draft.server";
import { type Draft, lessonsOfDraft } from "./draft-file";
import type { Typed } from "./draft-form";
import { said } from "./form-values";
import * as outline from "./outline";

/** What the buttons of the outline send as `intent`, and the step that each one is. */

type Subject = "lesson" | "module";

export interface OutlineStep {
  readonly did: "made" | "moved" | "renamed" | "copied" | "deleted" | "restored";
  /** "lesson:its-id"; null where the step makes something or is about several. */
  readonly subject: string | null;
  readonly edit: (seen: Draft) => DraftEdit;
}

export type OutlineIntent =
  | ({ readonly ok: true } & OutlineStep)
  | { readonly ok: false; readonly faults: readonly { readonly field: string; readonly code: "title" | "module" }[] }
  /** Not a button of ours. */
  | null;

const most = 200;
const isTitle = (title: string) => title !== "" && title.length <= most;
const isKind = (kind: string): kind is outline.LessonKind => (outline.lessonKinds as readonly string[]).includes(kind);
const only = (draft: Draft | null): Applied | null => (draft === null ? null : { draft });

/** Buttons that are about no row of the outline. */
const wholeForms: Readonly<Record<string, (typed: Typed) => OutlineIntent>> = {
  titles: renameAll,
  "add-module": addModule,
  "add-lesson": addLesson,
};

/** @param former the draft before a deletion, where the intent is to undo it */
export function readOutlineIntent(typed: Typed, former: Draft | null): OutlineIntent {
  const [act, subject, id, ...rest] = partsOf(typed);
  const whole = Object.hasOwn(wholeForms, act) ? wholeForms[act] : undefined;
  if (whole !== undefined) return whole(typed);
  if (subject !== "lesson" && subject !== "module") return null;
  if (act === "undo") return former === null ? null : restore(subject, id, former);
  return stepOf(act, subject, id, rest);
}

function partsOf(typed: Typed): [string, string, string, ...string[]] {
  const [act = "", subject = "", id = "", ...rest] = said(typed, "intent").split(":");
  return [act, subject, id, ...rest];
}

function addModule(typed: Typed): OutlineIntent {
  const title = typed["moduleTitle"] ?? "";
  if (!isTitle(title)) return { ok: false, faults: [{ field: "moduleTitle", code: "title" }] };
  const apply = (draft: Draft): Applied => {
    const made = outline.addModule(draft, title);
    return { draft: made.draft, madeId: `module:${made.id}` };
  };
  return { ok: true, did: "made", subject: null, edit: () => ({ touches: () => null, apply }) };
}

function addLesson(typed: Typed): OutlineIntent {
  const { lessonTitle: title = "", lessonKind: kind = "", lessonModule: moduleId = "" } = typed;
  if (!isKind(kind)) return null;
  const faults = [
    ...(isTitle(title) ? [] : [{ field: "lessonTitle", code: "title" } as const]),
    ...(moduleId === "" ? [{ field: "lessonModule", code: "module" } as const] : []),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const apply: DraftEdit["apply"] = (draft, taken) => {
    const made = outline.addLesson(draft, { moduleId, kind, title }, taken);
    return made === null ? null : { draft: made.draft, madeId: `lesson:${made.id}` };
  };
  return { ok: true, did: "made", subject: null, edit: () => ({ touches: () => null, apply }) };
}

const titleOf = ({ words }: Draft, field: string): string => {
  const [, subject = "", id = ""] = field.split(":");
  return (subject === "module" ? words.modules[id] : words.lessons[id]?.title) ?? "";
};

/** The titles of the form that differ from those that its page was made with. */
function renameAll(typed: Typed): OutlineIntent {
  const fields = Object.keys(typed).filter((name) => name.startsWith("title:"));
  const bad = fields.filter((field) => !isTitle(typed[field] ?? ""));
  if (bad.length > 0) return { ok: false, faults: bad.map((field) => ({ field, code: "title" })) };
  const edit = (seen: Draft): DraftEdit => {
    const changed = fields.filter((field) => typed[field] !== titleOf(seen, field));
    const apply = (draft: Draft) => changed.reduce<Draft | null>((so, field) => so && renamed(so, field, typed), draft);
    return { touches: (draft) => changed.map((field) => titleOf(draft, field)), apply: (draft) => only(apply(draft)) };
  };
  return { ok: true, did: "renamed", subject: null, edit };
}

function renamed(draft: Draft, field: string, typed: Typed): Draft | null {
  const [, subject = "", id = ""] = field.split(":");
  const title = typed[field] ?? "";
  return subject === "module" ? outline.renameModule(draft, id, title) : outline.renameLesson(draft, id, title);
}

function restore(subject: Subject, id: string, former: Draft): OutlineIntent {
  const bring = subject === "lesson" ? outline.restoreLesson : outline.restoreModule;
  const apply = (draft: Draft) => only(bring(draft, former, id));
  return {
    ok: true,
    did: "restored",
    subject: `${subject}:${id}`,
    edit: () => ({ touches: () => null, apply }),
  };
}

type Move = (draft: Draft, id: string, rest: readonly string[]) => Draft | null;

const lessonMoves: Readonly<Record<string, Move>> = {
  up: (draft, id) => outline.stepLesson(draft, id, -1),
  down: (draft, id) => outline.stepLesson(draft, id, 1),
  before: (draft, id) => outline.jumpLesson(draft, id, -1),
  after: (draft, id) => outline.jumpLesson(draft, id, 1),
  place: (draft, id, [moduleId = "", place = ""]) => outline.moveLesson(draft, id, { moduleId, place: placeOf(place) }),
};
const moduleMoves: Readonly<Record<string, Move>> = {
  up: (draft, id) => outline.stepModule(draft, id, -1),
  down: (draft, id) => outline.stepModule(draft, id, 1),
  place: (draft, id, [place = ""]) => outline.moveModule(draft, id, placeOf(place)),
};

const placeOf = (text: string) => (/^\d{1,4}$/.test(text) ? Number(text) : 0);

function stepOf(act: string, subject: Subject, id: string, rest: readonly string[]): OutlineIntent {
  const named = { ok: true, subject: `${subject}:${id}` } as const;
  const moves = subject === "lesson" ? lessonMoves : moduleMoves;
  const move = Object.hasOwn(moves, act) ? moves[act] : undefined;
  if (move !== undefined) {
    const apply = (draft: Draft) => only(move(draft, id, rest));
    return { ...named, did: "moved", edit: () => ({ touches: orderOf, apply }) };
  }
  if (act === "delete") return { ...named, did: "deleted", edit: () => deletion(subject, id) };
  if (act === "copy" && subject === "lesson") return { ...named, did: "copied", edit: () => copy(id) };
  return null;
}

/** Where every lesson stands: a move means a place among these. */
function orderOf({ file }: Draft): unknown {
  return file.modules.map(({ id, lessons }) => [id, lessons.map((lesson) => lesson.id)]);
}

function deletion(subject: Subject, id: string): DraftEdit {
  if (subject === "lesson") {
    const touches = ({ file, words }: Draft) => [lessonsOfDraft(file).find((l) => l.id === id), words.lessons[id]];
    return { touches, apply: (draft) => only(outline.deleteLesson(draft, id)) };
  }
  const touches = ({ file, words }: Draft) => {
    const module = file.modules.find((candidate) => candidate.id === id);
    return [module, words.modules[id], module?.lessons.map((lesson) => words.lessons[lesson.id])];
  };
  return { touches, apply: (draft) => only(outline.deleteModule(draft, id)) };
}

function copy(id: string): DraftEdit {
  return {
    touches: () => null,
    apply: (draft, taken) => {
      const title = draft.words.lessons[id]?.title ?? id;
      const made = outline.duplicateLesson(draft, id, numbered(draft, title), taken);
      return made === null
        ? null
        : { draft: made.draft, madeId: `lesson:${made.id}`, copied: { from: id, to: made.id } };
    },
  };
}

/** "Title (2)", or the first number that no lesson has. */
function numbered({ words }: Draft, title: string): string {
  const titles = new Set(Object.values(words.lessons).map((lesson) => lesson.title));
  const bare = title.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const next = `${bare} (${String(number)})`;
    if (!titles.has(next)) return next;
  }
}
