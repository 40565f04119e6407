import { enqueueMail } from "../mail/enqueue-mail.server";
import type { Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { passwordChangedMail } from "./account-mails.server";

/**
 * Puts a new password in place: every session but the named one ends, links in older mails stop working, and the
 * owner is told. Runs inside the caller's transaction.
 */
export async function setPassword(
  tx: Transaction,
  input: { personId: string; passwordHash: string; keepSessionHash: string | null; provedEmail: boolean; now: Date },
): Promise<void> {
  const { personId, now } = input;
  const before = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { emailVerifiedAt: true } });
  const person = await tx.person.update({
    where: { id: personId },
    data: {
      passwordHash: input.passwordHash,
      emailVerifiedAt: before.emailVerifiedAt ?? (input.provedEmail ? now : null),
    },
  });
  await tx.session.deleteMany({
    where: { personId, ...(input.keepSessionHash === null ? {} : { NOT: { idHash: input.keepSessionHash } }) },
  });
  await tx.mailToken.deleteMany({
    where: { personId, usedAt: null, purpose: { in: ["reset", "change-old", "change-new"] } },
  });
  await enqueueMail(tx, { mail: passwordChangedMail(person, now), key: `password ${newId()}`, now });
}
