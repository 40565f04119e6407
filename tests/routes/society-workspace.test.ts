import sharp from "sharp";
import { beforeAll, expect } from "vitest";
import { publishedTracks } from "../../app/courses/published-tracks.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as newSociety } from "../../app/routes/admin.societies.new";
import { action as appoint, loader as adminSociety } from "../../app/routes/admin.societies.society";
import { loader as adminList } from "../../app/routes/admin.societies";
import { action as accept, loader as invitation } from "../../app/routes/invitation";
import { loader as logo } from "../../app/routes/logos";
import { loader as my } from "../../app/routes/my";
import { action as change, loader as members } from "../../app/routes/society.members";
import { loader as overview } from "../../app/routes/society.overview";
import { action as save, loader as settings } from "../../app/routes/society.settings";
import { findSettings } from "../../app/societies/society-settings.server";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";

beforeAll(registerAllMessages);

const day = 86_400_000;

/** A society with an admin who is signed in, and short ways to its pages. */
async function givenAdmin({ given }: DbTestContext) {
  const society = await given.society({ acronym: "SOC", name: "A society" });
  const admin = await given.member({ society, role: "admin" });
  const cookie = await given.signedIn(admin);
  const at = (place: string) => ({
    path: `/society/${society.slug}${place}`,
    params: { societySlug: society.slug },
    cookie,
  });
  const post = (form: Record<string, string>) => ask(change, { ...at("/members"), form });
  const invite = (email: string, more: Record<string, string> = {}) =>
    post({ intent: "invite", email, role: "author", language: "en", ...more });
  return { society, admin, cookie, at, post, invite };
}

/** The secret in the latest mail to an address. */
async function secretFor({ given }: DbTestContext, email: string): Promise<string> {
  const letter = (await given.inbox()).filter(({ to }) => to === email).at(-1);
  return /\/invitation\/([0-9a-z]{32})\b/.exec(letter?.text ?? "")?.[1] ?? "";
}
const lookAt = (token: string, cookie?: string) =>
  ask(invitation, { path: `/invitation/${token}`, params: { token }, ...(cookie === undefined ? {} : { cookie }) });
const acceptAs = (token: string, cookie?: string) =>
  ask(accept, {
    path: `/invitation/${token}`,
    params: { token },
    form: {},
    ...(cookie === undefined ? {} : { cookie }),
  });

dbTest(
  "an invitation goes out by mail in the chosen language, and the database holds only the secret's hash",
  async (context) => {
    const { invite, admin, society } = await givenAdmin(context);
    const { given, db } = context;
    expect(await invite(" New@Hospital.example ", { language: "de", role: "reviewer" })).toMatchObject({
      status: 303,
      location: expect.stringMatching(/\/members\?done=invite$/) as unknown,
    });
    const [letter] = await given.inbox();
    expect(letter).toMatchObject({
      to: "new@hospital.example",
      subject: expect.stringContaining("lädt Sie zur Mitarbeit") as unknown,
    });
    const secret = await secretFor(context, "new@hospital.example");
    expect(secret).toHaveLength(32);
    const [row] = await db.societyInvitation.findMany();
    expect(row).toMatchObject({
      email: "new@hospital.example",
      role: "reviewer",
      language: "de",
      invitedById: admin.id,
    });
    expect(JSON.stringify(row)).not.toContain(secret);
    expect((row?.expiresAt.getTime() ?? 0) - (row?.sentAt.getTime() ?? 0)).toBe(14 * day);
    expect(await db.auditEvent.findMany()).toMatchObject([
      { action: "society.invitation.send", actorId: admin.id, subject: `society:${society.id}` },
    ]);
    expect(JSON.stringify(await db.auditEvent.findMany())).not.toContain("hospital.example");
  },
);

dbTest("a visitor is asked to sign in or up and comes back; a signed-in person accepts once", async (context) => {
  const { invite, society } = await givenAdmin(context);
  const { given, db } = context;
  await invite("new@hospital.example");
  const secret = await secretFor(context, "new@hospital.example");
  expect(await lookAt(secret)).toMatchObject({
    status: 200,
    data: { account: null, view: { state: "open", path: `/invitation/${secret}` } },
  });
  expect((await acceptAs(secret)).location).toBe(`/sign-in?next=${encodeURIComponent(`/invitation/${secret}`)}`);
  const person = await given.person({ email: "new@hospital.example" });
  const cookie = await given.signedIn(person);
  expect(await db.membership.count({ where: { personId: person.id } })).toBe(0);
  expect(await acceptAs(secret, cookie)).toMatchObject({ location: `/society/${society.slug}?welcome=1` });
  expect(await db.membership.findMany({ where: { personId: person.id } })).toEqual([
    { societyId: society.id, personId: person.id, role: "author" },
  ]);
  expect(await db.auditEvent.findFirst({ where: { action: "society.member.join" } })).toMatchObject({
    actorId: person.id,
  });
  expect((await lookAt(secret, cookie)).data).toMatchObject({ view: { state: "accepted", societySlug: society.slug } });
});

