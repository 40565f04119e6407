import { beforeAll, expect } from "vitest";
import { setAvailability } from "../../app/authoring/set-availability.server";
import { sayAccessCode } from "../../app/courses/access-code";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as enrol, loader as goOn } from "../../app/routes/learn.track";
import { action as change, loader as open } from "../../app/routes/society.tracks.access";
import { loader as openTrack } from "../../app/routes/track";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft } from "../support/given-draft";

beforeAll(registerAllMessages);

/** A track that was never published, and the page that says who may take it, as an editor in Vienna sees it. */
async function givenAccess({ given, db, transact }: DbTestContext) {
  const { society, slug, trackId } = await givenDraft(given);
  const editor = await given.member({ society, role: "editor" });
  await transact((tx) => tx.person.update({ where: { id: editor.id }, data: { timeZone: "Europe/Vienna" } }));
  const cookie = await given.signedIn(editor);
  const at = (query = "", societySlug = society.slug) => ({
    path: `/society/${societySlug}/tracks/${slug}/access${query}`,
    params: { societySlug, trackSlug: slug },
    cookie,
  });
  const send = (form: Record<string, string>) => ask(change, { ...at(), form: { intent: "set", ...form } });
  const track = () => db.track.findUniqueOrThrow({ where: { id: trackId } });
  return { society, slug, at, send, track, editor };
}

dbTest(
  "an editor opens a track later, in the time of their own clock, before anything is published",
  async (context) => {
    const { at, send, track, slug } = await givenAccess(context);
    const saved = await send({ availability: "open", opens: "2099-07-01T10:00", reason: "" });
    expect([saved.status, saved.location]).toEqual([303, `${at().path}?done=set`]);
    expect(await track()).toMatchObject({ availability: "open", opensAt: new Date("2099-07-01T08:00:00Z") });
    expect((await ask(open, at("?done=set"))).data).toMatchObject({
      track: { slug },
      access: { availability: "open", opensLocal: "2099-07-01T10:00", isPublished: false, invitation: null },
      timeZone: "Europe/Vienna",
      justDone: "set",
    });
  },
);

dbTest("what is wrong stands beside its field, what was typed stays, and nothing is changed", async (context) => {
  const { send, track } = await givenAccess(context);
  const before = await track();
  const table = [
    [{ availability: "unlisted", opens: "soon", reason: "" }, { opens: "unreadable" }],
    [{ availability: "invited", opens: "2020-01-01T10:00", reason: "" }, { opens: "past" }],
    [{ availability: "withdrawn", opens: "soon", reason: " " }, { reason: "missing" }],
    [{ availability: "withdrawn", opens: "", reason: "x".repeat(501) }, { reason: "long" }],
  ] as const;
  for (const [form, faults] of table) {
    const answer = await send(form);
    expect(answer.status).toBe(422);
    expect(answer.data).toEqual({ asks: false, faults, typed: { ...form, reason: form.reason.trim() } });
  }
  expect((await send({ availability: "free" })).status).toBe(400);
  expect(await track()).toEqual(before);
});

dbTest("withdrawing asks first, and is done with its reason when it is confirmed", async (context) => {
  const { send, track, editor, slug } = await givenAccess(context);
  const form = { availability: "withdrawn", reason: "A figure is wrong" };
  const asked = await send(form);
  expect(asked.status).toBe(200);
  expect(asked.data).toMatchObject({ asks: true, typed: form });
  expect(await track()).toMatchObject({ availability: "open", withdrawnReason: null });
  expect((await send({ ...form, confirmed: "yes" })).status).toBe(303);
  expect(await track()).toMatchObject({ availability: "withdrawn", withdrawnReason: "A figure is wrong" });
  expect(await context.db.auditEvent.findMany()).toMatchObject([
    { actorId: editor.id, action: "track.availability", subject: `track:${slug}` },
  ]);
});

