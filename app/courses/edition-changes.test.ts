import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { type EditionChanges, editionChanges, type EditionSide } from "./edition-changes";
import type { Lesson } from "./manifest";

const nothing: EditionChanges = { added: [], removed: [], changed: [], renamed: [], rules: [], questions: 0 };

dbTest("an edition beside itself has changed nothing", async ({ given }) => {
  const edition = await given.edition();
  expect(editionChanges(edition, structuredClone({ manifest: edition.manifest, text: edition.text }))).toEqual(nothing);
});

dbTest(
  "added, left out, changed, renamed lessons and other rules are named, each in its own list",
  async ({ given }) => {
    const before = await given.edition();
    const after: EditionSide = structuredClone({ manifest: before.manifest, text: before.text });
    const [module] = after.manifest.modules;
    if (module === undefined) throw new Error("The given edition has a module");
    module.lessons = module.lessons.flatMap((lesson): Lesson[] => {
      if (lesson.kind === "evaluation") return [];
      if (lesson.kind === "quiz") return [{ ...lesson, blueprint: { ...lesson.blueprint, passPercent: 80 } }];
      return [lesson];
    });
    module.lessons.push({ kind: "reading", id: "news", minutes: 5, outcomes: [] });
    after.text.lessons["news"] = { title: "News", summary: "", bodyHash: "n" };
    after.text.lessons["reading"] = { title: "Reading anew", summary: "", bodyHash: "other" };
    after.manifest.pool.splice(0, 1, { key: "one-of-three", revisionId: "later" });
    expect(editionChanges(before, after)).toEqual({
      added: [{ id: "news", title: "News" }],
      removed: [{ id: "evaluation", title: "Lesson evaluation" }],
      changed: [{ id: "reading", title: "Reading anew" }],
      renamed: [{ id: "reading", from: "Lesson reading", to: "Reading anew" }],
      rules: [{ id: "quiz", title: "Lesson quiz" }],
      questions: 1,
    });
  },
);

dbTest("another recording is a change; another kind under the same id is another lesson", async ({ given }) => {
  const before = await given.edition();
  const after: EditionSide = structuredClone({ manifest: before.manifest, text: before.text });
  const [module] = after.manifest.modules;
  if (module === undefined) throw new Error("The given edition has a module");
  module.lessons = module.lessons.map(
    (lesson): Lesson =>
      lesson.kind === "webinar"
        ? { ...lesson, assetId: "another" }
        : lesson.kind === "reading"
          ? { kind: "evaluation", id: "reading", minutes: 1, outcomes: [] }
          : lesson,
  );
  const lesson = { id: "reading", title: "Lesson reading" };
  expect(editionChanges(before, after)).toEqual({
    ...nothing,
    added: [lesson],
    removed: [lesson],
    changed: [{ id: "webinar", title: "Lesson webinar" }],
  });
});
