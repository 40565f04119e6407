import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../../tests/support/db-test";
import { givenDraft } from "../../../tests/support/given-draft";
import { transact } from "../../platform/db.server";
import { readDraftSource } from "../drafts/draft-source.server";
import { type DraftPart, findDraftText, saveDraftText } from "../drafts/draft-store.server";
import { changeLanguages } from "./change-languages.server";
import { findTranslationPage } from "./find-translation-page.server";
import { readTranslations } from "./read-translations.server";
import { reviewTranslation } from "./review-translation.server";
import { saveTranslation } from "./save-translation.server";

async function givenTranslator({ given, now }: DbTestContext) {
  const { society, trackId, slug } = await givenDraft(given);
  const person = await given.member({ society, role: "editor" });
  const place = { societyId: society.id, trackSlug: slug, language: "de", byPersonId: person.id, now } as const;
  const page = async (group: string, language: "de" | "fr" = "de") => {
    const found = await findTranslationPage({ ...place, language, group });
    if (found === null) throw new Error(`no page for ${group}`);
    return found;
  };
  /** Saves what the page shows, with these texts instead. */
  const save = async (
    group: string,
    texts: Record<string, string>,
    fits: string[] = [],
    from?: Awaited<ReturnType<typeof page>>,
  ) => {
    const shown = from ?? (await page(group));
    const typed = new Map(shown.units.map(({ id, target }) => [id, texts[id] ?? target]));
    const { base, sourceVersion } = shown;
    return saveTranslation({ ...place, typed, confirmed: new Set(fits), base, sourceVersion });
  };
  const review = async (group: string) =>
    reviewTranslation({ ...place, group, fingerprint: (await page(group)).fingerprint });
  const status = async (group: string) =>
    Object.fromEntries((await page(group)).units.map(({ id, status: is }) => [id, is]));
  /** The author changes a text of the source. */
  const author = async (part: DraftPart, change: (content: string) => string) => {
    const text = await findDraftText(trackId, { part, language: "en" });
    if (text === null) throw new Error(part);
    const content = change(text.content);
    const { version: base } = text;
    await transact((tx) => saveDraftText(tx, { trackId, part, language: "en", base, content, byPersonId: null, now }));
  };
  return { society, trackId, slug, place, page, save, review, status, author };
}

dbTest(
  "a finished translation is a draft, and every text of track, lessons, drawings and questions is a unit",
  async (context) => {
    const { place } = await givenTranslator(context);
    const german = (await readTranslations(place))?.languages.find(({ language }) => language === "de");
    expect(german?.isOffered).toBe(true);
    expect(new Set(german?.units.map(({ status }) => status))).toEqual(new Set(["draft"]));
    expect(german?.units.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        "words:title",
        "words:lessons:quiz:title",
        "words:drawings:cylinder:size",
        "lesson:reading",
        "questions:one-of-three:stem",
      ]),
    );
  },
);

dbTest(
  "a translation falls behind where its source changed and nowhere else, with the difference, until it is brought up to date",
  async (context) => {
    const { status, page, save, author } = await givenTranslator(context);
    await author("words", (content) => content.replace("en: A small track", "en: A smaller track"));
    expect(await status("track")).toMatchObject({ "words:title": "behind", "words:summary": "draft" });
    expect((await page("track")).units[0]?.changes).toEqual([
      { kind: "same", text: "en: A " },
      { kind: "gone", text: "small" },
      { kind: "new", text: "smaller" },
      { kind: "same", text: " track" },
    ]);
    expect(await save("track", { "words:summary": "Zusammenfassung" })).toEqual({ ok: true, saved: 1 });
    expect(await status("track")).toMatchObject({ "words:title": "behind", "words:summary": "draft" });
    expect(await save("track", { "words:title": "Ein kleinerer Kurs" })).toEqual({ ok: true, saved: 1 });
    expect(await status("track")).toMatchObject({ "words:title": "draft" });
  },
);

dbTest("a translation that still fits is brought up to date without a change", async (context) => {
  const { status, save, author, trackId } = await givenTranslator(context);
  await author("lesson:reading", (content) => `${content}\nMore.\n`);
  expect(await status("lesson.reading")).toEqual({ "lesson:reading": "behind" });
  expect(await save("lesson.reading", {}, ["lesson:reading"])).toEqual({ ok: true, saved: 1 });
  expect(await status("lesson.reading")).toEqual({ "lesson:reading": "draft" });
  expect(await findDraftText(trackId, { part: "lesson:reading", language: "de" })).toMatchObject({ sourceVersion: 2 });
});

