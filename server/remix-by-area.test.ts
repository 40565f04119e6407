import type { ServerBuild } from "@remix-run/node";
import { matchRoutes } from "@remix-run/react";
import { expect, test } from "vitest";
import { locales } from "../app/i18n/locales";
import table from "../app/routes";
import { areaOf, splitIntoAreas } from "./remix-by-area";

// A real build's routes have much more than splitting looks at.
const routes = {
  root: { id: "root", path: "" },
  ...Object.fromEntries(
    table.map(({ file, path, index }) => [file, { id: file, parentId: "root", path, index }] as const),
  ),
} as unknown as ServerBuild["routes"];
const areas = splitIntoAreas(routes);

function leafOf(some: ServerBuild["routes"], path: string): string | undefined {
  const children = Object.values(some).flatMap((route) =>
    route.parentId === undefined ? [] : [{ id: route.id, path: route.path ?? "", index: route.index === true }],
  );
  // `index` is a constant in the type that says whether a route has children; none has.
  return matchRoutes(children as Parameters<typeof matchRoutes>[0], path)?.at(-1)?.route.id;
}

test("every path leads to the same page in its area as in the whole", () => {
  const paths = table.flatMap(({ path = "" }) => {
    const filled = `/${path
      .replace(/:lang\?\/?/, "")
      .replace(/:[A-Za-z]+/g, "some-name")
      .replace("*", "no/such/page")}`;
    return [filled, `${filled}/and/more`];
  });
  expect(paths.length).toBeGreaterThan(100);
  for (const path of paths) {
    const area = areas.get(areaOf(path)) ?? routes;
    expect(leafOf(area, path), path).toBe(leafOf(routes, path));
  }
});

test("the busy areas are there, a page's data belongs to its area, and no area is a language", () => {
  for (const name of ["learn", "my", "society", "profile"]) expect(areas.has(name), name).toBe(true);
  expect(Object.keys(areas.get("learn") ?? {}).length).toBeLessThan(12);
  expect(areaOf("/learn/a-track.data")).toBe("learn");
  expect(areaOf("/my.data")).toBe("my");
  expect(areaOf("/")).toBe("");
  for (const locale of locales) expect(areas.has(locale)).toBe(false);
});
