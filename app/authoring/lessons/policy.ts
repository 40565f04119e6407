import { type SocietyRole, societyRoles } from "../../auth/roles";

/** `look`: read a lesson's working copy and its history. `write`: change it, restore an earlier version, add pictures. */
export type LessonAct = "look" | "write";

/** The one rule on rights in lessons: it shows the editor and it refuses the save. */
export function mayWithLessons(role: SocietyRole, act: LessonAct): boolean {
  return act === "look" || role !== "reviewer";
}

/** The same rule for the guard of a route. */
export function lessonRoles(act: LessonAct): SocietyRole[] {
  return societyRoles.filter((role) => mayWithLessons(role, act));
}
