import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as save, loader as open } from "../../app/routes/society.tracks.lesson-text";
import { action as restore, loader as history } from "../../app/routes/society.tracks.lesson-text.history";
import { action as live } from "../../app/routes/society.tracks.lesson-text.live";
import { ask } from "../support/ask";
import { type DbTestContext, dbTest } from "../support/db-test";
import { givenLesson } from "../support/given-lesson";

beforeAll(registerAllMessages);

type Role = "admin" | "editor" | "author" | "reviewer";

async function givenPages({ given, now }: DbTestContext) {
  const lesson = await givenLesson(given, now);
  const params = {
    societySlug: lesson.society.slug,
    trackSlug: lesson.track.slug,
    lessonId: "reading",
    language: "en",
  };
  const as = async (role: Role, society: { id: string } = lesson.society) =>
    given.signedIn(await given.member({ society, role }));
  const to = (cookie: string, changes: Partial<typeof params> = {}) => ({
    path: lesson.path,
    params: { ...params, ...changes },
    cookie,
  });
  return { ...lesson, as, to };
}

const writing = (content = "Text", base = "1") => ({ intent: "save", base, content });

dbTest("everybody in the society reads, reviewers don't write, and strangers find nothing", async (context) => {
  const { as, to } = await givenPages(context);
  const statuses = async (cookie: string) => [
    (await ask(open, to(cookie))).status,
    (await ask(history, to(cookie))).status,
    (await ask(save, { ...to(cookie), form: writing(`By ${cookie}`, "99") })).status,
    (await ask(live, { ...to(cookie), form: { intent: "preview", content: "x" } })).status,
    (await ask(restore, { ...to(cookie), form: { version: "9", latest: "9" } })).status,
  ];
  for (const role of ["admin", "editor", "author"] as const)
    expect(await statuses(await as(role)), role).toEqual([200, 200, 409, 200, 404]);
  expect(await statuses(await as("reviewer"))).toEqual([200, 200, 403, 403, 403]);
  expect(await statuses(await as("admin", await context.given.society()))).toEqual([404, 404, 404, 404, 404]);
});

dbTest("a track, a lesson or a language that isn't there is the same 404 as another society's", async (context) => {
  const { as, to } = await givenPages(context);
  const other = await givenLesson(context.given, context.now);
  const cookie = await as("admin");
  for (const wrong of [
    { trackSlug: other.track.slug },
    { trackSlug: "no" },
    { lessonId: "quiz" },
    { language: "fr" },
  ]) {
    for (const handler of [open, history]) expect((await ask(handler, to(cookie, wrong))).status).toBe(404);
    expect((await ask(save, { ...to(cookie, wrong), form: writing() })).status).toBe(404);
    expect((await ask(live, { ...to(cookie, wrong), form: writing() })).status).toBe(404);
  }
});

dbTest("the plain form saves, and keeps what was typed when it can't", async (context) => {
  const { as, to, path } = await givenPages(context);
  const cookie = await as("author");
  const post = (form: Record<string, string>) => ask(save, { ...to(cookie), form });
  expect(await post(writing("Mine"))).toMatchObject({ status: 303, location: `${path}?saved=1` });
  const late = await post(writing("Other"));
  expect(late).toMatchObject({
    status: 409,
    data: { state: "newer", typed: "Other", latest: { version: 2, content: "Mine\n" } },
  });
  const long = "x".repeat(200_001);
  expect(await post(writing(long, "2"))).toMatchObject({ status: 422, data: { state: "too-long", typed: long } });
  expect(await post({ ...writing("Look", "2"), intent: "preview" })).toMatchObject({
    status: 200,
    data: { state: "preview", typed: "Look", preview: { html: '<p class="lead">Look</p>' } },
  });
  expect(await post({ ...writing("Other", "2"), intent: "theirs" })).toMatchObject({ status: 303 });
  expect((await ask(open, to(cookie))).data).toMatchObject({ version: 4, text: "Mine\n" });
  expect((await post({ intent: "save", base: "no", content: "" })).status).toBe(400);
});

dbTest("an open editor saves, previews, sets formulae and hears who else is there", async (context) => {
  const { as, to } = await givenPages(context);
  const [ada, bo] = [await as("author"), await as("editor")];
  const say = async (cookie: string, form: Record<string, string>) => {
    const { status, data } = await ask(live, { ...to(cookie), form });
    return { status, body: JSON.parse(String(data)) as unknown };
  };
  expect(await say(ada, writing("One"))).toMatchObject({ status: 200, body: { ok: true, version: 2 } });
  expect(await say(bo, writing("Two"))).toMatchObject({
    status: 409,
    body: { reason: "newer", latest: { version: 2 } },
  });
  expect(await say(bo, writing("x".repeat(200_001), "2"))).toMatchObject({ status: 422, body: { reason: "too-long" } });
  expect(await say(ada, { intent: "preview", content: "<b>x</b>" })).toMatchObject({
    body: {
      faults: [expect.objectContaining({ code: "html-hidden", line: 1 }) as object, expect.anything() as object],
    },
  });
  expect(await say(ada, { intent: "formula", latex: "x^2" })).toMatchObject({
    body: { html: expect.stringContaining("<math") as string },
  });
  expect(await say(ada, { intent: "present" })).toMatchObject({ body: { others: [] } });
  expect(await say(bo, { intent: "present" })).toMatchObject({ body: { others: ["Zoë Müller"] } });
});

dbTest("restoring leads back to the text; from an old page it is refused", async (context) => {
  const { as, to, path } = await givenPages(context);
  const cookie = await as("author");
  await ask(save, { ...to(cookie), form: writing("Second") });
  const back = (version: string, latest: string) =>
    ask(restore, { ...to(cookie), path: `${path}/history`, form: { version, latest } });
  expect(await back("1", "2")).toMatchObject({ status: 303, location: `${path}?saved=1` });
  expect(await back("2", "2")).toMatchObject({ status: 409, data: { isOld: true } });
});
