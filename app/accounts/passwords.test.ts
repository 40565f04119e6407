import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenPassword } from "../../tests/support/given";
import { registerAllMessages } from "../i18n/all-messages.server";
import { changePassword } from "./change-password.server";
import { limits } from "./limits.server";
import { requestPasswordReset } from "./request-password-reset.server";
import { resetPassword } from "./reset-password.server";
import { signIn } from "./sign-in.server";

beforeAll(registerAllMessages);

const address = "192.0.2.1";
const password = "kelp violin over tarmac";
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);
const secretIn = (text: string | undefined) => /reset-password\/([0-9a-z]+)/.exec(text ?? "")?.[1] ?? "";

dbTest(
  "a reset by mail sets the password, ends every session, proves the address and tells the owner",
  async ({ db, given, now }) => {
    const person = await given.person({ emailVerifiedAt: null });
    await given.signedIn(person);
    await requestPasswordReset({ email: person.email, address, isDemonstration: false, now });
    const secret = secretIn((await given.inbox())[0]?.text);
    expect(await resetPassword({ secret, password, now })).toEqual({ ok: true });
    expect(await db.session.count()).toBe(0);
    expect((await db.person.findFirstOrThrow()).emailVerifiedAt).toEqual(now);
    expect((await given.inbox())[1]?.subject).toBe("Your password for Stepwedge was changed");
    const credentials = { email: person.email, address, isDemonstration: false, now };
    expect(await signIn({ ...credentials, password })).toMatchObject({ ok: true });
    expect(await signIn({ ...credentials, password: givenPassword })).toEqual({ ok: false, reason: "wrong" });
  },
);

dbTest(
  "a reset link works once, for one hour; a second press of the button is answered like the first",
  async ({ given, now }) => {
    const { email } = await given.person();
    await requestPasswordReset({ email, address, isDemonstration: false, now });
    const secret = secretIn((await given.inbox())[0]?.text);
    expect(await resetPassword({ secret, password, now: later(now, 3601) })).toEqual({
      ok: false,
      reason: "link-over",
    });
    expect(await resetPassword({ secret, password, now: later(now, 3599) })).toEqual({ ok: true });
    expect(await resetPassword({ secret, password, now: later(now, 3599) })).toEqual({ ok: true });
    expect(await resetPassword({ secret, password: "quite another odd phrase", now: later(now, 3599) })).toEqual({
      ok: false,
      reason: "link-over",
    });
  },
);

dbTest("two tabs that send the same link set one password", async ({ given, now }) => {
  const { email } = await given.person();
  await requestPasswordReset({ email, address, isDemonstration: false, now });
  const secret = secretIn((await given.inbox())[0]?.text);
  const both = await Promise.all([
    resetPassword({ secret, password, now }),
    resetPassword({ secret, password: "another odd phrase here", now }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

dbTest("a weak password leaves the link open", async ({ given, now }) => {
  const { email } = await given.person({ certificateName: "Zebediah Quackenbush" });
  await requestPasswordReset({ email, address, isDemonstration: false, now });
  const secret = secretIn((await given.inbox())[0]?.text);
  expect(await resetPassword({ secret, password: "quackenbush12", now })).toEqual({
    ok: false,
    reason: "weak",
    fault: "password-personal",
  });
  expect(await resetPassword({ secret, password, now })).toEqual({ ok: true });
});

dbTest("asking for a reset says the same for an unknown address and sends nothing", async ({ given, now }) => {
  expect(await requestPasswordReset({ email: "nobody@klinik.example", address, isDemonstration: false, now })).toEqual({
    ok: true,
  });
  const demonstration = await given.person({ isDemonstration: true });
  expect(await requestPasswordReset({ email: demonstration.email, address, isDemonstration: false, now })).toEqual({
    ok: true,
  });
  expect(await given.inbox()).toEqual([]);
});

dbTest("four links an hour are enough for one address", async ({ given, now }) => {
  const { email } = await given.person();
  const ask = () => requestPasswordReset({ email, address, isDemonstration: false, now });
  for (let i = 0; i < limits["mail-link"].account.attempts; i++) await ask();
  expect(await ask()).toMatchObject({ ok: false, reason: "too-many" });
  expect(await given.inbox()).toHaveLength(4);
});

dbTest("a reset opens an account that others' guesses had shut", async ({ given, now }) => {
  const { email } = await given.person();
  for (let i = 0; i < limits["sign-in"].account.attempts; i++)
    await signIn({ email, password: "wrong", address, isDemonstration: false, now });
  await requestPasswordReset({ email, address, isDemonstration: false, now });
  await resetPassword({ secret: secretIn((await given.inbox())[0]?.text), password, now });
  expect(await signIn({ email, password, address, isDemonstration: false, now })).toMatchObject({ ok: true });
});

dbTest(
  "changing the password asks for the old one, keeps this session and ends the others",
  async ({ db, given, now }) => {
    const person = await given.person();
    await given.signedIn(person);
    await given.signedIn(person);
    const [here] = await db.session.findMany();
    const change = {
      person: { id: person.id, email: person.email, name: person.certificateName },
      password,
      sessionHash: here?.idHash ?? "",
      address,
      now,
    };
    expect(await changePassword({ ...change, currentPassword: "not this one" })).toEqual({
      ok: false,
      reason: "wrong-password",
    });
    expect(await db.session.count()).toBe(2);
    expect(await changePassword({ ...change, currentPassword: givenPassword })).toEqual({ ok: true });
    expect((await db.session.findMany()).map(({ idHash }) => idHash)).toEqual([here?.idHash]);
    expect(await signIn({ email: person.email, password, address, isDemonstration: false, now })).toMatchObject({
      ok: true,
    });
  },
);

dbTest("an open laptop gives no unlimited guesses of the old password", async ({ given, now }) => {
  const { id, email } = await given.person();
  const change = { person: { id, email, name: "N" }, password, sessionHash: "", address, now };
  for (let i = 0; i < limits["own-password"].account.attempts; i++)
    await changePassword({ ...change, currentPassword: "wrong" });
  expect(await changePassword({ ...change, currentPassword: givenPassword })).toMatchObject({
    ok: false,
    reason: "too-many",
  });
});
