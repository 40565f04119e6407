import { recordEvent } from "../audit/record-event.server";
import type { SocietyRole } from "../auth/roles";
import { transact, type Transaction } from "../platform/db.server";
import { mayManage } from "./may-manage.server";
import { rolesFor } from "./policy";

export type MemberChanged = { readonly ok: true } | { readonly ok: false; readonly reason: "not-there" | "last-admin" };

interface Deed {
  /** From a guard. */
  readonly societyId: string;
  readonly actorId: string;
  readonly personId: string;
  readonly now: Date;
}

/** Gives a member another role. The last admin keeps theirs: nobody could give it back. */
export function setMemberRole(deed: Deed & { role: SocietyRole }): Promise<MemberChanged> {
  const { societyId, personId, role } = deed;
  return transact<MemberChanged>(async (tx) => {
    const before = await membershipFor(tx, deed);
    if (before === null) return { ok: false, reason: "not-there" };
    if (before === role) return { ok: true };
    if (await isLastAdmin(tx, { societyId, role: before })) return { ok: false, reason: "last-admin" };
    await tx.membership.update({ where: { societyId_personId: { societyId, personId } }, data: { role } });
    await record(tx, deed, { action: "society.member.role", details: { before, role } });
    return { ok: true };
  });
}

/** Ends a membership. What the person wrote stays with the society; their next request there finds nothing. */
export function removeMember(deed: Deed): Promise<MemberChanged> {
  const { societyId, personId } = deed;
  return transact<MemberChanged>(async (tx) => {
    const role = await membershipFor(tx, deed);
    if (role === null) return { ok: false, reason: "not-there" };
    if (await isLastAdmin(tx, { societyId, role })) return { ok: false, reason: "last-admin" };
    await tx.membership.delete({ where: { societyId_personId: { societyId, personId } } });
    await record(tx, deed, { action: "society.member.remove", details: { role } });
    return { ok: true };
  });
}

/** The member's role now, or null where there is no such member or the actor no longer manages the society. */
async function membershipFor(tx: Transaction, deed: Deed): Promise<string | null> {
  if (!(await mayManage(tx, deed))) return null;
  const { societyId, personId } = deed;
  return (await tx.membership.findUnique({ where: { societyId_personId: { societyId, personId } } }))?.role ?? null;
}

async function isLastAdmin(tx: Transaction, who: { societyId: string; role: string }): Promise<boolean> {
  const managers: readonly string[] = rolesFor("manage");
  if (!managers.includes(who.role)) return false;
  return (await tx.membership.count({ where: { societyId: who.societyId, role: { in: [...managers] } } })) === 1;
}

function record(
  tx: Transaction,
  { actorId, societyId, personId, now }: Deed,
  { action, details }: { action: string; details: Readonly<Record<string, string>> },
): Promise<void> {
  const facts = { person: personId, ...details };
  return recordEvent(tx, { actorId, action, subject: `society:${societyId}`, details: facts, now });
}
