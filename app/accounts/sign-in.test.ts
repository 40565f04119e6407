import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenPassword } from "../../tests/support/given";
import { limits } from "./limits.server";
import { signIn } from "./sign-in.server";

const address = "192.0.2.1";
const later = (now: Date, seconds: number) => new Date(now.getTime() + seconds * 1000);
const attempts = limits["sign-in"].account.attempts;

dbTest("the right password lets the person in", async ({ given, now }) => {
  const person = await given.person({ theme: "dark" });
  const result = await signIn({ email: person.email, password: givenPassword, address, isDemonstration: false, now });
  expect(result).toEqual({ ok: true, personId: person.id, locale: "en", theme: "dark" });
});

dbTest("a wrong password and an unknown address are answered alike", async ({ given, now }) => {
  const { email } = await given.person();
  const wrong = await signIn({ email, password: "not this one", address, isDemonstration: false, now });
  const unknown = await signIn({
    email: "nobody@klinik.example",
    password: "not this one",
    address,
    isDemonstration: false,
    now,
  });
  expect(wrong).toEqual({ ok: false, reason: "wrong" });
  expect(unknown).toEqual(wrong);
});

dbTest("a demonstration account opens only in demonstration mode, and says nothing else", async ({ given, now }) => {
  const person = await given.person({ isDemonstration: true });
  const credentials = { email: person.email, password: givenPassword, address, now };
  expect(await signIn({ ...credentials, isDemonstration: false })).toEqual({ ok: false, reason: "wrong" });
  expect(await signIn({ ...credentials, isDemonstration: true })).toMatchObject({ ok: true });
});

dbTest(
  "after eight failures an account waits a quarter of an hour, with the right password too",
  async ({ given, now }) => {
    const { email } = await given.person();
    for (let i = 0; i < attempts; i++) {
      expect(
        await signIn({ email, password: "wrong", address: `192.0.2.${String(i)}`, isDemonstration: false, now }),
      ).toEqual({ ok: false, reason: "wrong" });
    }
    const right = { email, password: givenPassword, address: "198.51.100.7", isDemonstration: false };
    expect(await signIn({ ...right, now: later(now, 60) })).toEqual({
      ok: false,
      reason: "too-many",
      waitSeconds: 840,
    });
    expect(await signIn({ ...right, now: later(now, 901) })).toMatchObject({ ok: true });
  },
);

dbTest("an unknown address waits after as many failures as a known one", async ({ now }) => {
  const guess = { email: "nobody@klinik.example", password: "wrong", address, isDemonstration: false, now };
  for (let i = 0; i < attempts; i++) expect(await signIn(guess)).toEqual({ ok: false, reason: "wrong" });
  expect(await signIn(guess)).toEqual({ ok: false, reason: "too-many", waitSeconds: 900 });
});

dbTest("success is not counted and forgets the account's failures", async ({ given, now }) => {
  const { email } = await given.person();
  const wrong = { email, password: "wrong", address, isDemonstration: false, now };
  for (let round = 0; round < 2; round++) {
    for (let i = 1; i < attempts; i++) await signIn(wrong);
    expect(await signIn({ ...wrong, password: givenPassword })).toMatchObject({ ok: true });
  }
});

dbTest("one network address can't try account after account", async ({ given, now }) => {
  const { email } = await given.person();
  for (let i = 0; i < limits["sign-in"].address.attempts; i++) {
    await signIn({
      email: `guess${String(i)}@klinik.example`,
      password: "wrong",
      address,
      isDemonstration: false,
      now,
    });
  }
  expect(await signIn({ email, password: givenPassword, address, isDemonstration: false, now })).toMatchObject({
    ok: false,
    reason: "too-many",
  });
  expect(
    await signIn({ email, password: givenPassword, address: "198.51.100.7", isDemonstration: false, now }),
  ).toMatchObject({ ok: true });
});

dbTest("guesses sent side by side get no more tries than guesses one by one", async ({ given, now }) => {
  const { email } = await given.person();
  const guesses = Array.from({ length: 40 }, () =>
    signIn({ email, password: "wrong", address, isDemonstration: false, now }),
  );
  await Promise.all(guesses);
  expect(await signIn({ email, password: givenPassword, address, isDemonstration: false, now })).toMatchObject({
    ok: false,
    reason: "too-many",
  });
});

dbTest("the table of limits holds no e-mail address", async ({ db, now }) => {
  await signIn({ email: "nobody@klinik.example", password: "wrong", address, isDemonstration: false, now });
  expect(JSON.stringify(await db.rateLimit.findMany())).not.toContain("klinik");
});
