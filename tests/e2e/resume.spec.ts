import type { Browser, Page } from "@playwright/test";
import { enrolledInEveryKind, expectSaved } from "./every-kind";
import { expect, test } from "./fixtures";
import { signInByForm } from "./sign-in-by-form";
import type { Site } from "./site";

/** Somebody stops on one device and goes on exactly there on another, after signing in on it. */

const track = "/learn/ct-orientation-session";

async function anotherDevice(browser: Browser, site: Site, person: { readonly email: string }): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.url, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await signInByForm(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "My learning" })).toBeVisible();
  return page;
}

test("another device goes on with the lesson that was open", async ({ page, given, signIn, site, browser }) => {
  const { person } = await given.enrolledIn("ct-orientation-session");
  await signIn(person);
  await page.goto(`${track}/welcome`);
  await page.getByRole("button", { name: "Done, go to lesson 2" }).click();
  await page.getByRole("button", { name: "Done, go to lesson 3" }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: "Pregnancy, and the patient who is not sure" }),
  ).toBeVisible();

  const other = await anotherDevice(browser, site, person);
  await expect(other.getByRole("heading", { name: /^Go on with lesson 3, Pregnancy/ })).toBeVisible();
  await other.getByRole("link", { name: "Go on" }).click();
  await expect(other).toHaveURL(/\/pregnancy$/);
  await expect(other.getByText("2 of 16 lessons done").first()).toBeVisible();
  // From the track's public page too.
  await other.goto("/en/tracks/ct-orientation-session");
  await other.getByRole("main").getByRole("link", { name: "Go on" }).click();
  await expect(other).toHaveURL(/\/pregnancy$/);
  await other.context().close();
});

const positionOf = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);

test("another device offers the second at which the recording was paused", async ({
  page,
  given,
  signIn,
  site,
  browser,
}) => {
  const { person } = await given.enrolledIn("ct-orientation-session");
  await signIn(person);
  await page.goto(`${track}/webinar-dose-report`);
  await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => positionOf(page), { intervals: [50] }).toBeGreaterThan(8);
  const reported = page.waitForResponse((response) => {
    if (!response.url().endsWith("/hot/watch")) return false;
    // Our own island wrote the body.
    const { positionMs } = response.request().postDataJSON() as { positionMs: number };
    return positionMs > 8000;
  });
  await page.getByRole("button", { name: "Pause" }).click();
  expect((await reported).status()).toBe(200);
  const second = Math.floor(await positionOf(page));
  const clock = `0:${String(second).padStart(2, "0")}`;

  const other = await anotherDevice(browser, site, person);
  await other.goto(`${track}/webinar-dose-report`);
  await expect(other.getByText(`You were at ${clock}.`)).toBeVisible();
  await expect.poll(() => positionOf(other)).toBeCloseTo(await positionOf(page), 0);
  await expect(other.getByRole("heading", { name: /^You have watched [23]%$/ })).toBeVisible();
  await other.getByRole("button", { name: `Go on at ${clock}` }).click();
  await expect.poll(() => positionOf(other)).toBeGreaterThan(second + 0.5);
  await expect(other.getByText(`You were at ${clock}.`)).toBeHidden();
  await other.context().close();
});

test("another device opens the sitting at the question that was answered last", async ({
  page,
  given,
  signIn,
  site,
  browser,
}) => {
  const { person } = await given.enrolledIn("ct-orientation-session");
  await signIn(person);
  await page.goto(`${track}/check-justification`);
  const confirm = page.getByRole("checkbox", { name: /^I am / });
  if (await confirm.isVisible()) await confirm.check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await page.getByRole("button", { name: "Question 3, open" }).click();
  const stem = await page.locator(".question .stem").innerText();
  await giveAnyAnswer(page);
  await expect(page.getByRole("button", { name: "Question 3, answered" })).toBeVisible();
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();

  const other = await anotherDevice(browser, site, person);
  await other.goto(`${track}/check-justification`);
  await other.getByRole("button", { name: "Go on with attempt 1" }).click();
  await expect(other.getByText("Question 3 of 5")).toBeVisible();
  await expect(other.locator(".question .stem")).toHaveText(stem);
  await expect(other.getByRole("button", { name: "Question 3, answered" })).toBeVisible();
  await other.context().close();
});

test("another device shows markers, labels, gaps and how sure one was", async ({
  page,
  given,
  signIn,
  site,
  browser,
}) => {
  const fixed = ["kinds-where-to-stand", "kinds-room-parts", "kinds-drl-text"];
  const { person, quiz } = await enrolledInEveryKind(given, { fixed, certainty: true, layout: "all" });
  await signIn(person);
  await page.goto(quiz);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const stage = page.getByRole("application");
  const box = await stage.boundingBox();
  await stage.click({ position: { x: (box?.width ?? 0) * 0.85, y: (box?.height ?? 0) * 0.25 } });
  const marker = await page.getByText(/^Marker 1: /).innerText();
  await page
    .locator("#question-of-kinds-where-to-stand")
    .getByRole("radio", { name: /^Certain/ })
    .check();
  await page.getByRole("combobox", { name: "Place 2" }).selectOption({ label: "Beam leaves" });
  await page
    .locator("#question-of-kinds-room-parts")
    .getByRole("radio", { name: /^A guess/ })
    .check();
  await page.getByLabel("Gap 1 of 4").selectOption({ label: "median" });
  await page.getByLabel("Gap 3 of 4").fill("limit");
  for (const id of fixed) await expectSaved(page, person.id, id);

  const other = await anotherDevice(browser, site, person);
  await other.goto(`${quiz}/sitting/1`);
  await expect(other.getByText(marker)).toBeVisible();
  await expect(
    other.locator("#question-of-kinds-where-to-stand").getByRole("radio", { name: /^Certain/ }),
  ).toBeChecked();
  await expect(other.getByRole("button", { name: "Place 2: Beam leaves" })).toBeVisible();
  await expect(other.locator("#question-of-kinds-room-parts").getByRole("radio", { name: /^A guess/ })).toBeChecked();
  await expect(other.getByLabel("Gap 1 of 4")).toHaveValue("mid");
  await expect(other.getByLabel("Gap 3 of 4")).toHaveValue("limit");
  await expect(other.getByLabel("Gap 2 of 4")).toHaveValue("");
  await other.context().close();
});

/** What a question asks for differs by its kind, and the draw decides which one comes. */
async function giveAnyAnswer(page: Page): Promise<void> {
  const question = page.locator(".question");
  const choice = question.getByRole("radio").or(question.getByRole("checkbox"));
  if ((await choice.count()) > 0) return choice.first().check();
  const order = question.getByRole("button", { name: "Use the order as it stands" });
  if ((await order.count()) > 0) return order.click();
  const number = question.getByLabel("Number");
  if ((await number.count()) > 0) await number.fill("1");
  await question.getByRole("combobox").first().selectOption({ index: 1 });
}
