import type { Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";

/**
 * Keeps who did what, in the transaction of the deed itself: both are on disk or neither.
 * @param event.action what was done, such as "participant.remind"
 * @param event.subject what it was done to, as "kind:id"
 * @param event.details facts that make it understood later; never a name, an address or what somebody typed
 */
export async function recordEvent(
  tx: Transaction,
  event: {
    actorId: string;
    action: string;
    subject: string;
    details: Readonly<Record<string, string | number | boolean | null>>;
    now: Date;
  },
): Promise<void> {
  const { actorId, action, subject, details, now } = event;
  await tx.auditEvent.create({
    data: { id: newId(), at: now, actorId, action, subject, details: JSON.stringify(details) },
  });
}
