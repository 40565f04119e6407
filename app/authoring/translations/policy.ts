import { type SocietyRole, societyRoles } from "../../auth/roles";

/** `write`: translate, import, add and offer languages. `review`: say that a translation is right. */
export type TranslationAct = "look" | "write" | "review";

/** The one rule on rights in translations: it shows the button and it refuses the write. */
export function mayInTranslations(role: SocietyRole, act: TranslationAct): boolean {
  switch (act) {
    case "look":
      return true;
    case "write":
      return role !== "reviewer";
    case "review":
      return role !== "author";
  }
}

/** The same rule for the guard of a route. */
export function translationRoles(act: TranslationAct): SocietyRole[] {
  return societyRoles.filter((role) => mayInTranslations(role, act));
}
