import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const track = "ct-orientation-session";
const lesson = `/learn/${track}/webinar-dose-report`;

const positionOf = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);
const isPaused = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.paused);
const speedOf = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.playbackRate);
/** Languages of the captions that are on: `hidden` is the browser's word for those that the page draws itself. */
const captionsOf = (page: Page) =>
  page
    .locator("video")
    .evaluate((video: HTMLVideoElement) =>
      [...video.textTracks]
        .filter(({ kind, mode }) => kind === "captions" && mode === "hidden")
        .map(({ language }) => language),
    );

async function fileOf(page: Page): Promise<string> {
  const address = await page.locator("video source").getAttribute("src");
  return (address ?? "").replace(/#.*/, "");
}

test.beforeEach(async ({ page, given, signIn }) => {
  await signIn((await given.enrolledIn(track)).person);
  await page.goto(lesson);
  await expect(page.getByRole("group", { name: "Player" })).toBeVisible();
});

test("the file comes in byte ranges, to learners of the track only", async ({ page, site, browser, given, signIn }) => {
  const parts: { status: number; range: string | undefined }[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".mp4"))
      parts.push({ status: response.status(), range: response.headers()["content-range"] });
  });
  await page.reload();
  await page.getByRole("slider", { name: "Position" }).fill("300");
  await expect
    .poll(() => page.locator("video").evaluate((video: HTMLVideoElement) => video.readyState))
    .toBeGreaterThan(1);
  expect(parts.length).toBeGreaterThan(0);
  expect(parts.every(({ status, range }) => status === 206 && /^bytes \d+-\d+\/\d+$/.test(range ?? ""))).toBe(true);

  const file = await fileOf(page);
  const piece = await page.request.get(file, { headers: { Range: "bytes=100-199" } });
  expect(piece.status()).toBe(206);
  expect((await piece.body()).length).toBe(100);
  expect(piece.headers()).toMatchObject({ "content-type": "video/mp4", "accept-ranges": "bytes" });
  const beyond = await page.request.get(file, { headers: { Range: "bytes=99999999-" } });
  expect(beyond.status()).toBe(416);
  const known = await page.request.get(file, { headers: { "If-None-Match": piece.headers()["etag"] ?? "" } });
  expect(known.status()).toBe(304);

  const captions = (await page.locator("track[kind=captions]").first().getAttribute("src")) ?? "";
  const stranger = await browser.newContext({ baseURL: site.url });
  const somebody = await browser.newContext({ baseURL: site.url });
  await signIn(await given.person(), await somebody.newPage());
  for (const context of [stranger, somebody])
    for (const address of [file, file.replace(".mp4", ".webp"), captions])
      expect((await context.request.get(address)).status(), address).toBe(404);
  await stranger.close();
  await somebody.close();
});

test("captions are on, in the language of the content or another one", async ({ page }) => {
  await expect.poll(() => captionsOf(page)).toEqual(["en"]);
  await page.getByRole("combobox", { name: "Language of the captions" }).selectOption("de");
  await expect.poll(() => captionsOf(page)).toEqual(["de"]);
  const cue = () =>
    page.locator("video").evaluate((video: HTMLVideoElement) => {
      const track = [...video.textTracks].find(({ kind, mode }) => kind === "captions" && mode === "hidden");
      // Cues of a WebVTT file are VTTCues.
      return (track?.cues?.[0] as VTTCue | undefined)?.text;
    });
  await expect.poll(cue).toMatch(/CT/);
  await page.getByRole("slider", { name: "Position" }).fill("5");
  await expect(page.locator("[data-caption]")).toHaveText(/\S/);
  await page.getByRole("button", { name: "Captions" }).click();
  await expect.poll(() => captionsOf(page)).toEqual([]);
  await expect(page.locator("[data-caption]")).toBeEmpty();
  await expect(page.getByRole("button", { name: "Captions" })).toHaveAttribute("aria-pressed", "false");
});

