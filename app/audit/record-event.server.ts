import type { Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";

/**
 * Keeps who did what, in the transaction of the deed itself: both are on disk or neither.
 * @param event.actorId null for a command at the server's own console, where nobody is signed in
 * @param event.action what was done, such as "participant.remind"
 * @param event.subject what it was done to, as "kind:id"
 * @param event.details facts that make it understood later; never a name, an address or what somebody typed. The one
 *   exception is a reason that was asked for as part of the record and checked to name nobody
 */
export async function recordEvent(
  tx: Transaction,
  event: {
    actorId: string | null;
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
