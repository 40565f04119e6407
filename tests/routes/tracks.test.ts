import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { loader as catalogue } from "../../app/routes/catalogue";
import { loader as trackPage } from "../../app/routes/track";
import { action as begin, loader as list } from "../../app/routes/society.tracks";
import { action as saveLesson, loader as lesson } from "../../app/routes/society.tracks.lesson";
import { action as step, loader as outline } from "../../app/routes/society.tracks.outline";
import { action as fix, loader as questions } from "../../app/routes/society.tracks.questions";
import { action as saveText, loader as recording } from "../../app/routes/society.tracks.recording";
import { loader as sample } from "../../app/routes/society.tracks.sample";
import { action as saveSettings, loader as settings } from "../../app/routes/society.tracks.settings";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft, withRecordingAndBank } from "../support/given-outline";

beforeAll(registerAllMessages);

type Role = "admin" | "editor" | "author" | "reviewer";

async function givenPages({ given, now }: DbTestContext) {
  const { society, slug, found } = await givenDraft(given, now);
  const base = `/society/${society.slug}/tracks`;
  const as = async (role: Role, where = society) => given.signedIn(await given.member({ society: where, role }));
  const to = (place: string, cookie?: string, more: Record<string, string> = {}) => ({
    path: `${base}${place}`,
    params: { societySlug: society.slug, trackSlug: slug, ...more },
    ...(cookie === undefined ? {} : { cookie }),
  });
  return { society, slug, found, base, as, to };
}

const newTrack = { title: "Another", language: "en", modality: "CT" };

dbTest(
  "every member looks, reviewers write nothing, strangers find nothing, visitors sign in first",
  async (context) => {
    const { as, to, slug } = await givenPages(context);
    const looks = async (cookie?: string) => [
      (await ask(list, to("", cookie))).status,
      (await ask(outline, to(`/${slug}`, cookie))).status,
    ];
    const writes = async (cookie?: string) => [
      (await ask(begin, { ...to("", cookie), form: newTrack })).status,
      (await ask(step, { ...to(`/${slug}`, cookie), form: { base: "2.2", intent: "down:lesson:a-reading" } })).status,
    ];
    for (const role of ["admin", "editor", "author"] as const) {
      const cookie = await as(role);
      expect(await looks(cookie)).toEqual([200, 200]);
    }
    expect(await writes(await as("author"))).toEqual([303, 303]);
    const reviewer = await as("reviewer");
    expect([...(await looks(reviewer)), ...(await writes(reviewer))]).toEqual([200, 200, 403, 403]);
    expect((await ask(outline, to(`/${slug}`, reviewer))).data).toMatchObject({ head: { mayWrite: false } });
    const foreign = await as("admin", await context.given.society());
    expect([...(await looks(foreign)), ...(await writes(foreign))]).toEqual([404, 404, 404, 404]);
    expect([...(await looks()), ...(await writes())]).toEqual([302, 302, 302, 302]);
  },
);

dbTest("a track of another society is not there, whoever names it", async (context) => {
  const { as, to } = await givenPages(context);
  const other = await givenDraft(context.given, context.now, { title: "Theirs" });
  const cookie = await as("admin");
  const theirs = to(`/${other.slug}`, cookie, { trackSlug: other.slug });
  expect((await ask(outline, theirs)).status).toBe(404);
  expect((await ask(step, { ...theirs, form: { base: "2.2", intent: "delete:lesson:a-quiz" } })).status).toBe(404);
  expect(other.found().file.modules[0]?.lessons).toHaveLength(4);
});

dbTest("a new track is begun and shown nowhere to learners; a form without a title is given back", async (context) => {
  const { as, to, society } = await givenPages(context);
  const cookie = await as("author");
  const made = await ask(begin, { ...to("", cookie), form: newTrack });
  expect(made).toMatchObject({ status: 303, location: `/society/${society.slug}/tracks/another` });
  const refused = await ask(begin, { ...to("", cookie), form: { ...newTrack, title: "", modality: "MG" } });
  expect(refused).toMatchObject({
    status: 422,
    data: { typed: { modality: "MG" }, errors: {} },
  });
  const page = { path: "/tracks/another", params: { trackSlug: "another" } };
  expect((await ask(trackPage, page)).status).toBe(404);
  expect(JSON.stringify((await ask(catalogue, { path: "/catalogue?q=Another" })).data)).not.toContain("another");
});

