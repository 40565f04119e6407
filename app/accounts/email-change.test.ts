import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { type Given, givenPassword } from "../../tests/support/given";
import { registerAllMessages } from "../i18n/all-messages.server";
import { confirmEmailChange } from "./confirm-email-change.server";
import { requestEmailChange } from "./request-email-change.server";

beforeAll(registerAllMessages);

const newEmail = "new@klinik.example";
const address = "192.0.2.1";

/** The secrets in the latest mails to the old and the new address. */
async function secrets(given: Given, oldEmail: string): Promise<{ old: string; new: string }> {
  const mails = await given.inbox();
  const of = (to: string) =>
    /change-email\/([0-9a-z]+)/.exec(mails.filter((mail) => mail.to === to).at(-1)?.text ?? "")?.[1] ?? "";
  return { old: of(oldEmail), new: of(newEmail) };
}

for (const [first, second] of [
  ["old", "new"],
  ["new", "old"],
] as const) {
  dbTest(
    `the address changes when both have agreed, the ${first} one first, and the old one is told`,
    async ({ db, given, now }) => {
      const person = await given.person();
      const email = async () => (await db.person.findFirstOrThrow()).email;
      expect(await requestEmailChange({ person, newEmail, password: givenPassword, address, now })).toEqual({
        ok: true,
      });
      const links = await secrets(given, person.email);
      expect(await confirmEmailChange({ secret: links[first], now })).toEqual({ ok: true, isChanged: false });
      expect(await email()).toBe(person.email);
      expect(await confirmEmailChange({ secret: links[second], now })).toEqual({ ok: true, isChanged: true });
      expect(await email()).toBe(newEmail);
      const told = (await given.inbox()).filter(({ to }) => to === person.email).at(-1);
      expect(told?.subject).toBe("Your account on Stepwedge has a new address");
    },
  );
}

dbTest("one address agreeing twice is answered like once, and changes nothing", async ({ db, given, now }) => {
  const person = await given.person();
  await requestEmailChange({ person, newEmail, password: givenPassword, address, now });
  const links = await secrets(given, person.email);
  await confirmEmailChange({ secret: links.new, now });
  expect(await confirmEmailChange({ secret: links.new, now })).toEqual({ ok: true, isChanged: false });
  expect((await db.person.findFirstOrThrow()).email).toBe(person.email);
  for (let press = 1; press <= 2; press++)
    expect(await confirmEmailChange({ secret: links.old, now })).toEqual({ ok: true, isChanged: true });
});

dbTest("a change asked for twice keeps the links of its first mails", async ({ db, given, now }) => {
  const person = await given.person();
  await requestEmailChange({ person, newEmail, password: givenPassword, address, now });
  const links = await secrets(given, person.email);
  await requestEmailChange({ person, newEmail, password: givenPassword, address, now });
  for (const secret of [links.old, links.new])
    expect(await confirmEmailChange({ secret, now })).toMatchObject({ ok: true });
  expect((await db.person.findFirstOrThrow()).email).toBe(newEmail);
});

dbTest("a half of an older request can't finish a newer one", async ({ db, given, now }) => {
  const person = await given.person();
  const ask = (to: string) => requestEmailChange({ person, newEmail: to, password: givenPassword, address, now });
  await ask("first@klinik.example");
  const old = (await secrets(given, person.email)).old;
  await confirmEmailChange({ secret: old, now });
  await ask(newEmail);
  expect(await confirmEmailChange({ secret: (await secrets(given, person.email)).new, now })).toEqual({
    ok: true,
    isChanged: false,
  });
  expect((await db.person.findFirstOrThrow()).email).toBe(person.email);
});

dbTest(
  "an address that has an account is answered like a free one, and its owner is told",
  async ({ db, given, now }) => {
    const person = await given.person();
    const owner = await given.person({ email: newEmail });
    expect(await requestEmailChange({ person, newEmail, password: givenPassword, address, now })).toEqual({ ok: true });
    const mail = (await given.inbox()).find(({ to }) => to === owner.email);
    expect(mail?.text).not.toContain("/change-email/");
    await confirmEmailChange({ secret: (await secrets(given, person.email)).old, now });
    expect((await db.person.findUniqueOrThrow({ where: { id: person.id } })).email).toBe(person.email);
  },
);

dbTest("an address that got an account meanwhile is refused at the end", async ({ given, now }) => {
  const person = await given.person();
  await requestEmailChange({ person, newEmail, password: givenPassword, address, now });
  const links = await secrets(given, person.email);
  await confirmEmailChange({ secret: links.old, now });
  await given.person({ email: newEmail });
  expect(await confirmEmailChange({ secret: links.new, now })).toEqual({ ok: false, reason: "address-taken" });
});

dbTest("the change asks for the password and for another address", async ({ given, now }) => {
  const person = await given.person();
  expect(await requestEmailChange({ person, newEmail, password: "wrong", address, now })).toEqual({
    ok: false,
    reason: "wrong-password",
  });
  expect(await requestEmailChange({ person, newEmail: person.email, password: givenPassword, address, now })).toEqual({
    ok: false,
    reason: "same-address",
  });
  expect(await given.inbox()).toEqual([]);
});
