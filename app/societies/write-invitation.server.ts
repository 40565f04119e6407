import { recordEvent } from "../audit/record-event.server";
import type { SocietyRole } from "../auth/roles";
import type { Locale } from "../i18n/locales";
import { enqueueMail } from "../mail/enqueue-mail.server";
import type { Transaction } from "../platform/db.server";
import { newId, randomText, sha256 } from "../platform/ids.server";
import { invitationMail } from "./invitation-mail.server";

/** Days that an invitation is open. */
const invitationDays = 14;

/**
 * Starts an invitation, or a new term of one: the secret goes into the mail, its hash into the row, and both are on
 * disk or neither. A stolen database makes nobody a member.
 */
export function newTerm(now: Date): { secret: string; term: { tokenHash: string; sentAt: Date; expiresAt: Date } } {
  const secret = randomText(32);
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000);
  return { secret, term: { tokenHash: sha256(secret), sentAt: now, expiresAt } };
}

/** Writes an invitation and asks for its mail, inside a transaction that has proved the right to. @returns its id */
export async function writeInvitation(
  tx: Transaction,
  input: {
    society: { readonly id: string; readonly name: string };
    actorId: string;
    email: string;
    role: SocietyRole;
    language: Locale;
    now: Date;
  },
): Promise<string> {
  const { society, actorId, email, role, language, now } = input;
  const id = newId();
  const { secret, term } = newTerm(now);
  const facts = { email, role, language };
  await tx.societyInvitation.create({ data: { id, societyId: society.id, ...facts, invitedById: actorId, ...term } });
  const mail = invitationMail({ ...facts, society, expiresAt: term.expiresAt, secret });
  await enqueueMail(tx, { mail, key: `invitation ${id} ${term.tokenHash}`, now });
  await recordEvent(tx, {
    actorId,
    action: "society.invitation.send",
    subject: `society:${society.id}`,
    details: { invitation: id, role },
    now,
  });
  return id;
}
