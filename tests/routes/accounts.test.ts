import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { action as saveText, loader as editText } from "../../app/routes/admin.pages.edit";
import { loader as openLink } from "../../app/routes/change-email";
import { loader as openMail } from "../../app/routes/dev.inbox.mail";
import { loader as openInbox } from "../../app/routes/dev.inbox";
import { action as forgot } from "../../app/routes/forgot-password";
import { loader as openText } from "../../app/routes/pages";
import { action as saveProfile, loader as openProfile } from "../../app/routes/profile";
import { action as endSessions } from "../../app/routes/profile.sessions";
import { loader as openReset } from "../../app/routes/reset-password";
import { action as signIn, loader as openSignIn } from "../../app/routes/sign-in";
import { action as signOut } from "../../app/routes/sign-out";
import { action as signUp } from "../../app/routes/sign-up";
import { action as confirm, loader as openConfirm } from "../../app/routes/verify-email.token";
import { ask } from "../support/ask";
import { dbTest } from "../support/db-test";
import { givenPassword } from "../support/given";

beforeAll(registerAllMessages);

const newcomer = {
  email: "zoe@klinik.example",
  password: "kelp violin over tarmac",
  name: "Zoë Ångström",
  profession: "radiographer",
  country: "AT",
  language: "en",
  terms: "yes",
  termsVersion: "1",
  next: "",
};

dbTest("a faulty sign-up keeps what was typed, but never a password, and writes nothing", async ({ db }) => {
  const answer = await ask(signUp, { path: "/sign-up", form: { ...newcomer, email: "zoe@", country: "" } });
  expect(answer.status).toBe(422);
  expect(JSON.stringify(answer)).toContain("Zoë Ångström");
  expect(JSON.stringify(answer)).not.toContain(newcomer.password);
  expect(await db.person.count()).toBe(0);
});

dbTest("sign-up answers a known address exactly as a new one", async ({ given }) => {
  await given.person({ email: "known@klinik.example" });
  const form = { ...newcomer, next: "/en/catalogue" };
  const fresh = await ask(signUp, { path: "/sign-up", form });
  const known = await ask(signUp, { path: "/sign-up", form: { ...form, email: "known@klinik.example" } });
  expect(fresh).toMatchObject({ status: 303, location: "/verify-email?next=%2Fen%2Fcatalogue" });
  expect([known.status, known.location, [...known.headers]]).toEqual([
    fresh.status,
    fresh.location,
    [...fresh.headers],
  ]);
});

dbTest("forgot-password answers a known address exactly as an unknown one", async ({ given }) => {
  const { email } = await given.person();
  const answers = [];
  for (const address of [email, "nobody@klinik.example"]) {
    const { status, location } = await ask(forgot, { path: "/forgot-password", form: { email: address } });
    answers.push({ status, location });
  }
  expect(answers[0]).toEqual({ status: 303, location: "/forgot-password?sent=1" });
  expect(answers[1]).toEqual(answers[0]);
});

dbTest("terms that changed while somebody read them must be read again", async ({ db }) => {
  const answer = await ask(signUp, { path: "/sign-up", form: { ...newcomer, termsVersion: "7" } });
  expect(answer.status).toBe(422);
  expect(await db.person.count()).toBe(0);
});

dbTest("opening a confirmation link uses nothing up; the password confirms and signs in", async ({ db, given }) => {
  await ask(signUp, { path: "/sign-up", form: newcomer });
  const token = /verify-email\/([0-9a-z]+)/.exec((await given.inbox())[0]?.text ?? "")?.[1] ?? "";
  const path = `/verify-email/${token}`;
  for (let i = 0; i < 3; i++) expect((await ask(openConfirm, { path, params: { token } })).status).toBe(200);
  expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toBeNull();
  for (const form of [{}, { password: "not the one" }])
    expect((await ask(confirm, { path, params: { token }, form })).status).toBe(422);
  expect(await db.session.count()).toBe(0);
  for (let press = 1; press <= 2; press++) {
    const answer = await ask(confirm, { path, params: { token }, form: { password: newcomer.password } });
    expect(answer).toMatchObject({ status: 303, location: "/my" });
    expect(answer.headers.get("Set-Cookie")).toMatch(/^session=[^;]+;.*HttpOnly/i);
  }
  expect((await db.person.findFirstOrThrow()).emailVerifiedAt).not.toBeNull();
  expect((await ask(openConfirm, { path, params: { token } })).status).toBe(410);
});

dbTest("invented links are over", async () => {
  expect((await ask(openReset, { path: "/reset-password/x", params: { token: "x" } })).status).toBe(410);
  expect(JSON.stringify(await ask(openLink, { path: "/change-email/x", params: { token: "x" } }))).toContain(
    '"email":null',
  );
});

dbTest(
  "signing in changes the session's id, goes on where the reader came from, and nowhere else",
  async ({ db, given }) => {
    const { email } = await given.person();
    const form = { email: ` ${email.toUpperCase()} `, password: givenPassword };
    const planted = "session=an-id-that-somebody-else-chose";
    const answer = await ask(signIn, { path: "/sign-in", cookie: planted, form: { ...form, next: "/learn/ct" } });
    expect(answer).toMatchObject({ status: 303, location: "/learn/ct" });
    expect(answer.headers.get("Set-Cookie")).toMatch(/^session=[^;]+;.*HttpOnly.*SameSite=Lax/i);
    expect(answer.headers.get("Set-Cookie")).not.toContain(planted);
    expect(await ask(signIn, { path: "/sign-in", form: { ...form, next: "//evil.example" } })).toMatchObject({
      location: "/my",
    });
    const ids = (await db.session.findMany()).map(({ idHash }) => idHash);
    expect(new Set(ids).size).toBe(2);
  },
);

