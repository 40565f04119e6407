import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../../tests/support/db-test";
import { givenDraft } from "../../../tests/support/given-outline";
import { beginTrack } from "./begin-track.server";
import { writeBase } from "./draft-base";
import { lessonsOfDraft } from "./draft-file";
import { saveDraftText } from "./draft-store.server";
import { editOutline } from "./edit-outline.server";
import { findDraft } from "./find-draft.server";
import { listTracks } from "./list-tracks.server";
import { findOutlinePage } from "./outline-page.server";

async function givenOutline({ given, now }: DbTestContext) {
  const { society, author, slug, found } = await givenDraft(given, now);
  const press = (intent: string, more: Record<string, string> = {}, base = writeBase(found().base)) =>
    editOutline({
      societyId: society.id,
      trackSlug: slug,
      typed: { ...more, intent, base },
      byPersonId: author.id,
      now,
    });
  const ids = () => lessonsOfDraft(found().file).map(({ id }) => id);
  return { society, author, slug, found, press, ids };
}

dbTest("buttons add, move, copy, delete and restore; an unknown button changes nothing", async (context) => {
  const { press, ids, found, slug, society } = await givenOutline(context);
  expect(ids()).toEqual(["a-reading", "a-webinar", "a-quiz", "a-evaluation"]);
  const more = { lessonTitle: "Size", lessonKind: "reading", lessonModule: "practice" };
  expect(await press("add-lesson", more)).toEqual({ ok: true, query: "?did=made&id=lesson%3Asize" });
  await press("up:lesson:a-webinar");
  await press("after:lesson:a-reading");
  await press("place:lesson:a-evaluation:dose:0");
  expect(ids()).toEqual(["a-evaluation", "a-webinar", "a-quiz", "a-reading", "size"]);
  await press("copy:lesson:size");
  expect(found().words.lessons["size-2"]?.title).toBe("Size (2)");
  const before = found();
  const deleted = await press("delete:module:practice");
  expect(ids()).toEqual(["a-evaluation", "a-webinar", "a-quiz"]);
  const url = `http://localhost/${deleted.ok ? deleted.query : ""}`;
  const seen = { societySlug: society.slug, timeZone: "UTC", mayWrite: true };
  const deed = findOutlinePage({ societyId: society.id, trackSlug: slug, url, seen })?.deed;
  expect(deed).toMatchObject({ did: "deleted", title: "Practice", was: writeBase(before.base) });
  await press(`undo:module:practice:${deed?.was ?? ""}`);
  expect([found().file, found().words]).toEqual([before.file, before.words]);
  for (const intent of ["", "fly:lesson:size", "copy:module:dose", "undo:lesson:size:99.99"])
    expect(await press(intent)).toEqual({ ok: false, reason: "bad-form" });
  expect(await press("up:lesson:nowhere")).toMatchObject({ reason: "refused", faults: [{ code: "gone" }] });
});

dbTest("a title is asked for, and what was typed comes back", async (context) => {
  const { press, ids } = await givenOutline(context);
  const typed = { lessonTitle: "", lessonKind: "quiz", lessonModule: "dose" };
  const refused = await press("add-lesson", typed);
  expect(refused).toMatchObject({ reason: "refused", faults: [{ field: "lessonTitle", code: "title" }], typed });
  expect(await press("add-module", { moduleTitle: "x".repeat(201) })).toMatchObject({ reason: "refused" });
  expect(await press("titles", { "title:lesson:a-quiz": "" })).toMatchObject({ reason: "refused" });
  expect(ids()).toHaveLength(4);
});

