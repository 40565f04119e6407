import type { Transaction } from "../../platform/db.server";
import { type Published, publishEdition } from "../publish-edition.server";
import type { Obstacle } from "./approval-rule";
import { checkDraft } from "./check-draft.server";
import type { OwnTrack } from "./find-own-track.server";
import { previewEdition } from "./preview-edition.server";
import { draftStamp } from "../drafts/draft-source.server";
import { tellPeople } from "./review-mail.server";
import { findObstacles, findOpenReview } from "./review-store.server";

export type DraftPublished =
  | Extract<Published, { ok: true } | { reason: "unchanged" | "not-yours" | "overtaken" | "out-of-use" | "problems" }>
  | { readonly ok: false; readonly reason: "obstacles"; readonly obstacles: readonly Obstacle[] }
  | { readonly ok: false; readonly reason: "note-missing" };

/**
 * Publishes the reviewed working copy of a track in one step: the edition, the end of the review and the mails are
 * there together or not at all. Of two people who publish at once, one makes the edition and the other is told.
 */
export async function publishDraft(input: {
  societyId: string;
  track: OwnTrack;
  actorId: string;
  changeNote: string;
  isCorrection: boolean;
  now: Date;
}): Promise<DraftPublished> {
  const { societyId, track, actorId, changeNote, isCorrection, now } = input;
  const checked = await checkDraft(track.id, now);
  const obstacles = await findObstacles(track.id, checked);
  const review = await findOpenReview(track.id);
  if (obstacles.length > 0 || checked.draft === null || review === null)
    return { ok: false, reason: "obstacles", obstacles };
  const made = previewEdition(track.currentEditionId, checked.draft);
  if (made.is === "edition" && made.changes !== null && changeNote === "") return { ok: false, reason: "note-missing" };
  return publishEdition({
    ...checked.draft.source,
    ...{ societyId, actorId, changeNote, isCorrection, now },
    together: {
      holds: async () => {
        const current = await findObstacles(track.id, { ...checked, stamp: await draftStamp(track.id) });
        return current.length === 0;
      },
      write: (tx) => closeReview(tx, { reviewId: review.id, track, societyId, actorId, now }),
    },
  });
}

interface Closing {
  readonly reviewId: string;
  readonly track: OwnTrack;
  readonly societyId: string;
  readonly actorId: string;
  readonly now: Date;
}

async function closeReview(tx: Transaction, { reviewId, track, societyId, actorId, now }: Closing): Promise<void> {
  const review = await tx.trackReview.update({
    where: { id: reviewId },
    data: { closedAt: now, outcome: "published" },
    select: {
      askedById: true,
      approvals: { select: { byPersonId: true } },
      comments: { select: { byPersonId: true } },
    },
  });
  const personIds = [
    review.askedById,
    ...[...review.approvals, ...review.comments].map(({ byPersonId }) => byPersonId),
  ];
  await tellPeople(tx, { news: "published", track, societyId, personIds, actorId, occasion: reviewId, now });
}
