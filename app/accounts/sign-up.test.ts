import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { passwordFits } from "../auth/password.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { confirmEmail } from "./confirm-email.server";
import { limits } from "./limits.server";
import { resendVerification } from "./resend-verification.server";
import { resetPassword } from "./reset-password.server";
import { SignUpForm, type SignUpInput } from "./schemas";
import { signUp } from "./sign-up.server";

beforeAll(registerAllMessages);

const form: SignUpInput = {
  email: "zoe@klinik.example",
  password: "kelp violin over tarmac",
  name: "Zoë Ångström",
  profession: "radiographer",
  country: "AT",
  language: "en",
  terms: "yes",
  termsVersion: 3,
  next: "",
};
const address = "192.0.2.1";
const confirm = (secret: string, now: Date, password = form.password) =>
  confirmEmail({ secret, password, address, isDemonstration: false, now });
const over = { ok: false, reason: "link-over" };
const secretIn = (text: string) => /verify-email\/([0-9a-z]+)/.exec(text)?.[1] ?? "";
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);

dbTest("a sign-up makes an unproved account and mails its link", async ({ db, given, now }) => {
  expect(await signUp({ form, address, now })).toEqual({ ok: true });
  const person = await db.person.findUniqueOrThrow({ where: { email: form.email } });
  expect(person).toMatchObject({
    emailVerifiedAt: null,
    certificateName: form.name,
    termsVersion: 3,
    termsAcceptedAt: now,
    timeZone: "Europe/Vienna",
    isSiteAdmin: false,
  });
  expect(await passwordFits(person.passwordHash, form.password)).toBe(true);
  const [mail] = await given.inbox();
  expect(mail?.to).toBe(form.email);
  expect(secretIn(mail?.text ?? "")).toHaveLength(32);
});

dbTest("the database holds no secret of a link, only its hash", async ({ db, given, now }) => {
  await signUp({ form, address, now });
  const secret = secretIn((await given.inbox())[0]?.text ?? "");
  const [token] = await db.mailToken.findMany();
  expect(JSON.stringify(token)).not.toContain(secret);
});

dbTest(
  "a sign-up with a known address answers the same, changes nothing and mails the owner",
  async ({ db, given, now }) => {
    const owner = await given.person({ email: form.email });
    expect(await signUp({ form, address, now })).toEqual({ ok: true });
    expect(await db.person.findMany()).toEqual([owner]);
    const mails = await given.inbox();
    expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
      [owner.email, "You already have an account on Stepwedge"],
    ]);
    expect(mails[0]?.text).not.toContain("/verify-email/");
  },
);

dbTest(
  "who signed up first with a stranger's address is out once its owner has confirmed",
  async ({ db, given, now }) => {
    await signUp({ form: { ...form, password: "intruder knows this one", name: "Buy at evil.example" }, address, now });
    const intruder = await db.person.findFirstOrThrow();
    await given.signedIn(intruder);
    await signUp({ form, address, now: later(now, 60) });
    const [first, second] = await given.inbox();
    expect(await confirm(secretIn(first?.text ?? ""), later(now, 90))).toEqual({ ok: false, reason: "wrong" });
    expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toBeNull();
    const secret = /reset-password\/([0-9a-z]+)/.exec(second?.text ?? "")?.[1] ?? "";
    expect(await resetPassword({ secret, password: form.password, now: later(now, 120) })).toEqual({ ok: true });
    expect(await db.session.count()).toBe(0);
    const person = await db.person.findFirstOrThrow();
    expect(person.emailVerifiedAt).not.toBeNull();
    expect(await passwordFits(person.passwordHash, "intruder knows this one")).toBe(false);
  },
);

dbTest("a mail to an address that nobody has proved carries no name that somebody typed", async ({ given, now }) => {
  for (const second of [0, 60])
    await signUp({ form: { ...form, name: "Visit evil.com" }, address, now: later(now, second) });
  await resendVerification({ email: form.email, next: "", address, now: later(now, 120) });
  const mails = await given.inbox();
  expect(mails).toHaveLength(3);
  for (const { text, html } of mails) expect(text + html).not.toContain("evil.com");
});

dbTest("confirming ends the sessions that were open before", async ({ db, given, now }) => {
  await signUp({ form, address, now });
  await given.signedIn(await db.person.findFirstOrThrow());
  expect(await confirm(secretIn((await given.inbox())[0]?.text ?? ""), now)).toMatchObject({ ok: true });
  expect(await db.session.count()).toBe(0);
});

