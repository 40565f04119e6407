import { hashPassword } from "../../app/auth/password.server";
import {
  type DemonstrationPerson,
  demonstrationPassword,
  demonstrationPeople,
} from "../../app/accounts/demonstration-people";
import { db, transact, type Transaction } from "../../app/platform/db.server";
import { newId } from "../../app/platform/ids.server";

/** Society whose tracks are shipped: the demonstration's author, reviewer, editor and admin work there. */
const societySlug = "esr";

/**
 * Makes the demonstration accounts that are missing, and their roles where the society exists. An account that is
 * there stays as it is. Call it in demonstration mode only.
 */
export async function seedDemonstrationAccounts(now: Date): Promise<void> {
  const known = new Set(
    (await db.person.findMany({ where: { isDemonstration: true }, select: { email: true } })).map(({ email }) => email),
  );
  const missing = demonstrationPeople.some(({ email }) => !known.has(email));
  const passwordHash = missing ? await hashPassword(demonstrationPassword) : "";
  await transact(async (tx) => {
    const society = await tx.society.findUnique({ where: { slug: societySlug }, select: { id: true } });
    for (const person of demonstrationPeople) {
      const { id } = await makePerson(tx, { person, passwordHash, now });
      if (person.role === null || society === null) continue;
      const key = { societyId: society.id, personId: id };
      await tx.membership.upsert({
        where: { societyId_personId: key },
        create: { ...key, role: person.role },
        update: {},
      });
    }
  });
}

function makePerson(
  tx: Transaction,
  input: { person: DemonstrationPerson; passwordHash: string; now: Date },
): Promise<{ id: string }> {
  const { person, passwordHash, now } = input;
  return tx.person.upsert({
    where: { email: person.email },
    update: {},
    create: {
      id: newId(),
      email: person.email,
      emailVerifiedAt: now,
      passwordHash,
      certificateName: person.name,
      profession: person.profession,
      country: person.country,
      timeZone: person.timeZone,
      locale: "en",
      isSiteAdmin: person.isSiteAdmin,
      isDemonstration: true,
      termsAcceptedAt: now,
      createdAt: now,
    },
    select: { id: true },
  });
}
