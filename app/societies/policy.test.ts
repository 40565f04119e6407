import { expect, it } from "vitest";
import { societyRoles } from "../auth/roles";
import { mayInSociety, rolesFor, societyActs } from "./policy";

it("lets every role look, and only admins manage", () => {
  const table = Object.fromEntries(
    societyRoles.map((role) => [role, societyActs.filter((act) => mayInSociety(role, act)).join(" ")]),
  );
  expect(table).toEqual({ admin: "look manage", editor: "look", author: "look", reviewer: "look" });
  expect(rolesFor("manage")).toEqual(["admin"]);
});