test("the transcript is searched and clicked, chapters too", async ({ page }) => {
  const lines = page.getByRole("region", { name: "Transcript text" }).locator("p");
  const all = await lines.filter({ visible: true }).count();
  await page.getByRole("searchbox", { name: "Search the transcript" }).fill("PHANTOM");
  const found = lines.filter({ visible: true });
  await expect.poll(() => found.count()).toBeLessThan(all);
  await expect(page.getByText(`Lines found: ${String(await found.count())}`)).toBeVisible();
  for (const line of await found.allInnerTexts()) expect(line).toMatch(/phantom/i);
  const button = found.nth(1).getByRole("button");
  const [minutes = 0, seconds = 0] = (await button.innerText()).split(":").map(Number);
  await button.click();
  await expect.poll(() => positionOf(page)).toBeGreaterThanOrEqual(minutes * 60 + seconds);
  expect(await positionOf(page)).toBeLessThan(minutes * 60 + seconds + 5);
  expect(await isPaused(page)).toBe(false);
  await expect(found.nth(1)).toHaveAttribute("aria-current", "true");
  await page.getByRole("searchbox", { name: "Search the transcript" }).fill("no such words");
  await expect(page.getByText("No line holds these words")).toBeVisible();

  await page.getByRole("tab", { name: "Transcript" }).press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Chapters" })).toBeFocused();
  const chapter = page.getByRole("tabpanel", { name: "Chapters" }).getByRole("listitem").last();
  await chapter.getByRole("button").click();
  await expect(chapter).toHaveAttribute("aria-current", "true");
  await expect.poll(() => positionOf(page)).toBeGreaterThan(240);
});

test("the keys play, seek, change speed and captions, and can be turned off", async ({ page }) => {
  await page.keyboard.press("Space");
  await expect.poll(() => isPaused(page)).toBe(false);
  await page.keyboard.press("Space");
  await expect.poll(() => isPaused(page)).toBe(true);
  const before = await positionOf(page);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("l");
  await expect.poll(() => positionOf(page)).toBeCloseTo(before + 15, 0);
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => positionOf(page)).toBeCloseTo(before + 10, 0);
  await page.keyboard.press(">");
  expect(await speedOf(page)).toBe(1.25);
  await expect(page.getByRole("combobox", { name: "Speed" })).toHaveValue("1.25");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("0.5");
  expect(await speedOf(page)).toBe(0.5);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("c");
  await expect.poll(() => captionsOf(page)).toEqual([]);

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys of the player" });
  await keys.getByRole("checkbox", { name: "Use these keys on this page" }).uncheck();
  await keys.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("c");
  expect(await captionsOf(page)).toEqual([]);
});

test("what is watched is saved on pause, when the page is left, and after the network was away", async ({ page }) => {
  await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => positionOf(page)).toBeGreaterThan(3);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  await expect(page.getByRole("img", { name: /^Watched: 0:00 to 0:(0[3-9]|1\d), of 5:56\.$/ })).toBeVisible();
  await expect(page.getByText("The lesson is done at 90%. One part is missing:")).toBeVisible();

  await page.context().setOffline(true);
  // What is loaded already goes on playing.
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => positionOf(page)).toBeGreaterThan(6);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Offline, what you watch waits here").first()).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/).first()).toBeVisible();

  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => positionOf(page)).toBeGreaterThan(9);
  const left = Math.floor(await positionOf(page));
  await page.goto(`/learn/${track}/ctdi`);
  await page.goto(lesson);
  await expect(page.getByText(/^You were at 0:(09|1\d)\.$/)).toBeVisible();
  expect(await positionOf(page)).toBeGreaterThanOrEqual(left);
});

test("axe finds nothing while it is used", async ({ page, expectAccessible }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => positionOf(page)).toBeGreaterThan(1);
  await page.getByRole("slider", { name: "Position" }).fill("200");
  // Only what is watched there parts what is missing in two.
  await expect.poll(() => positionOf(page)).toBeGreaterThan(201);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Two parts are missing:")).toBeVisible();
  await page.getByRole("tab", { name: "Speakers" }).click();
  await expectAccessible(page);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys of the player" })).toBeVisible();
  await expectAccessible(page);
});
