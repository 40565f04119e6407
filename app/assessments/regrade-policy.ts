import type { SocietyRole } from "../auth/roles";

/** Who decides about the marking of a society's questions. */

/** A ruling changes marks of people who have answered: that is for those who publish. */
export const rulingRoles = ["admin", "editor"] as const satisfies readonly SocietyRole[];

/** Marking an essay is expert work on one answer, so authors do it too. Reviewers judge texts, not learners. */
export const essayRoles = ["admin", "editor", "author"] as const satisfies readonly SocietyRole[];

export function canRule(role: SocietyRole): boolean {
  return (rulingRoles as readonly SocietyRole[]).includes(role);
}

export function canMarkEssays(role: SocietyRole): boolean {
  return (essayRoles as readonly SocietyRole[]).includes(role);
}
