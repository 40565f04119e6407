import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { passwordFits } from "../auth/password.server";
import { registerAllMessages } from "../i18n/all-messages.server";
import { confirmEmail } from "./confirm-email.server";
import { limits } from "./limits.server";
import { resendVerification } from "./resend-verification.server";
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
  "a sign-up with an address that waits for its proof mails a new link and keeps the first password",
  async ({ db, given, now }) => {
    const waiting = await given.person({ email: form.email, emailVerifiedAt: null });
    await signUp({ form, address, now });
    expect((await db.person.findUniqueOrThrow({ where: { id: waiting.id } })).passwordHash).toBe(waiting.passwordHash);
    const secret = secretIn((await given.inbox())[0]?.text ?? "");
    expect(await confirmEmail({ secret, now })).toEqual({ ok: true });
  },
);

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
    expect(await confirmEmail({ secret, now: noon })).toEqual({ ok: true });
    expect(await confirmEmail({ secret, now: later(now, 7200) })).toEqual({ ok: true });
    expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toEqual(noon);
  },
);

dbTest("a link of yesterday, a replaced one and an invented one prove nothing", async ({ db, given, now }) => {
  await signUp({ form, address, now });
  const first = secretIn((await given.inbox())[0]?.text ?? "");
  expect(await confirmEmail({ secret: first, now: later(now, 86_401) })).toEqual({ ok: false, reason: "link-over" });
  await resendVerification({ email: form.email, next: "", address, now: later(now, 60) });
  expect(await confirmEmail({ secret: first, now: later(now, 61) })).toEqual({ ok: false, reason: "link-over" });
  expect(await confirmEmail({ secret: "0".repeat(32), now })).toEqual({ ok: false, reason: "link-over" });
  expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toBeNull();
  const second = secretIn((await given.inbox())[1]?.text ?? "");
  expect(await confirmEmail({ secret: second, now: later(now, 62) })).toEqual({ ok: true });
});

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
  expect(await confirmEmail({ secret, now })).toEqual({ ok: false, reason: "link-over" });
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