dbTest("an invitation that was used says so to everybody else, and makes nobody else a member", async (context) => {
  const { invite } = await givenAdmin(context);
  const { given, db } = context;
  await invite("new@hospital.example");
  const secret = await secretFor(context, "new@hospital.example");
  await acceptAs(secret, await given.signedIn(await given.person()));
  const second = await given.signedIn(await given.person());
  expect(await acceptAs(secret, second)).toMatchObject({ status: 410 });
  expect(await lookAt(secret, second)).toMatchObject({ status: 410, data: { view: { state: "used" } } });
  expect(await db.membership.count()).toBe(2);
});

dbTest("two people who press at the same moment: one of them is a member", async (context) => {
  const { invite } = await givenAdmin(context);
  const { given, db } = context;
  await invite("new@hospital.example");
  const secret = await secretFor(context, "new@hospital.example");
  const cookies = await Promise.all([1, 2].map(async () => given.signedIn(await given.person())));
  const answers = await Promise.all(cookies.map((cookie) => acceptAs(secret, cookie)));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect(await db.membership.count()).toBe(2);
});

dbTest(
  "an invitation that ended, was withdrawn, is unknown or whose society is gone is refused in words",
  async (context) => {
    const { invite, post, society } = await givenAdmin(context);
    const { given, db, transact } = context;
    const cookie = await given.signedIn(await given.person());
    const state = async (secret: string) => {
      const [seen, taken] = [await lookAt(secret, cookie), await acceptAs(secret, cookie)];
      return [(seen.data as { view: { state: string } }).view.state, seen.status, taken.status];
    };
    expect(await state("0".repeat(32))).toEqual(["unknown", 404, 404]);

    await invite("late@hospital.example");
    const late = await secretFor(context, "late@hospital.example");
    await transact((tx) => tx.societyInvitation.updateMany({ data: { expiresAt: new Date(0) } }));
    expect(await state(late)).toEqual(["expired", 410, 410]);

    await invite("back@hospital.example");
    const back = await secretFor(context, "back@hospital.example");
    const { id } = await db.societyInvitation.findFirstOrThrow({ where: { email: "back@hospital.example" } });
    expect((await post({ intent: "revoke", invitation: id })).status).toBe(303);
    expect(await state(back)).toEqual(["withdrawn", 410, 410]);

    await invite("gone@hospital.example");
    const gone = await secretFor(context, "gone@hospital.example");
    await transact(async (tx) => {
      await tx.membership.deleteMany({ where: { societyId: society.id } });
      await tx.society.delete({ where: { id: society.id } });
    });
    expect(await state(gone)).toEqual(["society-gone", 410, 410]);
    expect(await db.membership.count()).toBe(0);
  },
);

dbTest("the token is the proof: another account may accept, and the page shows which one does", async (context) => {
  const { invite, society } = await givenAdmin(context);
  const { given, db } = context;
  await invite("work@hospital.example");
  const secret = await secretFor(context, "work@hospital.example");
  const person = await given.person({ email: "home@mail.example", certificateName: "Ana Sousa" });
  const cookie = await given.signedIn(person);
  expect((await lookAt(secret, cookie)).data).toMatchObject({
    account: { name: "Ana Sousa", email: "home@mail.example" },
    view: { invitation: { email: "work@hospital.example" } },
  });
  expect((await acceptAs(secret, cookie)).status).toBe(303);
  expect(await db.membership.count({ where: { societyId: society.id, personId: person.id } })).toBe(1);
});