dbTest(
  "a wrong password keeps the address in the form and makes no session; too many say how long",
  async ({ db, given }) => {
    const { email } = await given.person();
    const form = { email, password: "wrong", next: "" };
    const wrong = await ask(signIn, { path: "/sign-in", form });
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong)).toContain(email);
    for (let i = 0; i < 7; i++) await ask(signIn, { path: "/sign-in", form });
    const refused = await ask(signIn, { path: "/sign-in", form });
    expect(refused.status).toBe(429);
    expect(JSON.stringify(refused)).toContain('"waitMinutes":15');
    expect(await db.session.count()).toBe(0);
  },
);

dbTest("who is signed in needs no sign-in page, and signing out twice does no harm", async ({ db, given }) => {
  const cookie = await given.signedIn(await given.person());
  expect(await ask(openSignIn, { path: "/sign-in", cookie })).toMatchObject({ location: "/my" });
  for (let i = 0; i < 2; i++)
    expect(await ask(signOut, { path: "/sign-out", cookie, form: {} })).toMatchObject({ status: 303, location: "/" });
  expect(await db.session.count()).toBe(0);
});

dbTest("the profile is for its owner with a proved address", async ({ given }) => {
  expect(await ask(openProfile, { path: "/profile" })).toMatchObject({ location: "/sign-in?next=%2Fprofile" });
  const waiting = await given.signedIn(await given.person({ emailVerifiedAt: null }));
  expect(await ask(openProfile, { path: "/profile", cookie: waiting })).toMatchObject({
    location: "/verify-email?next=%2Fprofile",
  });
});

dbTest("a profile is saved whole or not at all", async ({ db, given }) => {
  const person = await given.person();
  const cookie = await given.signedIn(person);
  const form = {
    name: "Žofia  Kováčová",
    profession: "nurse",
    country: "SK",
    language: "de",
    timeZone: "Europe/Bratislava",
    registrationNumber: "",
    theme: "dark",
  };
  expect(
    (await ask(saveProfile, { path: "/profile", cookie, form: { ...form, timeZone: "Mars/Olympus" } })).status,
  ).toBe(422);
  expect(await db.person.findFirstOrThrow()).toEqual(person);
  expect(await ask(saveProfile, { path: "/profile", cookie, form: { ...form, isSiteAdmin: "true" } })).toMatchObject({
    location: "/profile?saved=1",
  });
  expect(await db.person.findFirstOrThrow()).toMatchObject({
    certificateName: "Žofia Kováčová",
    locale: "de",
    theme: "dark",
    registrationNumber: null,
    isSiteAdmin: false,
  });
});

dbTest("nobody ends a session of somebody else", async ({ db, given }) => {
  await given.signedIn(await given.person());
  const [victim] = await db.session.findMany();
  const cookie = await given.signedIn(await given.person());
  await ask(endSessions, {
    path: "/profile/sessions",
    cookie,
    form: { intent: "end-one", session: victim?.idHash ?? "" },
  });
  await ask(endSessions, { path: "/profile/sessions", cookie, form: { intent: "end-others" } });
  expect(await db.session.count()).toBe(2);
  expect(
    await ask(endSessions, { path: "/profile/sessions", cookie, form: { intent: "end-one", session: "x" } }),
  ).toMatchObject({ status: 400 });
});

dbTest("texts of the site are edited by site admins only, and a faulty text is kept", async ({ db, given }) => {
  const params = { slug: "help", language: "en" };
  const path = "/admin/pages/help/en";
  const form = { intent: "save", title: "Help", markdown: "## One", base: "0" };
  const reader = await given.signedIn(await given.person());
  expect(await ask(editText, { path, params, cookie: reader })).toMatchObject({ status: 404 });
  expect(await ask(saveText, { path, params, cookie: reader, form })).toMatchObject({ status: 404 });
  const admin = await given.signedIn(await given.person({ isSiteAdmin: true }));
  expect((await ask(saveText, { path, params, cookie: admin, form: { ...form, title: "" } })).status).toBe(422);
  expect(await db.sitePage.count()).toBe(0);
  expect(
    JSON.stringify(await ask(saveText, { path, params, cookie: admin, form: { ...form, intent: "preview" } })),
  ).toContain("<h2>One</h2>");
  expect(await db.sitePage.count()).toBe(0);
  expect(await ask(saveText, { path, params, cookie: admin, form })).toMatchObject({
    status: 303,
    location: `${path}?saved=1`,
  });
  expect((await ask(saveText, { path, params, cookie: admin, form })).status).toBe(409);
  expect(await ask(editText, { path, params: { slug: "secrets", language: "en" }, cookie: admin })).toMatchObject({
    status: 404,
  });
});

dbTest("an unknown text and an unwritten one are pages that aren't there", async () => {
  for (const slug of ["help", "../etc/passwd", "nothing"])
    expect(await ask(openText, { path: "/pages/x", params: { slug } })).toMatchObject({ status: 404 });
});

dbTest("the inbox is empty without a folder, and its mails have no way out of it", async () => {
  expect((await ask(openInbox, { path: "/dev/inbox?address=zoe" })).status).toBe(200);
  for (const id of ["../stepwedge", "x", "%2e%2e%2fstepwedge.db"])
    expect(await ask(openMail, { path: "/dev/inbox/x", params: { id } })).toMatchObject({ status: 404 });
});
