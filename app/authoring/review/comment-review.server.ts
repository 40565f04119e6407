import { recordEvent } from "../../audit/record-event.server";
import type { SocietyRole } from "../../auth/roles";
import { type Transaction, transact } from "../../platform/db.server";
import type { OwnTrack } from "./find-own-track.server";
import { mayInReview } from "./policy";
import { tellPeople } from "./review-mail.server";
import { findOpenReview } from "./review-store.server";

interface Saying {
  /** From a guard. */
  readonly societyId: string;
  readonly track: Pick<OwnTrack, "id" | "slug" | "title">;
  readonly actorId: string;
  readonly now: Date;
}

export type Said = { readonly ok: true } | { readonly ok: false; readonly reason: "not-in-review" | "not-there" };

/**
 * Keeps a comment on a part of the working copy, or an answer to one, and tells those concerned.
 * @param input.id made by the page, so that a second click is the same comment
 */
export function commentReview(
  input: Saying & {
    id: string;
    parentId: string | null;
    /** settings | lesson:<id> | question:<key> */
    place: string;
    quote: string;
    text: string;
  },
): Promise<Said> {
  const { societyId, track, actorId, id, parentId, quote, text, now } = input;
  return transact(async (tx): Promise<Said> => {
    const review = await findOpenReview(track.id, tx);
    if (review === null) return { ok: false, reason: "not-in-review" };
    if ((await tx.reviewComment.findUnique({ where: { id }, select: { id: true } })) !== null) return { ok: true };
    const parent =
      parentId === null
        ? null
        : await tx.reviewComment.findFirst({ where: { id: parentId, reviewId: review.id, parentId: null } });
    if (parentId !== null && parent === null) return { ok: false, reason: "not-there" };
    const place = parent?.place ?? input.place;
    await tx.reviewComment.create({
      data: { id, reviewId: review.id, parentId, place, quote, text, byPersonId: actorId, at: now },
    });
    const details = { review: review.id, comment: id, place };
    await recordEvent(tx, { actorId, action: "review.comment", subject: `track:${track.slug}`, details, now });
    const personIds = [review.askedById, ...(parent === null ? [] : await peopleOf(tx, parent))];
    // One mail for what is said within an hour.
    const occasion = `${review.id} ${now.toISOString().slice(0, 13)}`;
    await tellPeople(tx, { news: "commented", track, societyId, personIds, actorId, occasion, now });
    return { ok: true };
  });
}

async function peopleOf(tx: Transaction, thread: { id: string; byPersonId: string }): Promise<string[]> {
  const answers = await tx.reviewComment.findMany({ where: { parentId: thread.id }, select: { byPersonId: true } });
  return [thread.byPersonId, ...answers.map(({ byPersonId }) => byPersonId)];
}

/** Resolves a comment, or opens it again. Whoever may not settle others' comments may still settle their own. */
export function settleComment(
  input: Saying & { role: SocietyRole; commentId: string; isResolved: boolean },
): Promise<Said> {
  const { societyId, track, actorId, role, commentId, isResolved, now } = input;
  return transact(async (tx): Promise<Said> => {
    const review = await findOpenReview(track.id, tx);
    if (review === null) return { ok: false, reason: "not-in-review" };
    const comment = await tx.reviewComment.findFirst({
      where: {
        id: commentId,
        reviewId: review.id,
        parentId: null,
        ...(mayInReview(role, "settle") ? {} : { byPersonId: actorId }),
      },
    });
    if (comment === null) return { ok: false, reason: "not-there" };
    if ((comment.resolvedAt !== null) === isResolved) return { ok: true };
    const data = isResolved ? { resolvedAt: now, resolvedById: actorId } : { resolvedAt: null, resolvedById: null };
    await tx.reviewComment.update({ where: { id: commentId }, data });
    const action = isResolved ? "review.resolve" : "review.reopen";
    const details = { review: review.id, comment: commentId };
    await recordEvent(tx, { actorId, action, subject: `track:${track.slug}`, details, now });
    const personIds = [isResolved ? comment.byPersonId : review.askedById];
    const told = { track, societyId, personIds, actorId, now };
    await tellPeople(tx, {
      ...told,
      news: isResolved ? "settled" : "commented",
      occasion: `${commentId} ${now.toISOString()}`,
    });
    return { ok: true };
  });
}
