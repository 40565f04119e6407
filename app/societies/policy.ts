import { type SocietyRole, societyRoles } from "../auth/roles";

/** What a person may do in the workspace of a society itself; banks, tracks and rulings have rules of their own. */
export const societyActs = ["look", "manage"] as const;
/** `look`: overview and list of members. `manage`: invite and remove members, change roles and settings. */
export type SocietyAct = (typeof societyActs)[number];

/** The one rule: it shows the button and it refuses the write. */
export function mayInSociety(role: SocietyRole, act: SocietyAct): boolean {
  switch (act) {
    case "look":
      return true;
    case "manage":
      return role === "admin";
  }
}

/** The same rule for the guard of a route. */
export function rolesFor(act: SocietyAct): SocietyRole[] {
  return societyRoles.filter((role) => mayInSociety(role, act));
}
