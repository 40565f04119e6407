import type { RouteConfigEntry } from "@remix-run/route-config";
import type { Page } from "@playwright/test";
import routes from "../../app/routes";
import { expect, test } from "./fixtures";
import { pageExamples } from "./page-examples";

/** Every page of the site by the route manifest: it is there, axe finds nothing, and it fits a telephone. */

test.describe.configure({ mode: "parallel" });

function filesOf(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [entry.file, ...filesOf(entry.children ?? [])]);
}

test("every route has an example, and every example a route", () => {
  const wanted = new Set(filesOf(routes));
  expect(
    [...wanted].filter((file) => !(file in pageExamples)),
    "routes without an example in page-examples.ts",
  ).toEqual([]);
  expect(
    Object.keys(pageExamples).filter((file) => !wanted.has(file)),
    "examples without a route",
  ).toEqual([]);
});

/** Pixels that stick out to the right of a telephone's screen. */
async function overflowAt360(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Complaints of the browser: refused styles, broken scripts. The page's own status is not one. */
function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  return complaints;
}

for (const [file, examples] of Object.entries(pageExamples)) {
  if (typeof examples === "string") continue;
  for (const [index, example] of ("path" in examples ? [examples] : examples).entries()) {
    test(`${file} is readable for everybody (${String(index + 1)})`, async ({
      page,
      given,
      signIn,
      expectAccessible,
    }) => {
      const complaints = listenForComplaints(page);
      if (example.as !== undefined) await signIn(example.as);
      const answer = await page.goto(
        typeof example.path === "string" ? example.path : await example.path({ given, signIn }),
      );
      expect(answer?.status()).toBe(example.status ?? 200);
      await example.deed?.(page);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(complaints, "what the browser complains about").toEqual([]);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await expectAccessible(page, colorScheme === "light" ? "everything" : "colours");
      }
      expect(await overflowAt360(page), "pixels that stick out at 360 px").toBe(0);
    });
  }
}
