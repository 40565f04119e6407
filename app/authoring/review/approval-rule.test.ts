import { expect, test } from "vitest";
import { type ApprovalFault, approvalFault, obstaclesTo, type Obstacle, type Round } from "./approval-rule";
import type { SocietyRole } from "../../auth/roles";

const round: Round = {
  stamp: "now",
  authorIds: new Set(["anna"]),
  approvals: [{ stamp: "now", byPersonId: "rita" }],
  openComments: 0,
  errors: 0,
  isInReview: true,
};

test.each<[SocietyRole, string, string, ApprovalFault | null]>([
  ["reviewer", "rita", "now", null],
  ["editor", "rita", "now", null],
  ["author", "rita", "now", "role"],
  ["admin", "rita", "now", "role"],
  ["reviewer", "anna", "now", "wrote"],
  ["editor", "anna", "now", "wrote"],
  ["reviewer", "rita", "before", "changed"],
])("an approval by a %s (%s, of the state %s) is met with %s", (role, personId, stamp, fault) => {
  expect(approvalFault({ role, personId, stamp }, round)).toBe(fault);
});

test.each<[string, Partial<Round>, Obstacle[]]>([
  ["nothing stands in the way of an approved state", {}, []],
  ["a track that nobody has asked a review for", { isInReview: false }, ["not-in-review"]],
  ["one open comment", { openComments: 1 }, ["comments-open"]],
  ["no approval", { approvals: [] }, ["not-approved"]],
  ["an approval of an earlier state", { stamp: "later" }, ["approval-void"]],
  ["an approval by somebody who has written since", { authorIds: new Set(["rita"]) }, ["approval-void"]],
  ["one error", { errors: 1 }, ["errors-open"]],
  ["a working copy that is no track", { stamp: null }, ["approval-void", "errors-open"]],
  ["an old approval beside a new one", { approvals: [{ stamp: "old", byPersonId: "rita" }, ...round.approvals] }, []],
])("%s", (_, changes, obstacles) => {
  expect(obstaclesTo({ ...round, ...changes })).toEqual(obstacles);
});