dbTest("who is a member already keeps the role, and the invitation stays unused", async (context) => {
  const { invite, cookie, admin } = await givenAdmin(context);
  await invite("new@hospital.example");
  const secret = await secretFor(context, "new@hospital.example");
  expect((await lookAt(secret, cookie)).data).toMatchObject({ view: { state: "already-member" } });
  expect((await acceptAs(secret, cookie)).status).toBe(409);
  expect(await context.db.membership.findMany()).toMatchObject([{ personId: admin.id, role: "admin" }]);
  expect(await context.db.societyInvitation.findMany()).toMatchObject([{ acceptedAt: null }]);
});

dbTest("sending again makes a new link for another 14 days, and the old one stops", async (context) => {
  const { invite, post } = await givenAdmin(context);
  const { given, db, transact } = context;
  await invite("new@hospital.example");
  const first = await secretFor(context, "new@hospital.example");
  await transact((tx) => tx.societyInvitation.updateMany({ data: { expiresAt: new Date(0) } }));
  const { id } = await db.societyInvitation.findFirstOrThrow();
  expect((await post({ intent: "resend", invitation: id })).status).toBe(303);
  const second = await secretFor(context, "new@hospital.example");
  expect(second).not.toBe(first);
  expect((await lookAt(first)).data).toMatchObject({ view: { state: "unknown" } });
  expect((await acceptAs(second, await given.signedIn(await given.person()))).status).toBe(303);
  expect((await post({ intent: "resend", invitation: id })).status).toBe(404);
});

dbTest(
  "whether an address has an account is never said; that it is a member's or asked already is",
  async (context) => {
    const { invite, admin } = await givenAdmin(context);
    const { given } = context;
    const known = await given.person();
    const [a, b] = [await invite(known.email), await invite("nobody@hospital.example")];
    expect({ ...a, headers: null }).toEqual({ ...b, headers: null });
    expect(await invite(admin.email)).toMatchObject({ status: 422, data: { errors: { email: "already-member" } } });
    expect(await invite(known.email)).toMatchObject({ status: 422, data: { errors: { email: "already-invited" } } });
    expect(await given.inbox()).toHaveLength(2);
  },
);

dbTest("a bad address or no role changes nothing and keeps what was typed", async (context) => {
  const { invite } = await givenAdmin(context);
  const answer = await invite("somebody", { role: "owner" });
  expect(answer).toMatchObject({
    status: 422,
    data: { intent: "invite", errors: { email: "email-no-at", role: "role-required" }, typed: { email: "somebody" } },
  });
  expect(await context.db.societyInvitation.count()).toBe(0);
});

dbTest("nobody's address is flooded: the sixth mail of a day is refused", async (context) => {
  const { invite, post } = await givenAdmin(context);
  await invite("new@hospital.example");
  const { id } = await context.db.societyInvitation.findFirstOrThrow();
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await post({ intent: "resend", invitation: id })).status);
  expect(statuses).toEqual([303, 303, 303, 303, 429]);
  expect(await context.given.inbox()).toHaveLength(5);
});

dbTest("members are listed by name and found by its beginning, addresses only by admins", async (context) => {
  const { society, at } = await givenAdmin(context);
  const { given } = context;
  const maud = await given.person({ certificateName: "Maud Élie", email: "maud@hospital.example" });
  await given.member({ society, role: "editor", person: maud });
  const found = async (q: string, cookie = at("").cookie) =>
    (await ask(members, { ...at(`/members?q=${encodeURIComponent(q)}`), cookie })).data as {
      count: number;
      members: { email: string | null }[];
      invitations: unknown;
    };
  expect((await found("")).count).toBe(2);
  expect(await found("elie")).toMatchObject({
    count: 1,
    members: [{ name: "Maud Élie", role: "editor", email: maud.email }],
  });
  expect((await found("maud@hospital.example")).count).toBe(1);
  expect((await found("lie")).count).toBe(0);
  const editor = await given.signedIn(maud);
  expect(await found("elie", editor)).toMatchObject({ count: 1, members: [{ email: null }], invitations: null });
  expect((await found("maud@hospital.example", editor)).count).toBe(0);
});

dbTest("a long list of members is paged", async (context) => {
  const { society, at } = await givenAdmin(context);
  for (let i = 0; i < 26; i++) await context.given.member({ society, role: "author" });
  const page = async (n: string) => (await ask(members, at(`/members?page=${n}`))).data as { members: unknown[] };
  expect((await page("1")).members).toHaveLength(25);
  expect(await page("2")).toMatchObject({ page: 2, pageCount: 2, count: 27 });
  expect((await page("2")).members).toHaveLength(2);
});

