import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Everything by keyboard alone: each stop is seen, none is covered, and the way on needs no pointer. */

const track = "ct-orientation-session";
const pages = {
  home: "/en",
  catalogue: "/en/catalogue",
  track: `/en/tracks/${track}`,
  lesson: `/learn/${track}/ctdi`,
  webinar: `/learn/${track}/webinar-dose-report`,
};

interface Stop {
  /** What has the focus, for messages. */
  readonly what: string;
  readonly isMarked: boolean;
  readonly isSeen: boolean;
}

/** The element with the focus, or null once the focus has left the page. */
const focusedStop = (page: Page) =>
  page.evaluate((): Stop | null => {
    const element = document.activeElement;
    if (element === null || element === document.body || element === document.documentElement) return null;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { left, right, top, bottom } = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const x = (Math.max(0, left) + Math.min(innerWidth, right)) / 2;
    const y = (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2;
    const onTop = document.elementFromPoint(x, y);
    return {
      what: element.outerHTML.slice(0, 160),
      isMarked: (outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0) || boxShadow !== "none",
      isSeen: onTop !== null && (element.contains(onTop) || element.closest("label")?.contains(onTop) === true),
    };
  });

/** Tabs through the page from its start until the focus leaves it. */
async function walk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 300) {
    await page.keyboard.press("Tab");
    const stop = await focusedStop(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error("The focus never leaves the page");
}

for (const [name, path] of Object.entries(pages)) {
  for (const width of [360, 1280]) {
    test(`${name} at ${String(width)} px: every stop of the keyboard is marked and seen`, async ({
      page,
      given,
      signIn,
    }) => {
      await page.setViewportSize({ width, height: 740 });
      await page.emulateMedia({ reducedMotion: "reduce" });
      if (path.startsWith("/learn")) await signIn((await given.enrolledIn(track)).person);
      await page.goto(path);
      const stops = await walk(page);
      expect(stops[0]?.what).toContain('class="skip"');
      expect(stops.length).toBeGreaterThan(5);
      expect(
        stops.filter(({ isMarked }) => !isMarked).map(({ what }) => what),
        "focus without a mark",
      ).toEqual([]);
      expect(
        stops.filter(({ isSeen }) => !isSeen).map(({ what }) => what),
        "focus that is covered",
      ).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, "pixels that stick out").toBe(0);
    });
  }
}

/** Tabs until a link, button or field of that name has the focus. */
async function tabTo(
  page: Page,
  role: "link" | "button" | "searchbox" | "checkbox",
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name }).and(page.locator(":focus"));
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press("Tab");
    if ((await wanted.count()) > 0) return;
  }
  throw new Error(`No ${role} "${String(name)}" is reached by Tab`);
}

test("a track is found, enrolled in, read and watched by keyboard alone", async ({ page, given, signIn }) => {
  await signIn(await given.person());
  await page.goto("/en");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await tabTo(page, "link", "Browse the catalogue");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/catalogue$/);
  await tabTo(page, "searchbox", /^Search tracks/);
  await page.keyboard.type("dose report");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=dose/);
  await tabTo(page, "link", /computed tomography$/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Enrol", exact: true })).toBeVisible();
  await tabTo(page, "button", "Enrol");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Who is responsible for what" })).toBeVisible();
  // The lesson's own keys.
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/\/justification$/);
  await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/\/welcome$/);
  await tabTo(page, "button", "Done, go to lesson 2");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 16 lessons done").first()).toBeVisible();

  await page.goto(pages.webinar);
  await tabTo(page, "button", "Play");
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(1);
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Saved /)).toBeVisible();
});
