import { expect, it } from "vitest";
import { societyRoles } from "../../auth/roles";
import { placesFor, readWorkspacePath } from "./workspace-places";

it("leads each role to the places that it may go to, and to no other", () => {
  const table = Object.fromEntries(
    societyRoles.map((role) => [
      role,
      placesFor(role, "esr", [])
        .map(({ name }) => name)
        .join(" "),
    ]),
  );
  expect(table).toEqual({
    admin: "overview tracks banks statistics insights participants essays mistakes members settings",
    editor: "overview tracks banks statistics insights participants essays mistakes members",
    author: "overview tracks banks statistics insights essays mistakes members",
    reviewer: "overview tracks banks statistics mistakes members",
  });
});

it.each([
  ["/society/esr", "overview page"],
  ["/society/esr/", "overview page"],
  ["/society/esr/tracks", "tracks page"],
  ["/society/esr/tracks/dose/lessons/a-quiz", "tracks within"],
  ["/society/esr/insights/dose", "insights within"],
  ["/society/esr/banks", "banks page"],
  ["/society/esr/banks/ct/questions/one", "banks within"],
  ["/society/esr/questions/abc/ruling", "banks within"],
  ["/society/esr/rulings/abc", "banks within"],
  ["/society/esr/participants/abc/late-answers", "participants within"],
  ["/society/esr/nowhere", ""],
])("marks on %s where one is: %s", (pathname, here) => {
  const read = readWorkspacePath(pathname);
  const places = placesFor("admin", read?.slug ?? "", read?.parts ?? []);
  const marked = places.filter(({ isHere }) => isHere !== null).map(({ name, isHere }) => `${name} ${isHere ?? ""}`);
  expect(marked.join()).toBe(here);
});

it.each(["/", "/societies/esr", "/en/society/esr", "/society", "/society/", "/my"])(
  "finds no workspace in %s",
  (pathname) => {
    expect(readWorkspacePath(pathname)).toBeNull();
  },
);
