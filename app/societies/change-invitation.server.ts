import { recordEvent } from "../audit/record-event.server";
import { isSocietyRole } from "../auth/roles";
import { isLocale } from "../i18n/locales";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { db, transact, type Transaction } from "../platform/db.server";
import { invitationMail } from "./invitation-mail.server";
import { countSent, isSentOut } from "./invite-member.server";
import { mayManage } from "./may-manage.server";
import { newTerm } from "./write-invitation.server";

export type InvitationChanged =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-there" | "too-many-sent" };

interface Deed {
  /** From a guard. */
  readonly societyId: string;
  readonly actorId: string;
  readonly invitationId: string;
  readonly now: Date;
}

const waiting = { acceptedAt: null, revokedAt: null };

/** Sends a waiting invitation again, for another 14 days. The link in the mail before stops working. */
export async function resendInvitation(deed: Deed): Promise<InvitationChanged> {
  const { societyId, invitationId, now } = deed;
  const known = await db.societyInvitation.findFirst({
    where: { id: invitationId, societyId, ...waiting },
    select: { email: true },
  });
  if (known === null) return { ok: false, reason: "not-there" };
  if (isSentOut(societyId, known.email, now)) return { ok: false, reason: "too-many-sent" };
  const sent = await transact((tx) => sendAgain(tx, deed));
  if (sent) await countSent(societyId, known.email, now);
  return sent ? { ok: true } : { ok: false, reason: "not-there" };
}

async function sendAgain(tx: Transaction, deed: Deed): Promise<boolean> {
  const { societyId, invitationId, now } = deed;
  const row = await tx.societyInvitation.findFirst({
    where: { id: invitationId, societyId, ...waiting },
    include: { society: { select: { name: true } } },
  });
  if (row?.society == null || !(await mayManage(tx, { ...deed, invitedRole: row.role }))) return false;
  const { email, role, language, society } = row;
  if (!isSocietyRole(role) || !isLocale(language)) return false;
  const { secret, term } = newTerm(now);
  await tx.societyInvitation.update({ where: { id: invitationId }, data: term });
  const mail = invitationMail({ email, role, language, society, expiresAt: term.expiresAt, secret });
  await enqueueMail(tx, { mail, key: `invitation ${invitationId} ${term.tokenHash}`, now });
  await record(tx, deed, "society.invitation.resend");
  return true;
}

/** Takes a waiting invitation back: its link stops working at once. */
export async function revokeInvitation(deed: Deed): Promise<InvitationChanged> {
  const { societyId, invitationId, now } = deed;
  return transact<InvitationChanged>(async (tx) => {
    const row = await tx.societyInvitation.findFirst({ where: { id: invitationId, societyId, ...waiting } });
    if (row === null || !(await mayManage(tx, { ...deed, invitedRole: row.role })))
      return { ok: false, reason: "not-there" };
    await tx.societyInvitation.update({ where: { id: invitationId }, data: { revokedAt: now } });
    await record(tx, deed, "society.invitation.revoke");
    return { ok: true };
  });
}

function record(tx: Transaction, { actorId, societyId, invitationId, now }: Deed, action: string): Promise<void> {
  const details = { invitation: invitationId };
  return recordEvent(tx, { actorId, action, subject: `society:${societyId}`, details, now });
}