dbTest("a review names who and when, and ends when either side changes", async (context) => {
  const { status, page, save, author, review, place } = await givenTranslator(context);
  expect(await review("lesson.reading")).toEqual({ ok: true });
  expect(await page("lesson.reading")).toMatchObject({
    reviewed: { byPersonId: place.byPersonId },
    reviewer: "Zoë Müller",
  });
  await save("lesson.reading", { "lesson:reading": "Anders :ref[icrp-135]" });
  expect(await status("lesson.reading")).toEqual({ "lesson:reading": "draft" });
  await review("lesson.reading");
  await author("lesson:reading", (content) => `${content}\nMore.\n`);
  expect(await status("lesson.reading")).toEqual({ "lesson:reading": "behind" });
  expect(await review("lesson.reading")).toEqual({ ok: false, reason: "unfinished" });
  const { fingerprint } = await page("track");
  await save("track", { "words:title": "Anders" });
  expect(await reviewTranslation({ ...place, group: "track", fingerprint })).toEqual({ ok: false, reason: "newer" });
});

dbTest(
  "two translators of one page lose nothing: other texts are joined, the same text is refused with theirs",
  async (context) => {
    const { page, save } = await givenTranslator(context);
    const shown = await page("track");
    expect(await save("track", { "words:title": "Von A" }, [], shown)).toEqual({ ok: true, saved: 1 });
    expect(await save("track", { "words:summary": "Von B" }, [], shown)).toEqual({ ok: true, saved: 1 });
    expect(await save("track", { "words:title": "Von C" }, [], shown)).toMatchObject({
      ok: false,
      reason: "newer",
      theirs: { "words:title": "Von A", "words:summary": "Von B" },
      by: "Zoë Müller",
    });
    expect((await page("track")).units.slice(0, 2).map(({ target }) => target)).toEqual(["Von A", "Von B"]);
  },
);

dbTest("two who begin the same empty text don't overwrite each other", async (context) => {
  const { place, trackId } = await givenTranslator(context);
  await changeLanguages({ ...place, language: "fr", change: "add" });
  const begin = (text: string) =>
    saveTranslation({
      ...{ ...place, language: "fr" as const, base: 0, sourceVersion: 1 },
      ...{ typed: new Map([["lesson:reading", text]]), confirmed: new Set<string>() },
    });
  expect(await begin("Un")).toEqual({ ok: true, saved: 1 });
  expect(await begin("")).toEqual({ ok: true, saved: 0 });
  expect(await begin("Deux")).toMatchObject({ ok: false, reason: "newer", theirs: { "lesson:reading": "Un\n" } });
  expect(await findDraftText(trackId, { part: "lesson:reading", language: "fr" })).toMatchObject({ content: "Un\n" });
});

dbTest(
  "a new language begins empty, is offered only when nothing is missing, and doesn't stand in the way before",
  async (context) => {
    const { place, trackId, page } = await givenTranslator(context);
    const change = (kind: "add" | "offer" | "stop", language: "fr" | "en" | "de" = "fr") =>
      changeLanguages({ ...place, language, change: kind });
    expect(await change("add")).toEqual({ ok: true });
    expect((await page("track", "fr")).all).toMatchObject({ behind: 0, draft: 0, reviewed: 0 });
    expect(await change("offer")).toEqual({ ok: false, reason: "unfinished" });
    expect((await readDraftSource(trackId)).ok).toBe(true);
    expect(await change("offer", "en")).toEqual({ ok: false, reason: "not-there" });
    expect(await change("stop", "de")).toEqual({ ok: true });
    expect(await readDraftSource(trackId)).toMatchObject({ ok: true, source: { file: { languages: ["en"] } } });
    expect(await change("offer", "de")).toEqual({ ok: true });
    expect(await readDraftSource(trackId)).toMatchObject({ ok: true, source: { file: { languages: ["en", "de"] } } });
  },
);

dbTest("a question's translation is stored beside the others and falls behind with a new revision", async (context) => {
  const { page, save, status, trackId, place } = await givenTranslator(context);
  expect(await save("question.one-of-three", { "questions:one-of-three:stem": "Neu gefragt" })).toEqual({
    ok: true,
    saved: 1,
  });
  const draft = await readDraftSource(trackId);
  expect(draft.ok && draft.source.bankTexts[0]?.questions["one-of-three"]?.stem).toBe("Neu gefragt");
  expect(draft.ok && Object.keys(draft.source.bankTexts[0]?.questions ?? {}).length).toBe(6);
  const row = await context.db.question.findFirstOrThrow({
    where: { key: "one-of-three", bank: { societyId: place.societyId } },
    include: { revisions: true },
  });
  const content = (row.revisions[0]?.content ?? "").replace(/"stem":"[^"]*"/, '"stem":"Asked anew"');
  await transact((tx) =>
    tx.questionRevision.create({
      data: { id: `r2-${row.id}`, questionId: row.id, number: 2, hash: "h", content, createdAt: place.now },
    }),
  );
  expect((await status("question.one-of-three"))["questions:one-of-three:stem"]).toBe("behind");
  expect((await page("question.one-of-three")).units[0]?.changes).not.toBeNull();
});

dbTest("another society's working copy is not there", async (context) => {
  const { place } = await givenTranslator(context);
  const other = await context.given.society();
  expect(await readTranslations({ ...place, societyId: other.id })).toBeNull();
});
