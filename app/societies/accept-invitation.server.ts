import { recordEvent } from "../audit/record-event.server";
import { transact } from "../platform/db.server";
import { type ClosedReason, findInvitation } from "./find-invitation.server";

export type Accepted =
  | { readonly ok: true; readonly societySlug: string }
  | { readonly ok: false; readonly reason: ClosedReason | "already-member" };

/**
 * The signed-in person takes the invitation, once. The token is the proof: an address of the account that differs from
 * the invited one is no obstacle, because people have several. Who is a member already keeps their role, and the
 * invitation stays for somebody else.
 */
export function acceptInvitation(input: { secret: string; personId: string; now: Date }): Promise<Accepted> {
  const { personId, now } = input;
  return transact<Accepted>(async (tx) => {
    const invitation = await findInvitation(input, tx);
    if (invitation.state !== "open") return { ok: false, reason: invitation.state };
    const { id, societyId, society, role } = invitation;
    const where = { societyId_personId: { societyId, personId } };
    if ((await tx.membership.findUnique({ where })) !== null) return { ok: false, reason: "already-member" };
    await tx.societyInvitation.update({ where: { id }, data: { acceptedAt: now, acceptedById: personId } });
    await tx.membership.create({ data: { societyId, personId, role } });
    await recordEvent(tx, {
      actorId: personId,
      action: "society.member.join",
      subject: `society:${societyId}`,
      details: { invitation: id, person: personId, role },
      now,
    });
    return { ok: true, societySlug: society.slug };
  });
}
