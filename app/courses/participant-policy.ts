import type { SocietyRole } from "../auth/roles";

/** Who sees and changes the enrolments in a society's tracks: it is about persons, so authors and reviewers don't. */
export const participantRoles = ["admin", "editor"] as const satisfies readonly SocietyRole[];

export function canSeeParticipants(role: SocietyRole): boolean {
  return (participantRoles as readonly SocietyRole[]).includes(role);
}
