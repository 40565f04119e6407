import { expect } from "vitest";
import { seedDemonstrationAccounts } from "../../prisma/seed/accounts";
import { dbTest } from "../../tests/support/db-test";
import { createAdministrator } from "./create-administrator.server";
import {
  demonstrationAccountsExist,
  listDemonstrationPeople,
  removeDemonstrationAccounts,
} from "./demonstration-accounts.server";
import { demonstrationPassword } from "./demonstration-people";
import { signIn } from "./sign-in.server";

const address = "192.0.2.1";

dbTest(
  "seeding twice makes six accounts and four roles, and changes nothing the second time",
  async ({ db, given, now }) => {
    await given.society({ slug: "esr" });
    await seedDemonstrationAccounts(now);
    const before = await db.person.findMany();
    await seedDemonstrationAccounts(new Date(now.getTime() + 86_400_000));
    expect(await db.person.findMany()).toEqual(before);
    expect(before.map(({ isDemonstration }) => isDemonstration)).toEqual(Array(6).fill(true));
    expect((await db.membership.findMany()).map(({ role }) => role).sort()).toEqual([
      "admin",
      "author",
      "editor",
      "reviewer",
    ]);
    expect((await db.person.findMany({ where: { isSiteAdmin: true } })).map(({ email }) => email)).toEqual([
      "site-admin@demo.example",
    ]);
    expect((await listDemonstrationPeople()).people).toHaveLength(6);
    const learner = { email: "learner@demo.example", password: demonstrationPassword, address, now };
    expect(await signIn({ ...learner, isDemonstration: true })).toMatchObject({ ok: true });
    expect(await signIn({ ...learner, isDemonstration: false })).toEqual({ ok: false, reason: "wrong" });
  },
);

dbTest(
  "removal deletes accounts without evidence, empties those with it, and leaves nobody who can sign in",
  async ({ db, given }) => {
    expect(await demonstrationAccountsExist()).toBe(false);
    const learner = await given.person({ isDemonstration: true, isSiteAdmin: true });
    const { enrolment } = await given.enrolled({ person: learner });
    await given.signedIn(learner);
    await given.person({ isDemonstration: true });
    const real = await given.person();
    expect(await demonstrationAccountsExist()).toBe(true);
    expect(await removeDemonstrationAccounts()).toEqual({ deleted: 1, emptied: 1 });
    expect(await demonstrationAccountsExist()).toBe(false);
    expect(await db.enrolment.findUnique({ where: { id: enrolment.id } })).not.toBeNull();
    expect(await db.session.count()).toBe(0);
    const emptied = await db.person.findUniqueOrThrow({ where: { id: learner.id } });
    expect(emptied).toMatchObject({ isSiteAdmin: false, certificateName: "Removed demonstration account" });
    expect(emptied.email).not.toBe(learner.email);
    expect(await db.person.findUnique({ where: { id: real.id } })).toEqual(real);
  },
);

dbTest(
  "the first administrator is made proved and able to sign in; a weak password makes nobody",
  async ({ db, now }) => {
    const wish = { email: "root@klinik.example", name: "Ann Root", country: "BE", now };
    expect(await createAdministrator({ ...wish, password: "password1234" })).toEqual({
      ok: false,
      reason: "weak",
      fault: "password-common",
    });
    expect(await db.person.count()).toBe(0);
    expect(await createAdministrator({ ...wish, password: "kelp violin over tarmac" })).toEqual({
      ok: true,
      isNew: true,
    });
    expect(
      await signIn({ email: wish.email, password: "kelp violin over tarmac", address, isDemonstration: false, now }),
    ).toMatchObject({ ok: true });
  },
);

dbTest("making an existing person an administrator ends their sessions", async ({ db, given, now }) => {
  const person = await given.person();
  await given.signedIn(person);
  const wish = { email: person.email, name: "Ignored", country: "BE", password: "kelp violin over tarmac", now };
  expect(await createAdministrator(wish)).toEqual({ ok: true, isNew: false });
  expect(await db.person.findFirstOrThrow()).toMatchObject({
    isSiteAdmin: true,
    certificateName: person.certificateName,
  });
  expect(await db.session.count()).toBe(0);
});
