import type { SocietyRole } from "../auth/roles";
import type { Locale } from "../i18n/locales";
import { transact, type Transaction } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import { countFailure, type Limit, secondsToWait } from "../platform/rate-limit.server";
import { mayManage } from "./may-manage.server";
import { writeInvitation } from "./write-invitation.server";

export type InviteFault = "already-member" | "already-invited" | "too-many-open" | "too-many-sent";
export type Invited = { readonly ok: true } | { readonly ok: false; readonly reason: InviteFault | "not-there" };

/** Invitations of one society that wait, so that the list of them stays a list. */
const mostOpen = 50;
const day = 86_400;
/** Mails that the site sends at a society's wish: nobody's address is to be flooded through it. */
const limits = {
  society: { attempts: 100, windowSeconds: day },
  address: { attempts: 5, windowSeconds: day },
} as const satisfies Record<string, Limit>;

const keysOf = (societyId: string, email: string) =>
  [
    [`invitation society ${societyId}`, limits.society],
    [`invitation address ${sha256(email).slice(0, 32)}`, limits.address],
  ] as const;

/** Whether the society or the address has had its mails of the day. */
export function isSentOut(societyId: string, email: string, now: Date): boolean {
  return keysOf(societyId, email).some(([key, limit]) => secondsToWait(key, limit, now) > 0);
}

/** Counts one mail. */
export async function countSent(societyId: string, email: string, now: Date): Promise<void> {
  for (const [key, limit] of keysOf(societyId, email)) await countFailure(key, limit, now);
}

/**
 * Invites an address to work for a society. Whether the address has an account on the site is never said; that it
 * belongs to a member of this society is, because the admin sees that anyway.
 * @param input.societyId comes from a guard
 */
export async function inviteMember(input: {
  societyId: string;
  actorId: string;
  email: string;
  role: SocietyRole;
  language: Locale;
  now: Date;
}): Promise<Invited> {
  const { societyId, email, now } = input;
  if (isSentOut(societyId, email, now)) return { ok: false, reason: "too-many-sent" };
  const result = await transact<Invited>(async (tx) => {
    const society = await tx.society.findUnique({ where: { id: societyId }, select: { id: true, name: true } });
    if (society === null || !(await mayManage(tx, { ...input, invitedRole: input.role })))
      return { ok: false, reason: "not-there" };
    const reason = await faultOf(tx, { societyId, email });
    if (reason !== null) return { ok: false, reason };
    await writeInvitation(tx, { ...input, society });
    return { ok: true };
  });
  if (result.ok) await countSent(societyId, email, now);
  return result;
}

async function faultOf(tx: Transaction, where: { societyId: string; email: string }): Promise<InviteFault | null> {
  const { societyId, email } = where;
  const member = await tx.membership.findFirst({ where: { societyId, person: { email } }, select: { role: true } });
  if (member !== null) return "already-member";
  const waiting = { societyId, acceptedAt: null, revokedAt: null };
  if ((await tx.societyInvitation.count({ where: { ...waiting, email } })) > 0) return "already-invited";
  return (await tx.societyInvitation.count({ where: waiting })) >= mostOpen ? "too-many-open" : null;
}
