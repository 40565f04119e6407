import { randomBytes } from "node:crypto";
import { hashPassword } from "../auth/password.server";
import { db, transact } from "../platform/db.server";
import { demonstrationPassword, demonstrationPeople } from "./demonstration-people";

/** Whether accounts with a published password are in the database: the start refuses them where APP_URL is set. */
export async function demonstrationAccountsExist(): Promise<boolean> {
  return (await db.person.findFirst({ where: { isDemonstration: true }, select: { id: true } })) !== null;
}

/**
 * Takes the demonstration accounts out. Who learned something leaves evidence that other records stand on: that
 * account is emptied and shut for good; the others are deleted.
 * @returns how many accounts were deleted and how many emptied
 */
export async function removeDemonstrationAccounts(): Promise<{ deleted: number; emptied: number }> {
  const shut = await hashPassword(randomBytes(48).toString("base64"));
  return transact(async (tx) => {
    const people = await tx.person.findMany({
      where: { isDemonstration: true },
      select: { id: true, _count: { select: { enrolments: true } } },
    });
    let deleted = 0;
    for (const { id, _count: count } of people) {
      if (count.enrolments === 0) {
        await tx.person.delete({ where: { id } });
        deleted++;
        continue;
      }
      await tx.session.deleteMany({ where: { personId: id } });
      await tx.mailToken.deleteMany({ where: { personId: id } });
      await tx.membership.deleteMany({ where: { personId: id } });
      await tx.person.update({
        where: { id },
        data: {
          email: `removed-${id}@demonstration.invalid`,
          emailVerifiedAt: null,
          passwordHash: shut,
          certificateName: "Removed demonstration account",
          registrationNumber: null,
          isSiteAdmin: false,
          isDemonstration: false,
        },
      });
    }
    return { deleted, emptied: people.length - deleted };
  });
}

/** Addresses of the demonstration accounts that are there, in the order of their roles, with their one password. */
export async function listDemonstrationPeople(): Promise<{ people: string[]; password: string }> {
  const rows = await db.person.findMany({ where: { isDemonstration: true }, select: { email: true }, take: 100 });
  const there = new Set(rows.map(({ email }) => email));
  return {
    people: demonstrationPeople.map(({ email }) => email).filter((email) => there.has(email)),
    password: demonstrationPassword,
  };
}
