import type { SocietyRole } from "../../auth/roles";
import { mayInReview } from "./policy";

/** What a decision on publishing looks at. Pure: who wrote and what stands is handed in. */
export interface Round {
  /** Names the present state of texts and questions; null where the working copy is no track yet. */
  readonly stamp: string | null;
  /** Everybody who wrote a text or a question since the last publication, and who asked for the review. */
  readonly authorIds: ReadonlySet<string>;
  readonly approvals: readonly { readonly stamp: string; readonly byPersonId: string }[];
  readonly openComments: number;
  readonly errors: number;
  readonly isInReview: boolean;
}

export type ApprovalFault = "role" | "wrote" | "changed";

/** Why this person can't approve this state, or null: nobody approves what they wrote a part of. */
export function approvalFault(
  approver: { readonly role: SocietyRole; readonly personId: string; readonly stamp: string },
  round: Pick<Round, "authorIds" | "stamp">,
): ApprovalFault | null {
  if (!mayInReview(approver.role, "approve")) return "role";
  if (round.authorIds.has(approver.personId)) return "wrote";
  return approver.stamp === round.stamp ? null : "changed";
}

export type Obstacle = "not-in-review" | "comments-open" | "not-approved" | "approval-void" | "errors-open";

/** All that stands between a working copy and its publication. */
export function obstaclesTo(round: Round): Obstacle[] {
  const standing = round.approvals.filter(({ byPersonId }) => !round.authorIds.has(byPersonId));
  const isApproved = standing.some(({ stamp }) => stamp === round.stamp);
  return [
    ...(round.isInReview ? [] : (["not-in-review"] as const)),
    ...(round.openComments > 0 ? (["comments-open"] as const) : []),
    ...(isApproved ? [] : [round.approvals.length > 0 ? ("approval-void" as const) : ("not-approved" as const)]),
    ...(round.errors > 0 || round.stamp === null ? (["errors-open"] as const) : []),
  ];
}
