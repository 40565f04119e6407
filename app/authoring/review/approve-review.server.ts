import { recordEvent } from "../../audit/record-event.server";
import type { SocietyRole } from "../../auth/roles";
import { transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { type ApprovalFault, approvalFault } from "./approval-rule";
import type { OwnTrack } from "./find-own-track.server";
import { rolesFor } from "./policy";
import { listMembers, tellPeople } from "./review-mail.server";
import { findOpenReview, findRound } from "./review-store.server";

export type Approved = { readonly ok: true } | { readonly ok: false; readonly reason: ApprovalFault | "not-in-review" };

/**
 * Approves exactly the state that the approver saw. Every change after it makes the approval void.
 * @param input.stamp the state that the page showed
 */
export function approveReview(input: {
  societyId: string;
  track: Pick<OwnTrack, "id" | "slug" | "title">;
  actorId: string;
  role: SocietyRole;
  stamp: string;
  now: Date;
}): Promise<Approved> {
  const { societyId, track, actorId, role, stamp, now } = input;
  return transact(async (tx): Promise<Approved> => {
    const review = await findOpenReview(track.id, tx);
    if (review === null) return { ok: false, reason: "not-in-review" };
    const fault = approvalFault({ role, personId: actorId, stamp }, await findRound(track.id, 0));
    if (fault !== null) return { ok: false, reason: fault };
    const key = { reviewId: review.id, byPersonId: actorId, stamp };
    const known = await tx.reviewApproval.findUnique({ where: { reviewId_byPersonId_stamp: key } });
    if (known !== null) return { ok: true };
    const id = newId();
    await tx.reviewApproval.create({ data: { id, ...key, at: now } });
    const details = { review: review.id, stamp };
    await recordEvent(tx, { actorId, action: "review.approve", subject: `track:${track.slug}`, details, now });
    const personIds = [review.askedById, ...(await listMembers(tx, societyId, rolesFor("publish")))];
    await tellPeople(tx, { news: "approved", track, societyId, personIds, actorId, occasion: id, now });
    return { ok: true };
  });
}
