import { hashPassword } from "../auth/password.server";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { passwordFault, type PasswordFault } from "./password-rules";

export type AdministratorMade =
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly reason: "weak"; readonly fault: PasswordFault };

/**
 * Makes the person with this address a site admin with this password; a person who isn't there yet is made, with the
 * address taken as proved, because the operator of the machine says so. Existing sessions end.
 */
export async function createAdministrator(input: {
  email: string;
  name: string;
  country: string;
  password: string;
  now: Date;
}): Promise<AdministratorMade> {
  const { email, name, now } = input;
  const fault = passwordFault(input.password, [email, name]);
  if (fault !== null) return { ok: false, reason: "weak", fault };
  const passwordHash = await hashPassword(input.password);
  const rights = { passwordHash, isSiteAdmin: true, isDemonstration: false, emailVerifiedAt: now };
  return transact(async (tx) => {
    const known = await tx.person.findUnique({ where: { email }, select: { id: true } });
    const person = await tx.person.upsert({
      where: { email },
      update: rights,
      create: {
        ...rights,
        id: newId(),
        email,
        certificateName: name,
        profession: "medical-physicist",
        country: input.country,
        locale: "en",
        // Nobody has read any terms at the console: 0 is no version of them.
        termsVersion: 0,
        termsAcceptedAt: now,
        createdAt: now,
      },
    });
    await tx.session.deleteMany({ where: { personId: person.id } });
    await tx.mailToken.deleteMany({ where: { personId: person.id } });
    return { ok: true, isNew: known === null };
  });
}
