import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { loader as catalogue } from "../../app/routes/catalogue";
import { loader as trackPage } from "../../app/routes/track";
import { action as begin, loader as list } from "../../app/routes/society.tracks";
import { action as step, loader as outline } from "../../app/routes/society.tracks.outline";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft } from "../support/given-draft";

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
