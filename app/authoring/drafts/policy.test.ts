import { expect, it } from "vitest";
import { societyRoles } from "../../auth/roles";
import { draftActs, draftRoles, mayInDrafts } from "./policy";

it("lets every member look at drafts, and all but reviewers write", () => {
  const table = Object.fromEntries(
    societyRoles.map((role) => [role, draftActs.filter((act) => mayInDrafts(role, act)).join(" ")]),
  );
  expect(table).toEqual({ admin: "look write", editor: "look write", author: "look write", reviewer: "look" });
  expect(draftRoles("write")).toEqual(["admin", "editor", "author"]);
});
