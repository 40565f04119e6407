import { type SocietyRole, societyRoles } from "../../auth/roles";

/** The one rule on rights in portable tracks: every member may take a track along, who writes may bring one in. */
export function mayInPortable(role: SocietyRole, act: "export" | "import"): boolean {
  return act === "export" || role !== "reviewer";
}

/** The same rule for the guard of a route. */
export function portableRoles(act: "export" | "import"): SocietyRole[] {
  return societyRoles.filter((role) => mayInPortable(role, act));
}
