import { enqueueMail } from "../mail/enqueue-mail.server";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { verifyMail } from "./account-mails.server";
import { countAttempt, refusedByLimit, type TooMany } from "./limits.server";
import { takeTime } from "./take-time.server";
import { makeToken } from "./tokens.server";

/** Sends the link once more, where the address waits for its confirmation. Says the same where it doesn't. */
export async function resendVerification(input: {
  email: string;
  next: string;
  address: string;
  now: Date;
}): Promise<{ readonly ok: true } | TooMany> {
  const { email, now } = input;
  const attempt = { limit: "mail-link", account: email, address: input.address, now } as const;
  const refused = refusedByLimit(attempt);
  if (refused !== null) return refused;
  await countAttempt(attempt);
  await takeTime(
    transact(async (tx) => {
      const person = await tx.person.findUnique({ where: { email } });
      if (person === null || person.emailVerifiedAt !== null) return;
      const secret = await makeToken(tx, { personId: person.id, purpose: "verify", email, now });
      await enqueueMail(tx, { mail: verifyMail(person, { secret, next: input.next }), key: `verify ${newId()}`, now });
    }),
  );
  return { ok: true };
}
