import { enqueueMail } from "../mail/enqueue-mail.server";
import { transact, type Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { changeNewMail, changeOldMail, changeTakenMail } from "./account-mails.server";
import { checkOwnPassword, type OwnPassword } from "./check-own-password.server";
import { countAttempt, refusedByLimit } from "./limits.server";
import { takeTime } from "./take-time.server";
import { makeToken } from "./tokens.server";

export type EmailChangeAsked = OwnPassword | { readonly ok: false; readonly reason: "same-address" };

/**
 * Asks both addresses to agree to a change. An address that has an account gets a mail that says so, and the page says
 * the same as for a free one.
 */
export async function requestEmailChange(input: {
  person: { id: string; email: string };
  newEmail: string;
  password: string;
  address: string;
  now: Date;
}): Promise<EmailChangeAsked> {
  const { person, newEmail, address, now } = input;
  if (newEmail === person.email) return { ok: false, reason: "same-address" };
  const own = await checkOwnPassword({ personId: person.id, password: input.password, address, now });
  if (!own.ok) return own;
  const attempt = { limit: "mail-link", account: newEmail, address, now } as const;
  const refused = refusedByLimit(attempt);
  if (refused !== null) return refused;
  await countAttempt(attempt);
  await takeTime(transact((tx) => askBoth(tx, { personId: person.id, newEmail, now })));
  return { ok: true };
}

async function askBoth(
  tx: Transaction,
  { personId, newEmail, now }: { personId: string; newEmail: string; now: Date },
): Promise<void> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  await dropOtherChange(tx, personId, newEmail);
  const old = await makeToken(tx, { personId, purpose: "change-old", email: person.email, now });
  await enqueueMail(tx, { mail: changeOldMail(person, { secret: old, newEmail }), key: `change ${newId()}`, now });
  const secret = await makeToken(tx, { personId, purpose: "change-new", email: newEmail, now });
  const owner = await tx.person.findUnique({ where: { email: newEmail } });
  if (owner !== null) {
    await enqueueMail(tx, { mail: changeTakenMail(owner), key: `change ${newId()}`, now });
    return;
  }
  await enqueueMail(tx, { mail: changeNewMail(person, { secret, newEmail }), key: `change ${newId()}`, now });
}

/**
 * A half-agreed change to another address must not be finished by this one's other half. The same change asked for
 * twice keeps the links of its first mails.
 */
async function dropOtherChange(tx: Transaction, personId: string, newEmail: string): Promise<void> {
  const change = { personId, purpose: { in: ["change-old", "change-new"] } };
  const other = await tx.mailToken.findFirst({
    where: { personId, purpose: "change-new", NOT: { email: newEmail } },
    select: { idHash: true },
  });
  if (other !== null) await tx.mailToken.deleteMany({ where: change });
}
