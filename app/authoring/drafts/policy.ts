import { type SocietyRole, societyRoles } from "../../auth/roles";

/** What a person may do with the working copies of a society's tracks. */
export const draftActs = ["look", "write"] as const;
export type DraftAct = (typeof draftActs)[number];

/** The one rule on rights in drafts: it shows the button and it refuses the write. Reviewers read and comment. */
export function mayInDrafts(role: SocietyRole, act: DraftAct): boolean {
  return act === "look" || role !== "reviewer";
}

/** The same rule for the guard of a route. */
export function draftRoles(act: DraftAct): SocietyRole[] {
  return societyRoles.filter((role) => mayInDrafts(role, act));
}
