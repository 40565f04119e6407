import { expect, it } from "vitest";
import { societyRoles } from "../../auth/roles";
import { trackPlacesFor } from "./track-places";

it("leads each role to the pages of a track that it may go to, and to no other", () => {
  const table = Object.fromEntries(
    societyRoles.map((role) => [
      role,
      trackPlacesFor(role, "esr", ["tracks", "dose"])
        ?.map(({ name }) => name)
        .join(" "),
    ]),
  );
  expect(table).toEqual({
    admin: "outline settings preview checks review publish access translations insights export",
    editor: "outline settings preview checks review publish access translations insights export",
    author: "outline settings preview checks review translations insights export",
    reviewer: "outline settings preview checks review translations export",
  });
});

it("has each page under its own address", () => {
  const places = trackPlacesFor("admin", "esr", ["insights", "dose"]) ?? [];
  expect(places.map(({ href }) => href)).toEqual([
    "/society/esr/tracks/dose",
    "/society/esr/tracks/dose/settings",
    "/society/esr/tracks/dose/preview",
    "/society/esr/tracks/dose/checks",
    "/society/esr/tracks/dose/review",
    "/society/esr/tracks/dose/publish",
    "/society/esr/tracks/dose/access",
    "/society/esr/tracks/dose/translations",
    "/society/esr/insights/dose",
    "/society/esr/tracks/dose/export",
  ]);
});

it.each([
  ["tracks/dose", "outline page"],
  ["tracks/dose/lessons/a-quiz", "outline within"],
  ["tracks/dose/lessons/a-reading/text/en", "outline within"],
  ["tracks/dose/settings", "settings page"],
  ["tracks/dose/preview/a-quiz", "preview within"],
  ["tracks/dose/translations", "translations page"],
  ["tracks/dose/translations/de/import", "translations within"],
  ["insights/dose", "insights page"],
  ["tracks/dose/nowhere", ""],
])("marks on %s where one is: %s", (path, here) => {
  const places = trackPlacesFor("admin", "esr", path.split("/")) ?? [];
  const marked = places.filter(({ isHere }) => isHere !== null).map(({ name, isHere }) => `${name} ${isHere ?? ""}`);
  expect(marked.join()).toBe(here);
});

it.each(["", "tracks", "insights", "tracks/import", "tracks/import/abc", "banks/dose"])(
  "finds no track in %s",
  (path) => {
    expect(trackPlacesFor("admin", "esr", path.split("/"))).toBeNull();
  },
);
