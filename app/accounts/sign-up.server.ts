import { hashPassword } from "../auth/password.server";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { transact, type Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { knownAddressMail, verifyMail } from "./account-mails.server";
import { timeZoneOfCountry } from "./countries";
import { countAttempt, refusedByLimit, type TooMany } from "./limits.server";
import type { SignUpInput } from "./schemas";
import { takeTime } from "./take-time.server";
import { makeToken } from "./tokens.server";

export type SignedUp = { readonly ok: true } | TooMany;

/**
 * Asks for an account. The answer, its time and its page are the same for a new address and a known one; only the
 * mail differs, and that goes to the owner of the address.
 */
export async function signUp(input: { form: SignUpInput; address: string; now: Date }): Promise<SignedUp> {
  const { form, address, now } = input;
  const attempt = { limit: "sign-up", account: form.email, address, now } as const;
  const refused = refusedByLimit(attempt);
  if (refused !== null) return refused;
  await countAttempt(attempt);
  await takeTime(register(form, now));
  return { ok: true };
}

async function register(form: SignUpInput, now: Date): Promise<void> {
  // Hashed in either case: it is what takes the time.
  const passwordHash = await hashPassword(form.password);
  await transact(async (tx) => {
    const known = await tx.person.findUnique({ where: { email: form.email } });
    if (known === null) {
      await createPerson(tx, { form, passwordHash, now });
      return;
    }
    const { id: personId, email } = known;
    const resetSecret =
      known.emailVerifiedAt === null ? await makeToken(tx, { personId, purpose: "reset", email, now }) : null;
    await enqueueMail(tx, { mail: knownAddressMail(known, { resetSecret }), key: `known ${newId()}`, now });
  });
}

async function createPerson(
  tx: Transaction,
  input: { form: SignUpInput; passwordHash: string; now: Date },
): Promise<void> {
  const { form, passwordHash, now } = input;
  const person = await tx.person.create({
    data: {
      id: newId(),
      email: form.email,
      passwordHash,
      certificateName: form.name,
      profession: form.profession,
      country: form.country,
      locale: form.language,
      timeZone: timeZoneOfCountry(form.country),
      termsVersion: form.termsVersion,
      termsAcceptedAt: now,
      createdAt: now,
    },
  });
  const secret = await makeToken(tx, { personId: person.id, purpose: "verify", email: person.email, now });
  await enqueueMail(tx, { mail: verifyMail(person, { secret, next: form.next }), key: `verify ${newId()}`, now });
}
