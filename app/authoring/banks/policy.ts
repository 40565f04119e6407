import { type SocietyRole, societyRoles } from "../../auth/roles";

/** What a person may do with a society's question banks. */
export const bankActs = ["look", "write", "retire"] as const;
/** `write`: make banks, write and import questions. `retire`: take a question out of use, or back into it. */
export type BankAct = (typeof bankActs)[number];

/** The one rule on rights in banks: it shows the button and it refuses the write. */
export function mayInBanks(role: SocietyRole, act: BankAct): boolean {
  switch (act) {
    case "look":
      return true;
    case "write":
      return role !== "reviewer";
    case "retire":
      return role === "admin" || role === "editor";
  }
}

/** The same rule for the guard of a route. */
export function rolesFor(act: BankAct): SocietyRole[] {
  return societyRoles.filter((role) => mayInBanks(role, act));
}
