import type { Transaction } from "../platform/db.server";
import { rolesFor } from "./policy";

/**
 * Whether a person manages a society at this moment, asked inside the transaction of the write: somebody else may have
 * taken the role away since the guard. Site admins appoint a society's admins, and that is all they do there.
 * @param who.invitedRole of the invitation that it is about
 */
export async function mayManage(
  tx: Transaction,
  who: { actorId: string; societyId: string; invitedRole?: string },
): Promise<boolean> {
  const { actorId, societyId, invitedRole } = who;
  const membership = await tx.membership.findFirst({
    where: { societyId, personId: actorId, role: { in: rolesFor("manage") } },
    select: { role: true },
  });
  if (membership !== null) return true;
  if (invitedRole !== "admin") return false;
  const person = await tx.person.findUnique({ where: { id: actorId }, select: { isSiteAdmin: true } });
  return person?.isSiteAdmin ?? false;
}
