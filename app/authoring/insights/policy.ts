import { type SocietyRole, societyRoles } from "../../auth/roles";

/** Who sees how a society's tracks are taken: those who write them. Reviewers judge a text, not its readers. */
export function mayLookAtInsights(role: SocietyRole): boolean {
  return role !== "reviewer";
}

/** The same rule for the guard of a route. */
export const insightRoles: readonly SocietyRole[] = societyRoles.filter(mayLookAtInsights);
