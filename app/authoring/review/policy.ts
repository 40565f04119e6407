import { type SocietyRole, societyRoles } from "../../auth/roles";

/** What a person may do between writing a track and its learners. */
export const reviewActs = ["look", "ask", "comment", "settle", "approve", "publish", "open"] as const;
/**
 * `look`: checks, review, preview. `ask`: ask for a review, or take it back. `settle`: resolve anybody's comment.
 * `open`: say who may find and take the track.
 */
export type ReviewAct = (typeof reviewActs)[number];

/** The one rule on rights in review and publication: it shows the button and it refuses the write. */
export function mayInReview(role: SocietyRole, act: ReviewAct): boolean {
  switch (act) {
    case "look":
    case "comment":
      return true;
    case "ask":
    case "settle":
      return role !== "reviewer";
    case "approve":
      return role === "reviewer" || role === "editor";
    case "publish":
    case "open":
      return role === "admin" || role === "editor";
  }
}

/** The same rule for the guard of a route. */
export function rolesFor(act: ReviewAct): SocietyRole[] {
  return societyRoles.filter((role) => mayInReview(role, act));
}