dbTest("an admin changes roles and removes; the last admin stays, in words", async (context) => {
  const { society, admin, post } = await givenAdmin(context);
  const { given, db } = context;
  const author = await given.member({ society, role: "author" });
  const roleOf = async (person: { id: string }) =>
    (await db.membership.findFirst({ where: { personId: person.id } }))?.role ?? null;
  const last = { status: 422, data: { errors: { form: "last-admin" } } };
  expect(await post({ intent: "role", person: admin.id, role: "editor" })).toMatchObject(last);
  expect(await post({ intent: "remove", person: admin.id })).toMatchObject(last);
  expect(await roleOf(admin)).toBe("admin");

  expect((await post({ intent: "role", person: author.id, role: "admin" })).status).toBe(303);
  expect(await roleOf(author)).toBe("admin");
  expect((await post({ intent: "remove", person: admin.id })).location).toBe("/my");
  expect(await roleOf(admin)).toBeNull();
  expect((await db.auditEvent.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action).sort()).toEqual([
    "society.member.remove",
    "society.member.role",
  ]);
});

dbTest("two admins who demote each other at the same moment leave one admin", async (context) => {
  const { society, admin, at, post } = await givenAdmin(context);
  const { given, db } = context;
  const second = await given.member({ society, role: "admin" });
  const form = (person: { id: string }) => ({ intent: "role", person: person.id, role: "author" });
  const answers = await Promise.all([
    post(form(second)),
    ask(change, { ...at("/members"), cookie: await given.signedIn(second), form: form(admin) }),
  ]);
  expect(await db.membership.count({ where: { role: "admin" } })).toBe(1);
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

dbTest("removing asks first, and only about a member of this society", async (context) => {
  const { society, at } = await givenAdmin(context);
  const { given } = context;
  const author = await given.member({ society, role: "author" });
  const stranger = await given.member({ society: await given.society(), role: "author" });
  const asked = async (id: string) =>
    ((await ask(members, at(`/members?remove=${id}`))).data as { removing: unknown }).removing;
  expect(await asked(author.id)).toEqual({ personId: author.id, name: author.certificateName });
  expect(await asked(stranger.id)).toBeNull();
  expect(await context.db.membership.count()).toBe(3);
});

dbTest("members and invitations of another society are not there, whoever names them", async (context) => {
  const mine = await givenAdmin(context);
  const other = await givenAdmin(context);
  await other.invite("new@hospital.example");
  const { id } = await context.db.societyInvitation.findFirstOrThrow();
  for (const form of [
    { intent: "role", person: other.admin.id, role: "author" },
    { intent: "remove", person: other.admin.id },
    { intent: "resend", invitation: id },
    { intent: "revoke", invitation: id },
  ])
    expect((await mine.post(form)).status).toBe(404);
  expect(await context.db.societyInvitation.findMany()).toMatchObject([{ revokedAt: null }]);
  expect(await context.db.membership.count()).toBe(2);
});

dbTest(
  "a removed member's open form is refused as if nothing were there, and nobody else loses anything",
  async (context) => {
    const { society, post, at } = await givenAdmin(context);
    const { given, db } = context;
    const second = await given.member({ society, role: "admin" });
    const cookie = await given.signedIn(second);
    await post({ intent: "remove", person: second.id });
    const late = { intent: "invite", email: "late@hospital.example", role: "admin", language: "en" };
    expect((await ask(change, { ...at("/members"), cookie, form: late })).status).toBe(404);
    expect(await db.societyInvitation.count()).toBe(0);
    expect((await ask(overview, at(""))).status).toBe(200);
  },
);

dbTest(
  "a person may work for several societies, and My learning leads to each without another query",
  async (context) => {
    const { society } = await givenAdmin(context);
    const { given } = context;
    const other = await given.society({ acronym: "OTH" });
    const person = await given.member({ society, role: "author" });
    await given.member({ society: other, role: "reviewer", person });
    const page = (await ask(my, { path: "/my", cookie: await given.signedIn(person) })).data;
    expect(JSON.stringify(page)).toContain(other.slug);
    expect(JSON.stringify(page)).toContain(society.slug);
  },
);

// ---------- settings ----------

async function logoFile(): Promise<Blob> {
  const ground = { r: 20, g: 86, b: 122, alpha: 1 };
  const bytes = await sharp({ create: { width: 200, height: 100, channels: 4, background: ground } })
    .png()
    .toBuffer();
  return new Blob([new Uint8Array(bytes)], { type: "image/png" });
}

function settingsForm(societyId: string, wish: Record<string, string> = {}, file?: Blob): FormData {
  const { name, acronym, colour, description, website, base } = findSettings(societyId);
  const form = new FormData();
  for (const [field, text] of Object.entries({ name, acronym, colour, description, website, base, ...wish }))
    form.set(field, text);
  if (file !== undefined) form.set("file", file, "logo.svg");
  return form;
}

dbTest("settings reach the public pages at once, with a logo that is only pixels", async (context) => {
  const { society, at } = await givenAdmin(context);
  const { db } = context;
  publishedTracks();
  const upload = settingsForm(society.id, { name: "Another  name", colour: "2F7CAB", website: "" }, await logoFile());
  expect(await ask(save, { ...at("/settings"), upload })).toMatchObject({
    location: expect.stringMatching(/saved=1$/) as unknown,
  });
  const shown = publishedTracks().societies.find(({ id }) => id === society.id);
  expect(shown).toMatchObject({
    name: "Another name",
    colour: "#2f7cab",
    website: "",
    logo: { width: 200, height: 100 },
  });
  const name = shown?.logo?.name ?? "";
  const served = await ask(logo, { path: `/logos/${name}`, params: { name } });
  expect(Object.fromEntries(served.headers)).toMatchObject({
    "content-type": "image/webp",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  expect((await ask(logo, { path: "/logos/x.webp", params: { name: "x.webp" } })).status).toBe(404);
  expect(await db.auditEvent.findMany()).toMatchObject([
    { action: "society.settings", details: JSON.stringify({ changed: "name colour website logoName" }) },
  ]);
  await ask(save, { ...at("/settings"), upload: settingsForm(society.id, { logo: "remove" }) });
  expect(publishedTracks().societies.find(({ id }) => id === society.id)?.logo).toBeNull();
});

dbTest("settings that don't fit are refused beside their fields, and nothing changes", async (context) => {
  const { society, at } = await givenAdmin(context);
  const before = await context.db.society.findMany();
  const refusal = async (wish: Record<string, string>, file?: Blob) => {
    const answer = await ask(save, { ...at("/settings"), upload: settingsForm(society.id, wish, file) });
    return [answer.status, (answer.data as { errors: unknown }).errors];
  };
  expect(await refusal({ name: " ", acronym: "x".repeat(17) })).toEqual([
    422,
    { name: "society-name-required", acronym: "acronym-long" },
  ]);
  expect(await refusal({ colour: "#ffff00" })).toEqual([422, { colour: "colour-light" }]);
  expect(await refusal({ colour: "#000000" })).toEqual([422, { colour: "colour-dark" }]);
  for (const website of [
    "javascript:alert(1)",
    "society.example",
    "https://a@b.example",
    "data:text/html,x",
    "https://x",
  ])
    expect(await refusal({ website })).toEqual([422, { website: "website-form" }]);
  const svg = new Blob(["<svg xmlns='http://www.w3.org/2000/svg'/>"], { type: "image/png" });
  expect(await refusal({}, svg)).toEqual([422, { file: "logo-type" }]);
  expect(await refusal({}, new Blob([new Uint8Array(2_200_000)]))).toEqual([413, { file: "logo-large" }]);
  expect(await context.db.society.findMany()).toEqual(before);
});

dbTest("who saves on top of somebody else's change is told, and keeps what was typed", async (context) => {
  const { society, at } = await givenAdmin(context);
  const [mine, theirs] = [settingsForm(society.id, { name: "Mine" }), settingsForm(society.id, { name: "Theirs" })];
  await ask(save, { ...at("/settings"), upload: theirs });
  expect(await ask(save, { ...at("/settings"), upload: mine })).toMatchObject({
    status: 409,
    data: { errors: { form: "changed-meanwhile" }, typed: { name: "Mine" } },
  });
  expect(await ask(settings, at("/settings"))).toMatchObject({ data: { settings: { name: "Theirs" } } });
});

// ---------- the site's own admins ----------

dbTest("a site admin registers a society and appoints its first admin; others find no such page", async (context) => {
  const { given, db } = context;
  const root = await given.signedIn(await given.person({ isSiteAdmin: true }));
  const form = {
    slug: "New-Group",
    name: "A new group",
    acronym: "NG",
    demonstration: "yes",
    email: "head@hospital.example",
    language: "fr",
  };
  const create = (cookie: string, wish: Record<string, string> = {}) =>
    ask(newSociety, { path: "/admin/societies/new", cookie, form: { ...form, ...wish } });
  const { cookie } = await givenAdmin(context);
  expect((await create(cookie)).status).toBe(404);
  expect(await create(root)).toMatchObject({ location: "/admin/societies/new-group?done=create" });
  const society = await db.society.findUniqueOrThrow({ where: { slug: "new-group" } });
  expect(society).toMatchObject({ isDemonstration: true, website: "", description: "" });
  expect(publishedTracks().societies.map(({ slug }) => slug)).toContain("new-group");
  const head = await given.person();
  const secret = await secretFor(context, "head@hospital.example");
  expect((await acceptAs(secret, await given.signedIn(head))).status).toBe(303);
  expect(await db.membership.findMany({ where: { societyId: society.id } })).toMatchObject([
    { personId: head.id, role: "admin" },
  ]);
  expect(await create(root)).toMatchObject({ status: 422, data: { errors: { slug: "slug-taken" } } });
  expect(await create(root, { slug: "../x" })).toMatchObject({ status: 422, data: { errors: { slug: "slug-form" } } });
  expect(await db.society.count()).toBe(2);
});

dbTest(
  "a site admin sees and sends invitations of admins only, and looks after nothing else there",
  async (context) => {
    const { society, invite } = await givenAdmin(context);
    const { given } = context;
    await invite("author@hospital.example");
    const cookie = await given.signedIn(await given.person({ isSiteAdmin: true }));
    const at = { path: `/admin/societies/${society.slug}`, params: { societySlug: society.slug }, cookie };
    const form = { intent: "invite", email: "head@hospital.example", language: "en" };
    expect((await ask(appoint, { ...at, form })).status).toBe(303);
    expect((await ask(adminSociety, at)).data).toMatchObject({
      invitations: [{ email: "head@hospital.example", role: "admin" }],
    });
    const pick = await context.db.societyInvitation.findFirstOrThrow({ where: { role: "author" } });
    expect((await ask(overview, { path: `/society/${society.slug}`, params: at.params, cookie })).status).toBe(404);
    expect((await ask(appoint, { ...at, form: { intent: "revoke", invitation: pick.id } })).status).toBe(404);
  },
);

dbTest("societies of the site are searched and paged", async (context) => {
  const { given } = context;
  for (let i = 0; i < 26; i++) await given.society({ name: `Group ${String(i).padStart(2, "0")}` });
  await given.society({ name: "Société Française", acronym: "SFR" });
  const cookie = await given.signedIn(await given.person({ isSiteAdmin: true }));
  const found = async (query: string) =>
    (await ask(adminList, { path: `/admin/societies?${query}`, cookie })).data as {
      count: number;
      societies: unknown[];
    };
  expect(await found("")).toMatchObject({ count: 27, pageCount: 2 });
  expect((await found("page=2")).societies).toHaveLength(2);
  expect(await found("q=francaise")).toMatchObject({
    count: 1,
    societies: [{ acronym: "SFR", members: 0, admins: 0 }],
  });
  expect((await found("q=sfr")).count).toBe(1);
});

dbTest("the overview counts what waits for the role that looks, by one statement", async (context) => {
  const { society, at, invite } = await givenAdmin(context);
  const { given, transact, now } = context;
  const { edition } = await given.enrolled({ societyId: society.id });
  await transact((tx) =>
    tx.mistakeReport.create({
      data: { id: "report0000000one", editionId: edition.id, lessonId: "reading", text: "A mistake", at: now },
    }),
  );
  await invite("new@hospital.example");
  const seen = async (cookie = at("").cookie) =>
    (await ask(overview, { ...at(""), cookie })).data as {
      overview: { waiting: unknown; figures: { name: string; count: number }[] };
    };
  expect((await seen()).overview.waiting).toEqual([
    { kind: "mistakes", count: 1 },
    { kind: "invitations", count: 1 },
  ]);
  const reviewer = await given.signedIn(await given.member({ society, role: "reviewer" }));
  const { overview: page } = await seen(reviewer);
  expect(page.waiting).toEqual([{ kind: "mistakes", count: 1 }]);
  expect(page.figures.map(({ name, count }) => `${name} ${String(count)}`)).toEqual([
    "tracks 1",
    "learners 1",
    "recent 0",
    "completed 0",
    "questions 6",
    "members 2",
  ]);
});
