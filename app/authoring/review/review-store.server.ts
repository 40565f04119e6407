import { db, dbTime, statement, type Transaction } from "../../platform/db.server";
import { draftStamp } from "../drafts/draft-source.server";
import { type Obstacle, obstaclesTo, type Round } from "./approval-rule";
import type { CheckedDraft } from "./check-draft.server";

/** The round of review that is open on a track. */
export interface OpenReview {
  readonly id: string;
  readonly note: string;
  readonly stamp: string;
  readonly askedById: string;
  readonly askedAt: Date;
}

const columns = { id: true, note: true, stamp: true, askedById: true, askedAt: true } as const;

/** The open round, or null. @param trackId from a guard */
export function findOpenReview(trackId: string, tx: Pick<Transaction, "trackReview"> = db): Promise<OpenReview | null> {
  return tx.trackReview.findFirst({ where: { trackId, closedAt: null }, select: columns });
}

const lastPublished = statement<[string], { at: string | null }>(`
  SELECT max(x.publishedAt) AS at FROM Edition e JOIN EditionText x ON x.editionId = e.id WHERE e.trackId = ?`);
const writersSince = statement<[string, string, string, string], { personId: string }>(`
  SELECT DISTINCT byPersonId AS personId FROM DraftText WHERE trackId = ? AND at > ? AND byPersonId IS NOT NULL
  UNION
  SELECT DISTINCT r.byPersonId FROM QuestionRevision r JOIN Question q ON q.id = r.questionId JOIN Bank b ON b.id = q.bankId
   WHERE r.byPersonId IS NOT NULL AND r.createdAt > ? AND b.slug =
         (SELECT json_extract(content, '$.bank') FROM DraftText
           WHERE trackId = ? AND part = 'structure' ORDER BY version DESC LIMIT 1)`);

/** Everybody who wrote a text of the track or a question of its bank since the last publication. Two statements. */
export function findRoundAuthors(trackId: string): string[] {
  const since = lastPublished.get(trackId)?.at ?? dbTime(new Date(0));
  return writersSince.all(trackId, since, since, trackId).map(({ personId }) => personId);
}

/** What a decision on approving or publishing looks at. */
export async function findRound(trackId: string, errors: number, stamp?: string | null): Promise<Round> {
  const review = await findOpenReview(trackId);
  const reviewId = review?.id ?? "";
  const [openComments, approvals] = await Promise.all([
    db.reviewComment.count({ where: { reviewId, parentId: null, resolvedAt: null } }),
    db.reviewApproval.findMany({ where: { reviewId }, select: { stamp: true, byPersonId: true } }),
  ]);
  return {
    stamp: stamp === undefined ? await draftStamp(trackId) : stamp,
    authorIds: new Set([...findRoundAuthors(trackId), ...(review === null ? [] : [review.askedById])]),
    approvals,
    openComments,
    errors,
    isInReview: review !== null,
  };
}

/** What stands between a checked working copy and its publication. */
export async function findObstacles(trackId: string, checked: CheckedDraft): Promise<Obstacle[]> {
  return obstaclesTo(await findRound(trackId, checked.errors.length, checked.stamp));
}