dbTest("a sign-up sent twice leaves the link in the first mail alive", async ({ db, given, now }) => {
  for (let click = 1; click <= 2; click++) await signUp({ form, address, now });
  const [first] = await given.inbox();
  expect(await confirm(secretIn(first?.text ?? ""), later(now, 300))).toMatchObject({ ok: true });
  expect((await db.person.findFirstOrThrow()).emailVerifiedAt).not.toBeNull();
});

dbTest("both kinds of sign-up take at least the same time", async ({ given, now }) => {
  await given.person({ email: "known@klinik.example" });
  for (const email of ["known@klinik.example", "new@klinik.example"]) {
    const start = performance.now();
    await signUp({ form: { ...form, email }, address, now });
    expect(performance.now() - start).toBeGreaterThanOrEqual(145);
  }
});

dbTest("after four sign-ups in an hour an address waits, known or not", async ({ given, now }) => {
  await given.person({ email: "known@klinik.example" });
  for (const email of ["known@klinik.example", "new@klinik.example"]) {
    for (let i = 0; i < limits["sign-up"].account.attempts; i++)
      expect(await signUp({ form: { ...form, email }, address, now })).toEqual({ ok: true });
    expect(await signUp({ form: { ...form, email }, address, now })).toEqual({
      ok: false,
      reason: "too-many",
      waitSeconds: 3600,
    });
    expect(await signUp({ form: { ...form, email }, address, now: later(now, 3601) })).toEqual({ ok: true });
  }
});

dbTest(
  "a link proves the address once; a second press of the button is answered like the first",
  async ({ db, given, now }) => {
    await signUp({ form, address, now });
    const secret = secretIn((await given.inbox())[0]?.text ?? "");
    const noon = later(now, 3600);
    expect(await confirm(secret, noon)).toMatchObject({ ok: true });
    expect(await confirm(secret, later(now, 7200))).toMatchObject({ ok: true });
    expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toEqual(noon);
  },
);

dbTest(
  "a link of yesterday and an invented one prove nothing; an earlier one still does",
  async ({ db, given, now }) => {
    await signUp({ form, address, now });
    const first = secretIn((await given.inbox())[0]?.text ?? "");
    expect(await confirm(first, later(now, 86_401))).toEqual(over);
    expect(await confirm("0".repeat(32), now)).toEqual(over);
    expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toBeNull();
    await resendVerification({ email: form.email, next: "", address, now: later(now, 60) });
    const second = secretIn((await given.inbox())[1]?.text ?? "");
    for (const secret of [first, second]) expect(await confirm(secret, later(now, 62))).toMatchObject({ ok: true });
    expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toEqual(later(now, 62));
  },
);

dbTest(
  "a link is sent again only where an address waits for it, and the answer is the same",
  async ({ given, now }) => {
    await given.person({ email: "proved@klinik.example" });
    for (const email of ["proved@klinik.example", "nobody@klinik.example"]) {
      expect(await resendVerification({ email, next: "", address, now })).toEqual({ ok: true });
    }
    expect(await given.inbox()).toEqual([]);
  },
);

dbTest("a link of an address that the account no longer has proves nothing", async ({ db, given, now, transact }) => {
  await signUp({ form, address, now });
  const secret = secretIn((await given.inbox())[0]?.text ?? "");
  await transact((tx) => tx.person.update({ where: { email: form.email }, data: { email: "other@klinik.example" } }));
  expect(await confirm(secret, now)).toEqual(over);
  expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toBeNull();
});

dbTest("mails speak the language that was chosen", async ({ given, now }) => {
  await signUp({ form: { ...form, language: "en", next: "/tracks/ct" }, address, now });
  expect((await given.inbox())[0]?.text).toMatch(
    /http:\/\/localhost:3000\/verify-email\/[0-9a-z]{32}\?next=%2Ftracks%2Fct/,
  );
});

dbTest("the form names every fault at once and folds the address", () => {
  const faults = SignUpForm.safeParse({
    email: "zoe@",
    password: "short",
    name: " ",
    profession: "wizard",
    country: "XX",
    language: "en",
    termsVersion: "1",
  });
  expect(faults.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["email", "email-no-domain"],
    ["password", "password-short"],
    ["name", "name-required"],
    ["profession", "profession-required"],
    ["country", "country-required"],
    ["terms", "terms-required"],
  ]);
  const personal = SignUpForm.safeParse({ ...form, password: "angstrom-zoe-1", profession: "wizard" });
  expect(personal.error?.issues.map(({ message }) => message).sort()).toEqual([
    "password-personal",
    "profession-required",
  ]);
  expect(SignUpForm.parse({ ...form, email: "Zoe@Klinik.Example", termsVersion: "3" }).email).toBe(
    "zoe@klinik.example",
  );
});
