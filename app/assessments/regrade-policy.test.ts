import { expect, it } from "vitest";
import { societyRoles } from "../auth/roles";
import { canMarkEssays, canRule } from "./regrade-policy";

it.each([
  ["admin", true, true],
  ["editor", true, true],
  ["author", false, true],
  ["reviewer", false, false],
] as const)("a society's %s may rule on a question: %s; may mark essays: %s", (role, rules, marks) => {
  expect([canRule(role), canMarkEssays(role)]).toEqual([rules, marks]);
});

it("knows every role", () => {
  expect(societyRoles).toHaveLength(4);
});
