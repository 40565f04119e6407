import { expect, test } from "vitest";
import type { SocietyRole } from "../../auth/roles";
import { mayInReview, reviewActs, rolesFor } from "./policy";

test.each<[SocietyRole, string]>([
  ["admin", "look ask comment settle publish open"],
  ["editor", "look ask comment settle approve publish open"],
  ["author", "look ask comment settle"],
  ["reviewer", "look comment approve"],
])("the %s of a society may %s", (role, acts) => {
  expect(reviewActs.filter((act) => mayInReview(role, act)).join(" ")).toBe(acts);
  for (const act of reviewActs) expect(rolesFor(act).includes(role)).toBe(mayInReview(role, act));
});