dbTest("only the society's admins and editors see the code, and a renewed one replaces it", async (context) => {
  const { at, send, track, slug } = await givenAccess(context);
  await send({ availability: "invited" });
  const first = (await track()).accessCode ?? "";
  const link = (code: string) => `http://localhost:3000/en/tracks/${slug}?code=${code}`;
  const invitation = async () => (await ask(open, at())).data;
  expect(await invitation()).toMatchObject({
    access: { invitation: { code: sayAccessCode(first), link: link(first) } },
  });
  expect((await ask(change, { ...at(), form: { intent: "renew" } })).location).toBe(`${at().path}?done=renew`);
  const second = (await track()).accessCode ?? "";
  expect(second).not.toBe(first);
  expect(await invitation()).toMatchObject({ access: { invitation: { link: link(second) } } });
  await send({ availability: "unlisted" });
  expect(await invitation()).toMatchObject({ access: { invitation: null } });
  expect(JSON.stringify(await invitation())).not.toContain(second);
});

dbTest("another society's track is not there", async (context) => {
  const { at, track } = await givenAccess(context);
  const other = await context.given.society();
  const cookie = await context.given.signedIn(await context.given.member({ society: other, role: "editor" }));
  const foreign = { ...at("", other.slug), cookie };
  expect((await ask(open, foreign)).status).toBe(404);
  for (const form of [{ intent: "set", availability: "unlisted" }, { intent: "renew" }])
    expect((await ask(change, { ...foreign, form: { ...form } })).status).toBe(404);
  expect(await track()).toMatchObject({ availability: "open" });
});

/** A published track by invitation, its code, and a newcomer. */
async function givenInvited({ given, db }: DbTestContext) {
  const { track } = await given.edition({ slug: "inner" });
  const availability = { is: "invited" } as const;
  await setAvailability({ societyId: null, actorId: null, trackSlug: "inner", availability, now: new Date() });
  const { accessCode } = await db.track.findUniqueOrThrow({ where: { id: track.id } });
  const cookie = await given.signedIn(await given.person());
  const about = { params: { trackSlug: "inner" }, cookie };
  const send = (code: string) => ask(enrol, { path: "/learn/inner", ...about, form: { code } });
  return { code: accessCode ?? "", about, send };
}

dbTest("a wrong code comes back to the page, which says so and keeps it; the right one enrols", async (context) => {
  const { code, about, send } = await givenInvited(context);
  expect((await send("")).location).toBe("/tracks/inner?refused=missing");
  const { location } = await send("not the code");
  expect(location).toBe("/tracks/inner?code=not+the+code&refused=wrong");
  const page = await ask(openTrack, { path: location ?? "", ...about });
  expect(page.data).toMatchObject({ standing: { place: "new", fault: "wrong" }, track: { isInvited: true } });
  expect(JSON.stringify(page.data)).not.toContain(code);
  expect((await send(code.toLowerCase())).location).toBe("/learn/inner");
  expect(await context.db.enrolment.count()).toBe(1);
});

dbTest("too many codes are refused in words, the right one among them", async (context) => {
  const { code, send } = await givenInvited(context);
  for (let guess = 0; guess < 8; guess++) await send("wrong");
  expect((await send(code)).location).toBe(`/tracks/inner?code=${code}&refused=many`);
  expect(await context.db.enrolment.count()).toBe(0);
});

dbTest("a visitor's code goes through the sign-in and back to the form", async (context) => {
  const { about } = await givenInvited(context);
  const visit = { path: "/learn/inner?code=abc", params: about.params };
  expect((await ask(goOn, visit)).location).toBe("/sign-in?next=%2Flearn%2Finner%3Fcode%3Dabc");
  expect((await ask(goOn, { ...visit, cookie: about.cookie })).location).toBe("/tracks/inner?code=abc");
});

dbTest("the page of a track that is not listed asks search engines to leave it out", async ({ given, now }) => {
  await given.edition({ slug: "inner", availability: "invited" });
  await given.edition({ slug: "later", opensAt: now });
  for (const trackSlug of ["inner", "later"]) {
    const page = await ask(openTrack, { path: `/tracks/${trackSlug}`, params: { trackSlug } });
    expect(JSON.stringify(page.data)).toContain("noindex");
  }
});