dbTest(
  "steps on an old page are made where nobody touched the same, and refused with what changed where somebody did",
  async (context) => {
    const { press, found, author } = await givenOutline(context);
    const old = writeBase(found().base);
    await press("titles", { "title:lesson:a-quiz": "Check yourself", "title:lesson:a-webinar": "A webinar" });
    // Another title, another lesson: both stay.
    expect(
      await press("titles", { "title:lesson:a-webinar": "Watch", "title:lesson:a-quiz": "A quiz" }, old),
    ).toMatchObject({ ok: true });
    expect(found().words.lessons).toMatchObject({
      "a-quiz": { title: "Check yourself" },
      "a-webinar": { title: "Watch" },
    });
    const refused = await press("delete:lesson:a-quiz", {}, old);
    expect(refused).toMatchObject({
      reason: "refused",
      conflict: {
        by: author.certificateName,
        changes: [
          { what: "renamed", title: "A webinar", to: "Watch" },
          { what: "renamed", title: "A quiz", to: "Check yourself" },
        ],
        again: { intent: "delete:lesson:a-quiz", base: writeBase(found().base) },
      },
    });
    expect(lessonsOfDraft(found().file)).toHaveLength(4);
    const mine = await press("titles", { "title:lesson:a-quiz": "Mine", "title:lesson:a-reading": "A reading" }, old);
    const again = "conflict" in mine ? mine.conflict?.again : undefined;
    expect(again).toMatchObject({ "title:lesson:a-quiz": "Mine", intent: "titles" });
    expect(again).not.toHaveProperty("title:lesson:a-reading");
    expect(await press("titles", again, again?.["base"])).toMatchObject({ ok: true });
    expect(found().words.lessons["a-quiz"]?.title).toBe("Mine");
  },
);

dbTest(
  "a copy begins with its model's text, and no new lesson takes the id of a text that is kept",
  async (context) => {
    const { press, found, transact, now, ids } = { ...context, ...(await givenOutline(context)) };
    const text = {
      trackId: found().trackId,
      part: "lesson:a-reading",
      language: "en",
      base: 0,
      content: "Words",
    } as const;
    await transact((tx) => saveDraftText(tx, { ...text, byPersonId: null, now }));
    await press("copy:lesson:a-reading");
    const part = "lesson:a-reading-2";
    expect(await context.db.draftText.findFirst({ where: { part } })).toMatchObject({ content: "Words", version: 1 });
    await press("delete:lesson:a-reading");
    await press("add-lesson", { lessonTitle: "A reading", lessonKind: "reading", lessonModule: "dose" });
    expect(ids()).toContain("a-reading-3");
  },
);

dbTest(
  "a track that is begun is in no list of learners, and its address is free in the whole site",
  async (context) => {
    const { given, now, db } = context;
    const [one, two] = [await given.society(), await given.society()];
    const begin = { title: "Größe zählt", language: "de", modality: "MG", byPersonId: "x", now } as const;
    expect(await beginTrack({ ...begin, societyId: one.id, societySlug: one.slug })).toEqual({ slug: "grosse-zahlt" });
    expect(await beginTrack({ ...begin, societyId: two.id, societySlug: two.slug })).toEqual({
      slug: "grosse-zahlt-2",
    });
    expect(findDraft(one.id, "grosse-zahlt")).toMatchObject({
      edition: null,
      words: { title: "Größe zählt", language: "de" },
    });
    expect(findDraft(two.id, "grosse-zahlt")).toBeNull();
    expect(await db.track.findFirst({ where: { slug: "grosse-zahlt" } })).toMatchObject({ currentEditionId: null });
  },
);

dbTest("a society's list says what is published, what changed since, and what was never published", async (context) => {
  const { given, now, transact } = context;
  const society = await given.society();
  const { track } = await given.edition({ societyId: society.id });
  await givenDraft(given, now, { society, title: "100 % dose" });
  const query = { q: "", page: 1 };
  expect(listTracks(society.id, query)).toMatchObject({
    count: 2,
    tracks: [
      {
        title: "100 % dose",
        modality: "CT",
        edition: null,
        hasChanges: false,
        savedAt: "2026-03-02T09:00:00.000+00:00",
      },
      { slug: track.slug, edition: { number: 1 }, hasChanges: false, savedAt: null },
    ],
  });
  expect(listTracks(society.id, { q: "%", page: 7 })).toMatchObject({
    count: 1,
    page: 1,
    tracks: [{ title: "100 % dose" }],
  });
  const later = new Date(now.getTime() + 1000);
  const text = {
    trackId: track.id,
    language: "",
    base: 0,
    content: '{"languages":["en"]}',
    byPersonId: null,
    now: later,
  };
  await transact((tx) => saveDraftText(tx, { ...text, part: "structure" }));
  await transact((tx) => tx.track.update({ where: { id: track.id }, data: { availability: "withdrawn" } }));
  const found = listTracks(society.id, query).tracks.find(({ slug }) => slug === track.slug);
  expect(found).toMatchObject({ hasChanges: true, isWithdrawn: true });
  expect(listTracks((await given.society()).id, query).count).toBe(0);
});
