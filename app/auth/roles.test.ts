import { expect, test } from "vitest";
import { isSocietyRole, societyRoles } from "./roles";

test("the four roles are roles, and nothing else is", () => {
  expect(societyRoles.map(isSocietyRole)).toEqual([true, true, true, true]);
  for (const other of ["", "Admin", "admin ", "owner", "siteAdmin", "toString", "length"]) {
    expect(isSocietyRole(other)).toBe(false);
  }
});
