import { beforeAll, expect } from "vitest";
import { saveDraftText } from "../../app/authoring/drafts/draft-store.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { registeredStillPage } from "../../app/platform/still.server";
import { loader as track } from "../../app/routes/society.tracks.preview";
import { loader as lesson } from "../../app/routes/society.tracks.preview.lesson";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft as givenWholeDraft } from "../support/given-draft";
import { givenDraft as givenOutline } from "../support/given-outline";
import { recording } from "../support/small-track";

beforeAll(registerAllMessages);

/** The working copy of a whole track, and a reviewer who looks at its preview. */
async function givenPreview({ given }: DbTestContext) {
  const draft = await givenWholeDraft(given);
  const { society, slug } = draft;
  const cookie = await given.signedIn(await given.member({ society, role: "reviewer" }));
  const look = (lessonId: string | null, query = "", as: string | null = cookie) =>
    ask(lessonId === null ? track : lesson, {
      path: `/society/${society.slug}/tracks/${slug}/preview${lessonId === null ? "" : `/${lessonId}`}${query}`,
      params: { societySlug: society.slug, trackSlug: slug, ...(lessonId === null ? {} : { lessonId }) },
      ...(as === null ? {} : { cookie: as }),
    });
  return { ...draft, look };
}

/** How many rows each table has. */
async function countRows({ db }: DbTestContext): Promise<Record<string, number>> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM "${name}"`);
    counts[name] = Number(row?.n);
  }
  return counts;
}

dbTest("a member sees the whole working copy as learners would, and nothing is recorded", async (context) => {
  const { look } = await givenPreview(context);
  const before = await countRows(context);
  expect(before).toMatchObject({ Enrolment: 0, Sitting: 0, Edition: 0, DraftText: 7 });
  const page = await look(null);
  expect(page).toMatchObject({
    status: 200,
    data: {
      bar: { language: "en", languages: ["en", "de"], untranslated: null },
      track: { title: "en: A small track", editionNumber: null, preparedOn: "2026-02-01", minutes: 28 },
    },
  });
  const views = { reading: "reading", webinar: "webinar", quiz: "quiz", evaluation: "evaluation" };
  for (const [id, view] of Object.entries(views))
    expect(await look(id), id).toMatchObject({ status: 200, data: { view, page: { editionNumber: null } } });
  expect(await countRows(context)).toEqual(before);
});

dbTest("a quiz shows its rules and a paper without keys and explanations", async (context) => {
  const { look } = await givenPreview(context);
  const { data } = await look("quiz", "?seed=3");
  expect(data).toMatchObject({
    quiz: { questionCount: 6, passPercent: 70, attempts: 3, attemptsLeft: 3, sittings: [] },
    paper: { seed: 3, state: { is: "ready" } },
  });
  const said = JSON.stringify(data);
  expect(said).toContain("one-of-three");
  for (const secret of ["canary-", "explanation", '"correct"', '"why"', '"answers"', '"mistakes"'])
    expect(said, secret).not.toContain(secret);
  const german = await look("quiz", "?language=de");
  expect(JSON.stringify(german.data)).toContain("de: ");
  expect(german.data).toMatchObject({ page: { lesson: { title: "de: Quiz" } } });
});

dbTest("what isn't translated yet is shown in the authors' language and marked", async (context) => {
  const { look, trackId } = await givenPreview(context);
  const { transact, now } = context;
  const save = (language: string, content: string) =>
    transact((tx) =>
      saveDraftText(tx, { trackId, part: "lesson:reading", language, base: 1, content, byPersonId: null, now }),
    );
  const words = { language: "de", title: "Ein Kurs", lessons: { reading: { title: "", summary: "" } } };
  await transact((tx) =>
    saveDraftText(tx, {
      ...{ trackId, part: "words", language: "de", base: 1, byPersonId: null, now },
      content: JSON.stringify(words),
    }),
  );
  await save("de", " ");
  const page = await look("reading", "?language=de");
  expect(page.data).toMatchObject({
    bar: { language: "de", untranslated: "en" },
    page: { contentLanguage: "de", trackTitle: "Ein Kurs", lesson: { title: "[EN] en: Reading" } },
    body: { language: "en", isEmpty: false },
  });
  expect((await look("reading", "?language=xx")).data).toMatchObject({ bar: { language: "en" } });
  await save("en", " ");
  expect((await look("reading", "?language=de")).data).toMatchObject({ body: { isEmpty: true } });
});

dbTest("a draft that is hardly begun breaks no page: each says what is missing", async (context) => {
  const { given, now } = context;
  const { society, slug, author, found } = await givenOutline(given, now);
  const cookie = await given.signedIn(author);
  const base = { societySlug: society.slug, trackSlug: slug };
  const look = (lessonId: string) => ask(lesson, { path: "/preview", params: { ...base, lessonId }, cookie });
  expect(await ask(track, { path: "/preview", params: base, cookie })).toMatchObject({
    status: 200,
    data: { track: { outcomes: [], authors: [], preparedOn: "", summary: "(Nothing is written here yet.)" } },
  });
  expect(found().file.modules[0]?.lessons).toHaveLength(4);
  expect((await look("a-reading")).data).toMatchObject({ body: { isEmpty: true } });
  expect((await look("a-webinar")).data).toMatchObject({ webinar: { recording: null, recordedOn: "" } });
  expect((await look("a-quiz")).data).toMatchObject({ quiz: { questionCount: 0 }, paper: { questions: [] } });
  expect((await look("a-evaluation")).data).toMatchObject({ view: "evaluation" });
});

dbTest("a lesson that isn't there, and any lesson for another society, is the same not-found", async (context) => {
  const { look } = await givenPreview(context);
  const { given } = context;
  const stranger = await given.signedIn(await given.member({ society: await given.society(), role: "admin" }));
  expect((await look("no-such-lesson")).status).toBe(404);
  for (const id of [null, "reading", "no-such-lesson"]) {
    expect((await look(id, "", stranger)).status).toBe(404);
    expect((await look(id, "", null)).status).toBe(302);
  }
});

dbTest("links in a lesson's text and its outline stay in the preview and its language", async (context) => {
  const { society, slug, trackId } = await givenPreview(context);
  const { given, transact, now } = context;
  const content = "[The quiz](lesson:quiz)\n";
  const part = "lesson:reading";
  await transact((tx) => saveDraftText(tx, { trackId, part, language: "de", base: 1, content, byPersonId: null, now }));
  const cookie = await given.signedIn(await given.member({ society, role: "author" }));
  const params = { societySlug: society.slug, trackSlug: slug, lessonId: "reading" };
  const shell = {};
  const request = new Request("http://localhost:3000/preview?language=de", { headers: { Cookie: cookie } });
  const data = await lesson({ request, params, context: shell });
  const home = `/society/${society.slug}/tracks/${slug}/preview`;
  expect(data?.page.preview).toEqual({ href: home, query: "?language=de" });
  expect(registeredStillPage(shell)).toMatchObject({
    key: null,
    html: { body: expect.stringContaining(`${home}/quiz?language=de`) as string },
  });
});

dbTest("a webinar shows its recording with captions, unless only another society has published it", async (context) => {
  const { look, society, slug } = await givenPreview(context);
  const tracks = [{ kind: "captions" }, { kind: "captions" }];
  expect((await look("webinar")).data).toMatchObject({
    webinar: { durationMs: recording.durationMs, recording: { tracks }, speakers: [{ name: "Author One" }] },
  });
  const theirs = await context.given.edition({ societyId: (await context.given.society()).id });
  await context.transact(async (tx) => {
    const draft = await tx.draftText.findFirstOrThrow({ where: { part: "structure", track: { slug } } });
    const content = draft.content.replaceAll(recording.assetId, theirs.assetId);
    await tx.draftText.update({ where: { id: draft.id }, data: { content } });
  });
  expect(society.id).not.toBe(theirs.track.societyId);
  expect((await look("webinar")).data).toMatchObject({ webinar: { durationMs: 0, recording: null } });
});
