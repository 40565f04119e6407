import { expect } from "vitest";
import { dbTest } from "../../../tests/support/db-test";
import { givenDraft } from "../../../tests/support/given-draft";
import { smallTrack } from "../../../tests/support/small-track";
import { transact } from "../../platform/db.server";
import { readDraftSource } from "./draft-source.server";
import { findDraftText, saveDraftText } from "./draft-store.server";

dbTest("a working copy is read as the track that was written, in its own society's name", async ({ given }) => {
  const { trackId, society } = await givenDraft(given);
  const draft = await readDraftSource(trackId);
  expect(draft.ok).toBe(true);
  if (!draft.ok) return;
  const { source } = draft;
  expect(source.texts).toEqual(smallTrack.texts);
  expect(source.lessons).toEqual(smallTrack.lessons);
  expect(source.drawings).toEqual(smallTrack.drawings);
  expect(source.bankTexts).toEqual(smallTrack.bankTexts.map((text) => ({ ...text, slug: source.bank.slug })));
  expect(source.file.society).toBe(society.slug);
  expect(source.bank.questions.map(({ id }) => id)).toEqual(smallTrack.bank.questions.map(({ id }) => id).sort());
  expect(Object.values(source.media)).toEqual(Object.values(smallTrack.media));
  expect(await findDraftText(trackId, { part: "lesson:reading", language: "de" })).toMatchObject({ sourceVersion: 1 });
});

dbTest("the stamp of a working copy changes with a text and with nothing else", async ({ given, now }) => {
  const { trackId } = await givenDraft(given);
  const stamp = async () => {
    const draft = await readDraftSource(trackId);
    return draft.ok ? draft.stamp : "";
  };
  const before = await stamp();
  expect(await stamp()).toBe(before);
  const text = {
    trackId,
    part: "lesson:reading",
    language: "en",
    base: 1,
    content: "Other",
    byPersonId: null,
  } as const;
  await transact((tx) => saveDraftText(tx, { ...text, now }));
  expect(await stamp()).not.toBe(before);
});

dbTest("an unfinished working copy says what is missing and where it is mended", async ({ given, now }) => {
  const { trackId } = await givenDraft(given);
  const structure = {
    ...smallTrack.file,
    references: [],
    bank: "elsewhere",
    modules: [{ id: "all", lessons: [{ id: "reading", kind: "reading", minutes: 900, outcomes: [] }] }],
  };
  const [english] = smallTrack.texts;
  const words = { ...english, title: "", lessons: { reading: { title: "", summary: "x" } } };
  const texts = [
    { part: "structure", language: "", content: JSON.stringify(structure) },
    { part: "words", language: "en", content: JSON.stringify(words) },
  ] as const;
  await transact(async (tx) => {
    for (const text of texts) await saveDraftText(tx, { ...text, trackId, base: 1, byPersonId: null, now });
  });
  expect(await readDraftSource(trackId)).toEqual({
    ok: false,
    faults: [
      { code: "value-missing", params: { field: "references" }, where: { at: "settings" } },
      { code: "value-wrong", params: { field: "minutes" }, where: { at: "lesson", id: "reading" } },
      { code: "value-missing", params: { field: "title" }, where: { at: "translation", language: "en" } },
      { code: "value-missing", params: { field: "title" }, where: { at: "lesson", id: "reading", language: "en" } },
    ],
  });
});

dbTest("a track without a working copy says so", async ({ given }) => {
  const { track } = await given.edition();
  expect(await readDraftSource(track.id)).toEqual({
    ok: false,
    faults: [{ code: "nothing-written", params: {}, where: { at: "outline" } }],
  });
});
