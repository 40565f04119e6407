import { expect, it } from "vitest";
import { societyRoles } from "../../auth/roles";
import { bankActs, mayInBanks, rolesFor } from "./policy";

it("lets every member look, all but reviewers write, and only editors and admins retire", () => {
  const table = Object.fromEntries(
    societyRoles.map((role) => [role, bankActs.filter((act) => mayInBanks(role, act)).join(" ")]),
  );
  expect(table).toEqual({
    admin: "look write retire",
    editor: "look write retire",
    author: "look write",
    reviewer: "look",
  });
});

it("gives the guard the roles that the rule allows", () => {
  expect(rolesFor("write")).toEqual(["admin", "editor", "author"]);
  expect(rolesFor("retire")).toEqual(["admin", "editor"]);
});
