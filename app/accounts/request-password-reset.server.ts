import { enqueueMail } from "../mail/enqueue-mail.server";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { resetMail } from "./account-mails.server";
import { countAttempt, refusedByLimit, type TooMany } from "./limits.server";
import { takeTime } from "./take-time.server";
import { makeToken } from "./tokens.server";

/** Mails a link to choose a new password, where the address has an account. Says the same where it hasn't. */
export async function requestPasswordReset(input: {
  email: string;
  address: string;
  isDemonstration: boolean;
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
      if (person === null || (person.isDemonstration && !input.isDemonstration)) return;
      const secret = await makeToken(tx, { personId: person.id, purpose: "reset", email, now });
      await enqueueMail(tx, { mail: resetMail(person, { secret }), key: `reset ${newId()}`, now });
    }),
  );
  return { ok: true };
}
