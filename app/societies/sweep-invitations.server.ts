import { transact } from "../platform/db.server";

/** Days after its end that an invitation's address is kept, so that "who was invited?" has an answer for a while. */
const keptDays = 90;

/** Removes invitations whose end is long past: called by the daily upkeep. The audit trail keeps that they were. */
export async function sweepInvitations(now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  await transact((tx) => tx.societyInvitation.deleteMany({ where: { expiresAt: { lt: before } } }));
}
