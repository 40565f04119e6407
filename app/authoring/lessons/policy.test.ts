import { expect, test } from "vitest";
import { societyRoles } from "../../auth/roles";
import { lessonRoles, mayWithLessons } from "./policy";

test("everybody in a society reads its drafts; admins, editors and authors write them", () => {
  expect(societyRoles.map((role) => [role, mayWithLessons(role, "look"), mayWithLessons(role, "write")])).toEqual([
    ["admin", true, true],
    ["editor", true, true],
    ["author", true, true],
    ["reviewer", true, false],
  ]);
  expect(lessonRoles("write")).toEqual(["admin", "editor", "author"]);
});
