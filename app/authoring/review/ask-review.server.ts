import { recordEvent } from "../../audit/record-event.server";
import { transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { draftStamp } from "../drafts/draft-source.server";
import type { OwnTrack } from "./find-own-track.server";
import { rolesFor } from "./policy";
import { listMembers, tellPeople } from "./review-mail.server";
import { findOpenReview, findRoundAuthors } from "./review-store.server";

interface Asking {
  /** From a guard. */
  readonly societyId: string;
  readonly track: Pick<OwnTrack, "id" | "slug" | "title">;
  readonly actorId: string;
  readonly now: Date;
}

/** Asks for a review of the working copy as it stands, and tells those who may approve it. A second click finds the first. */
export function askReview(asking: Asking & { note: string }): Promise<{ ok: boolean }> {
  const { societyId, track, actorId, note, now } = asking;
  return transact(async (tx) => {
    const stamp = await draftStamp(track.id);
    if (stamp === null) return { ok: false };
    if ((await findOpenReview(track.id, tx)) !== null) return { ok: true };
    const id = newId();
    await tx.trackReview.create({
      data: { id, trackId: track.id, note, stamp, askedById: actorId, askedAt: now },
    });
    await recordEvent(tx, {
      ...{ actorId, action: "review.ask", subject: `track:${track.slug}`, details: { review: id, stamp }, now },
    });
    const writers = new Set(findRoundAuthors(track.id));
    const approvers = (await listMembers(tx, societyId, rolesFor("approve"))).filter((person) => !writers.has(person));
    await tellPeople(tx, { news: "asked", track, societyId, personIds: approvers, actorId, occasion: id, now });
    return { ok: true };
  });
}

/** Ends the open round without a publication. What was said stays on record. */
export function takeBackReview({ track, actorId, now }: Omit<Asking, "societyId">): Promise<void> {
  return transact(async (tx) => {
    const review = await findOpenReview(track.id, tx);
    if (review === null) return;
    await tx.trackReview.update({ where: { id: review.id }, data: { closedAt: now, outcome: "taken-back" } });
    const details = { review: review.id };
    await recordEvent(tx, { actorId, action: "review.take-back", subject: `track:${track.slug}`, details, now });
  });
}
