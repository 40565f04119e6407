import fc from "fast-check";
import { expect, test } from "vitest";
import { smallTrack } from "../../../tests/support/small-track";
import { present } from "../../platform/invariant";
import { blankDraft, type Draft, DraftFile, DraftWords, lessonsOfDraft } from "./draft-file";
import * as outline from "./outline";

const blank = blankDraft({ slug: "t", society: "s", title: "T", language: "en", modality: "CT", bank: "" });

/** `sizes[i]` lessons in module i. */
function draftOf(sizes: readonly number[]): Draft {
  let draft = blank;
  for (const [m, size] of sizes.entries()) {
    const made = outline.addModule(draft, `Module ${String(m)}`);
    draft = made.draft;
    for (let l = 0; l < size; l++) {
      const kind = outline.lessonKinds[l % outline.lessonKinds.length] ?? "reading";
      const lesson = outline.addLesson(draft, { moduleId: made.id, kind, title: `Lesson ${String(l)}` });
      draft = lesson?.draft ?? draft;
    }
  }
  return draft;
}

const idsOf = (draft: Draft) => lessonsOfDraft(draft.file).map(({ id }) => id);
const drafts = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 }).map(draftOf);
const moves = fc.array(
  fc.record({ what: fc.nat(6), lesson: fc.nat(), module: fc.nat(), place: fc.nat(7), up: fc.boolean() }),
  { maxLength: 25 },
);

function moved(
  draft: Draft,
  { what, lesson, module, place, up }: { what: number; lesson: number; module: number; place: number; up: boolean },
): Draft {
  const ids = idsOf(draft);
  const moduleId = draft.file.modules[module % draft.file.modules.length]?.id ?? "";
  const lessonId = ids[lesson % Math.max(1, ids.length)] ?? "";
  const by = up ? -1 : 1;
  const acts = [
    () => outline.moveLesson(draft, lessonId, { moduleId, place }),
    () => outline.stepLesson(draft, lessonId, by),
    () => outline.jumpLesson(draft, lessonId, by),
    () => outline.moveModule(draft, moduleId, place),
    () => outline.stepModule(draft, moduleId, by),
  ];
  return acts[what % acts.length]?.() ?? draft;
}

test("no lesson is lost or doubled by any sequence of moves, and no text changes", () => {
  fc.assert(
    fc.property(drafts, moves, (draft, sequence) => {
      const after = sequence.reduce(moved, draft);
      expect(idsOf(after).sort()).toEqual(idsOf(draft).sort());
      expect(after.file.modules.map(({ id }) => id).sort()).toEqual(draft.file.modules.map(({ id }) => id).sort());
      expect(after.words).toEqual(draft.words);
      expect(DraftFile.safeParse(after.file).success).toBe(true);
    }),
  );
});

test("undoing a deletion restores the draft exactly", () => {
  fc.assert(
    fc.property(drafts, moves, fc.nat(), (start, sequence, at) => {
      const draft = sequence.reduce(moved, start);
      for (const id of idsOf(draft)) {
        const left = outline.deleteLesson(draft, id);
        expect(left && idsOf(left)).not.toContain(id);
        expect(left && outline.restoreLesson(left, draft, id)).toEqual(draft);
      }
      const module = draft.file.modules[at % draft.file.modules.length]?.id ?? "";
      const left = outline.deleteModule(draft, module);
      expect(left && outline.restoreModule(left, draft, module)).toEqual(draft);
    }),
  );
});

test("what others did since a deletion stays when it is undone", () => {
  const draft = draftOf([3, 1]);
  const [first, second] = ["lesson-0", "lesson-1"];
  const left = present(outline.deleteLesson(draft, second), "left");
  const renamed = present(outline.renameLesson(left, first, "Another title"), "renamed");
  const back = present(outline.restoreLesson(renamed, draft, second), "back");
  expect(idsOf(back)).toEqual(idsOf(draft));
  expect(back.words.lessons[first]?.title).toBe("Another title");
  const noModule = present(outline.deleteModule(left, "module-0"), "no module");
  expect(idsOf(present(outline.restoreLesson(noModule, draft, second), "again"))).toContain(second);
});

test("an id comes from the title, stays when the title changes, and is never that of a lesson whose text is kept", () => {
  const { draft, id: moduleId } = outline.addModule(blank, "Why children differ");
  expect(moduleId).toBe("why-children-differ");
  const lesson = { moduleId, kind: "reading", title: "Größe & Alter" } as const;
  const one = outline.addLesson(draft, lesson);
  expect(one?.id).toBe("grosse-alter");
  const two = outline.addLesson(one?.draft ?? draft, lesson, new Set(["grosse-alter-2"]));
  expect(two?.id).toBe("grosse-alter-3");
  const renamed = outline.renameLesson(two?.draft ?? draft, "grosse-alter", "Size");
  expect(renamed && idsOf(renamed)).toEqual(["grosse-alter", "grosse-alter-3"]);
});

test("a copy stands behind its lesson with the same settings and summary", () => {
  const draft = draftOf([3]);
  const [first = "", second, third] = idsOf(draft);
  const copy = present(outline.duplicateLesson(draft, first, "Lesson 0, copy"), "copy");
  expect(idsOf(copy.draft)).toEqual([first, copy.id, second, third]);
  expect(copy.draft.words.lessons[copy.id]).toEqual({ title: "Lesson 0, copy", summary: "" });
});

test("what isn't there can't be edited", () => {
  const draft = draftOf([1]);
  for (const result of [
    outline.addLesson(draft, { moduleId: "x", kind: "quiz", title: "Q" }),
    outline.renameLesson(draft, "x", "Y"),
    outline.renameModule(draft, "x", "Y"),
    outline.duplicateLesson(draft, "x", "Y"),
    outline.moveLesson(draft, "x", { moduleId: "module-0", place: 0 }),
    outline.moveLesson(draft, idsOf(draft)[0] ?? "", { moduleId: "x", place: 0 }),
    outline.stepLesson(draft, "x", 1),
    outline.jumpLesson(draft, "x", 1),
    outline.moveModule(draft, "x", 0),
    outline.stepModule(draft, "x", 1),
    outline.deleteLesson(draft, "x"),
    outline.deleteModule(draft, "x"),
    outline.restoreLesson(draft, draft, idsOf(draft)[0] ?? ""),
    outline.restoreModule(draft, draft, "module-0"),
  ])
    expect(result).toBeNull();
});

test("every track file and its texts are a draft, and a draft may be empty", () => {
  expect(DraftFile.parse(smallTrack.file)).toEqual(smallTrack.file);
  for (const text of smallTrack.texts) expect(DraftWords.parse(text)).toEqual(text);
  expect(DraftFile.parse(blank.file)).toEqual(blank.file);
  expect(DraftWords.parse(blank.words)).toEqual(blank.words);
});