dbTest("a step that somebody else came before is answered with 409 and what they did", async (context) => {
  const { as, to, slug, found } = await givenPages(context);
  const [one, two] = [await as("author"), await as("author")];
  const form = { base: "2.2", intent: "down:lesson:a-reading" };
  expect((await ask(step, { ...to(`/${slug}`, one), form })).status).toBe(303);
  const late = await ask(step, { ...to(`/${slug}`, two), form: { ...form, intent: "up:lesson:a-quiz" } });
  expect(late).toMatchObject({ status: 409, data: { conflict: { changes: [{ what: "moved" }, { what: "moved" }] } } });
  expect(found().file.modules[0]?.lessons.map(({ id }) => id)[0]).toBe("a-webinar");
  expect((await ask(step, { ...to(`/${slug}`, two), form: { base: "x", intent: "titles" } })).status).toBe(400);
});

/** Every page of a lesson and of the settings, with a form that changes nothing of what it says. */
async function givenLessons(context: DbTestContext) {
  const { given, now } = context;
  const society = await given.society();
  const edit = await withRecordingAndBank(await given.edition({ societyId: society.id }));
  const { slug, found } = await givenDraft(given, now, { society, edit });
  const to = (cookie: string, lessonId = "", trackSlug = slug) => ({
    path: `/society/${society.slug}/tracks/${trackSlug}/lessons/${lessonId}`,
    params: { societySlug: society.slug, trackSlug, lessonId },
    cookie,
  });
  const looks = async (cookie: string, trackSlug = slug) => [
    (await ask(lesson, to(cookie, "a-quiz", trackSlug))).status,
    (await ask(settings, to(cookie, "", trackSlug))).status,
    (await ask(questions, to(cookie, "a-quiz", trackSlug))).status,
    (await ask(sample, to(cookie, "a-quiz", trackSlug))).status,
  ];
  const form = { base: "2.2", title: "Changed", minutes: "7", modality: "CT" };
  const writes = async (cookie: string, trackSlug = slug) => [
    (await ask(saveLesson, { ...to(cookie, "a-reading", trackSlug), form })).status,
    (await ask(fix, { ...to(cookie, "a-quiz", trackSlug), form: { intent: "put-in:one-of-three" } })).status,
    (await ask(recording, to(cookie, "a-webinar", trackSlug))).status,
    // A form without its parts: the right is asked for first.
    (await ask(saveText, { ...to(cookie, "a-webinar", trackSlug), form: {} })).status,
    (await ask(saveSettings, { ...to(cookie, "", trackSlug), form: { ...form, minutes: "" } })).status,
  ];
  const as = async (role: Role, where = society) => given.signedIn(await given.member({ society: where, role }));
  return { society, slug, found, to, looks, writes, as };
}

dbTest("lessons and settings: members look, reviewers write nothing, other societies find nothing", async (context) => {
  const { looks, writes, as, found } = await givenLessons(context);
  const reviewer = await as("reviewer");
  const before = found();
  expect([...(await looks(reviewer)), ...(await writes(reviewer))]).toEqual([
    ...Array<number>(4).fill(200),
    ...Array<number>(5).fill(403),
  ]);
  const stranger = await as("admin", await context.given.society());
  expect([...(await looks(stranger)), ...(await writes(stranger))]).toEqual(Array(9).fill(404));
  const theirs = await givenDraft(context.given, context.now, { title: "Theirs" });
  const admin = await as("admin");
  expect([...(await looks(admin, theirs.slug)), ...(await writes(admin, theirs.slug))]).toEqual(Array(9).fill(404));
  expect(found()).toEqual(before);
  expect(await writes(await as("author"))).toEqual([303, 303, 200, 400, 303]);
  expect(found().words.lessons["a-reading"]?.title).toBe("Changed");
});

dbTest(
  "a recording of another society can't be chosen, and a lesson that isn't there is not found",
  async (context) => {
    const { to, as, found } = await givenLessons(context);
    const other = await context.given.edition();
    const cookie = await as("author");
    const form = { base: "2.2", title: "A webinar", minutes: "15", watchPercent: "90", media: other.assetId };
    expect((await ask(saveLesson, { ...to(cookie, "a-webinar"), form })).status).toBe(400);
    expect(JSON.stringify(found().file)).not.toContain(other.assetId);
    expect((await ask(lesson, to(cookie, "nowhere"))).status).toBe(404);
    expect((await ask(recording, to(cookie, "a-quiz"))).status).toBe(404);
    expect(
      (await ask(saveLesson, { ...to(cookie, "a-reading"), form: { base: "2.2", title: "", minutes: "7" } })).status,
    ).toBe(422);
  },
);
