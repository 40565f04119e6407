import type { SocietyRole } from "../../auth/roles";
import { db } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { approvalFault, obstaclesTo } from "./approval-rule";
import type { CheckedDraft } from "./check-draft.server";
import type { OwnTrack } from "./find-own-track.server";
import { mayInReview } from "./policy";
import { findOpenReview, findRound } from "./review-store.server";

export interface ReviewThread extends Said {
  readonly place: string;
  readonly quote: string;
  readonly resolved: { readonly who: string; readonly at: string } | null;
  readonly maySettle: boolean;
  readonly answers: readonly Said[];
  /** Names the answer that the form would send. */
  readonly answerId: string;
}

interface Said {
  readonly id: string;
  readonly who: string;
  readonly at: string;
  readonly text: string;
}

/** Everything that the page of a review shows to one member. */
// One record for the page, field by field: cutting it would hide what the page gets.
// eslint-disable-next-line max-lines-per-function, complexity
export async function reviewPage(input: {
  track: OwnTrack;
  checked: CheckedDraft;
  personId: string;
  role: SocietyRole;
}) {
  const { track, checked, personId, role } = input;
  const round = await findRound(track.id, checked.errors.length, checked.stamp);
  const review = await findOpenReview(track.id);
  const rows = await db.reviewComment.findMany({
    where: { reviewId: review?.id ?? "" },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: 1000,
  });
  const approvals = await db.reviewApproval.findMany({
    where: { reviewId: review?.id ?? "" },
    orderBy: { at: "asc" },
  });
  const names = await namesOf([
    ...rows.flatMap(({ byPersonId, resolvedById }) => [byPersonId, resolvedById ?? ""]),
    ...approvals.map(({ byPersonId }) => byPersonId),
    review?.askedById ?? "",
  ]);
  const stamp = checked.stamp ?? "";
  const said = (row: (typeof rows)[number]): Said => ({
    id: row.id,
    who: names(row.byPersonId),
    at: row.at.toISOString(),
    text: row.text,
  });
  const toThread = (row: (typeof rows)[number]): ReviewThread => ({
    ...said(row),
    place: row.place,
    quote: row.quote,
    resolved: row.resolvedAt === null ? null : { who: names(row.resolvedById ?? ""), at: row.resolvedAt.toISOString() },
    maySettle: mayInReview(role, "settle") || row.byPersonId === personId,
    answers: rows.filter(({ parentId }) => parentId === row.id).map(said),
    answerId: newId(),
  });
  return {
    review:
      review === null
        ? null
        : {
            note: review.note,
            who: names(review.askedById),
            at: review.askedAt.toISOString(),
            isChangedSince: review.stamp !== stamp,
          },
    stamp,
    openComments: round.openComments,
    threads: rows.filter(({ parentId }) => parentId === null).map(toThread),
    approvals: approvals.map((approval) => ({
      id: approval.id,
      who: names(approval.byPersonId),
      at: approval.at.toISOString(),
      stands: approval.stamp === stamp && !round.authorIds.has(approval.byPersonId),
    })),
    obstacles: obstaclesTo(round),
    approvalFault: approvalFault({ role, personId, stamp }, round),
    mayAsk: mayInReview(role, "ask"),
    mayApprove: mayInReview(role, "approve"),
    isTrack: checked.stamp !== null,
    commentId: newId(),
    lessons: track.modules.flatMap(({ lessons }) => lessons),
    questions: checked.draft?.source.bank.questions.map(({ id }) => id) ?? [],
  };
}

export type ReviewPageData = Awaited<ReturnType<typeof reviewPage>>;

async function namesOf(ids: readonly string[]): Promise<(id: string) => string> {
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, certificateName: true },
  });
  const names = new Map(people.map(({ id, certificateName }) => [id, certificateName]));
  return (id) => names.get(id) ?? "–";
}
