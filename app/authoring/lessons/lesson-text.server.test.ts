import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../../tests/support/db-test";
import { givenLesson } from "../../../tests/support/given-lesson";
import { findLessonHistory, restoreVersion } from "./lesson-history.server";
import { openLessonText, previewText } from "./open-lesson-text.server";
import { saveLessonText, takeTheirs } from "./save-lesson-text.server";

async function givenWriter({ given, now }: DbTestContext) {
  const { society, address } = await givenLesson(given, now);
  const person = await given.member({ society, role: "author" });
  const save = (base: number, content: string) =>
    saveLessonText({ ...address, base, content, byPersonId: person.id, now });
  return { address, person, save, society };
}

dbTest("a text opens with its version, its titles, what it may cite and how it would be published", async (context) => {
  const { address } = await givenWriter(context);
  expect(await openLessonText(address)).toMatchObject({
    version: 1,
    text: expect.stringContaining("The lead.") as string,
    lessonTitle: "en: Reading",
    trackTitle: "en: A small track",
    languages: ["en", "de"],
    references: [{ id: "icrp-135", year: 2017 }],
    drawings: ["cylinder"],
    preview: { faults: [], html: expect.stringContaining("Body, 32 cm</text>") as string },
  });
  expect(await openLessonText({ ...address, language: "de" })).toMatchObject({ version: 0, text: "", saved: null });
});

dbTest("only reading lessons of this society, in a language of the track, are there", async (context) => {
  const { address } = await givenWriter(context);
  const other = await context.given.society();
  for (const wrong of [
    { societyId: other.id },
    { trackSlug: "nowhere" },
    { lessonId: "quiz" },
    { lessonId: "nobody" },
    { language: "fr" },
    { language: "xx" },
  ]) {
    expect(await openLessonText({ ...address, ...wrong }), JSON.stringify(wrong)).toBeNull();
    expect(await previewText({ ...address, ...wrong }, "x")).toBeNull();
    expect(await findLessonHistory({ ...address, ...wrong }, { page: 1, from: null, to: null })).toBeNull();
  }
});

dbTest("a save from an old version keeps nothing and shows the newer text with its writer", async (context) => {
  const { address, person, save } = await givenWriter(context);
  expect(await save(1, "One\r\n")).toMatchObject({ ok: true, version: 2, content: "One\n" });
  expect(await save(1, "Other")).toMatchObject({
    ok: false,
    reason: "newer",
    latest: { version: 2, content: "One\n", by: person.certificateName },
  });
  expect(await openLessonText(address)).toMatchObject({ version: 2, text: "One\n" });
  expect(await save(1, "One"), "what is there already is saved").toMatchObject({ ok: true, version: 2 });
});

dbTest("taking the other's text keeps both in the history", async (context) => {
  const { address, person, save } = await givenWriter(context);
  const { now } = context;
  await save(1, "Theirs");
  const taken = await takeTheirs({ ...address, base: 2, content: "Mine", byPersonId: person.id, now });
  expect(taken).toMatchObject({ ok: true, version: 4, content: "Theirs\n" });
  const history = await findLessonHistory(address, { page: 1, from: 2, to: 3 });
  expect(history?.compared?.lines).toEqual([
    { kind: "removed", text: "Theirs" },
    { kind: "added", text: "Mine" },
  ]);
});

dbTest("a text of more than 200 kB is refused and changes nothing", async (context) => {
  const { address, save } = await givenWriter(context);
  expect(await save(1, "é".repeat(100_001))).toEqual({ ok: false, reason: "too-long" });
  expect(await save(1, "é".repeat(99_000))).toMatchObject({ ok: true });
  expect((await openLessonText(address))?.version).toBe(2);
});

dbTest("restoring an earlier version adds a version, unless somebody wrote meanwhile", async (context) => {
  const { address, person, save } = await givenWriter(context);
  const restore = (version: number, latest: number) =>
    restoreVersion({ address, version, latest, byPersonId: person.id, now: context.now });
  await save(1, "Two");
  expect(await restore(1, 2)).toMatchObject({ ok: true, version: 3 });
  expect((await openLessonText(address))?.text).toContain("The lead.");
  expect(await restore(2, 2)).toMatchObject({ ok: false, reason: "newer" });
  expect(await restore(9, 3)).toEqual({ ok: false, reason: "not-there" });
  const history = await findLessonHistory(address, { page: 7, from: null, to: null });
  expect(history).toMatchObject({ latest: 3, page: 1, pages: 1, compared: null });
  expect(history?.versions.map(({ version, by }) => [version, by])).toEqual([
    [3, person.certificateName],
    [2, person.certificateName],
    [1, null],
  ]);
});
