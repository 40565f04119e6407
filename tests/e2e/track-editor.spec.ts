import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** An author makes a track from nothing; a second one gets in the way. */

const form = (page: Page, name: string) => page.getByRole("form", { name });
const deed = (page: Page) => page.locator(".deed .title");
const rows = (page: Page) => page.locator(".outline-lesson > .outline-line .outline-name a");

async function addModule(page: Page, title: string) {
  await form(page, "New module").getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Add the module" }).click();
  await expect(deed(page)).toHaveText(`Made: ${title}`);
}

async function addLesson(page: Page, title: string, kind: string) {
  await form(page, "New lesson").getByLabel("Title").fill(title);
  await form(page, "New lesson").getByLabel("Kind").selectOption({ label: kind });
  await page.getByRole("button", { name: "Add the lesson" }).click();
  await expect(deed(page)).toHaveText(`Made: ${title}`);
}

async function begin(page: Page, societySlug: string, title: string) {
  await page.goto(`/society/${societySlug}/tracks`);
  await form(page, "New track").getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Begin the track" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

async function isNarrowEnough(page: Page) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(width, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
}

test("an author begins a track, moves its lessons by keys and by handle, deletes one and brings it back", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const society = await given.society();
  await signIn(await given.member({ society, role: "author" }));

  await begin(page, society.slug, "Children in CT");
  await expect(page.getByText("Draft of edition 1.")).toBeVisible();
  await addModule(page, "Why children differ");
  await addLesson(page, "Growing tissue", "Reading");
  await addLesson(page, "A calm examination", "Recorded webinar");
  await addLesson(page, "Check: bands", "Quiz");
  await expectAccessible(page);

  // By keyboard: the focus stays on what is moved.
  await rows(page).nth(2).focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(deed(page)).toHaveText("Check: bands is now number 2 of Why children differ");
  await expect(rows(page)).toHaveText([/Growing tissue/, /Check: bands/, /A calm examination/]);
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(rows(page).nth(2)).toHaveText(/Check: bands/);

  // By its handle.
  const handle = await page.locator(".outline-lesson .grip").first().boundingBox();
  const target = await page.locator(".outline-lesson > .outline-line").nth(2).boundingBox();
  if (handle === null || target === null) throw new Error("nothing to drag");
  await page.mouse.move(handle.x + 5, handle.y + 5);
  await page.mouse.down();
  await page.mouse.move(target.x + 40, target.y + target.height - 3, { steps: 4 });
  await page.mouse.up();
  await expect(rows(page)).toHaveText([/A calm/, /Check/, /Growing/]);

  // Deleted and brought back as it was.
  await page.getByText("Change: Growing tissue").click();
  await page.getByRole("button", { name: "Delete: Growing tissue" }).click();
  await expect(deed(page)).toHaveText("Deleted: Growing tissue");
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo the deletion" }).click();
  await expect(deed(page)).toHaveText("Growing tissue is back as it was");
  await expect(rows(page)).toHaveText([/A calm/, /Check/, /Growing/]);
});

test("an author fills a track with a reading, a webinar and a quiz", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const society = await given.society();
  await given.edition({ societyId: society.id });
  await signIn(await given.member({ society, role: "author" }));
  await begin(page, society.slug, "Children in CT");
  await addModule(page, "All");
  await addLesson(page, "Growing tissue", "Reading");
  await addLesson(page, "A calm examination", "Recorded webinar");
  await addLesson(page, "Check: bands", "Quiz");

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("Question bank").selectOption({ label: "A bank" });
  await page.getByLabel("Code", { exact: true }).first().fill("Kinder 1");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByText("Write a code such as CT-K1.")).toBeVisible();
  await expect(page.getByLabel("Code", { exact: true }).first()).toHaveValue("Kinder 1");
  await page.getByLabel("Code", { exact: true }).first().fill("CT-K1");
  await page.getByLabel("What learners can do afterwards").first().fill("Chooses the weight band.");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByLabel("Question bank")).toHaveValue(/bank-/);

  // The webinar's form saves itself.
  await page.getByRole("link", { name: "Outline" }).click();
  await page.getByRole("link", { name: /Growing tissue/ }).click();
  await expect(page.getByRole("link", { name: "Write the text" })).toHaveAttribute("href", /growing-tissue\/text\/en$/);
  await page
    .getByRole("navigation", { name: "Outline" })
    .getByRole("link", { name: /A calm/ })
    .click();
  await page.getByLabel("Recording", { exact: true }).selectOption({ label: "A webinar (5:00)" });
  await page.getByLabel("CT-K1").check();
  await expect(page.locator("[data-saved]")).toHaveText(/^Saved/);
  await page.reload();
  await expect(page.getByLabel("CT-K1")).toBeChecked();
  await page.getByRole("link", { name: "Chapters and captions" }).click();
  await page.getByLabel("One chapter a line").fill("00:00 One\n09:00 Too late");
  await page.getByRole("button", { name: "Save the chapters" }).click();
  await expect(page.getByText("Line 2: lies behind the end of the recording")).toBeVisible();
  await page.getByLabel("One chapter a line").fill("00:00 One\n02:30 Two");
  await page.getByRole("button", { name: "Save the chapters" }).click();
  await expect(page.getByText("The text is saved")).toBeVisible();
  await page.getByRole("link", { name: "Back to the lesson" }).click();

  // The quiz says at once whether its bank can fulfil it.
  await page
    .getByRole("navigation", { name: "Outline" })
    .getByRole("link", { name: /Check: bands/ })
    .click();
  await expect(page.getByText("This quiz asks nothing yet")).toBeVisible();
  await page.getByLabel("How many").first().fill("9");
  await expect(page.getByText("The bank lacks 3 questions for rule 1")).toBeVisible();
  await page.getByLabel("How many").first().fill("4");
  await expect(page.getByText("The bank can fulfil it: 4 questions, 4 marks")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and choose questions" }).click();
  await page.getByRole("button", { name: /^Put it in: a-number/ }).click();
  await page.getByRole("link", { name: "Back to the quiz" }).click();
  await expect(page.getByText("The bank can fulfil it: 5 questions, 5 marks")).toBeVisible();
  await page.getByRole("link", { name: "Draw a sample paper" }).click();
  await expect(page.getByText("Question 5 ·")).toBeVisible();

  await page.goto("/en/catalogue?q=Children+in+CT");
  await expect(page.getByRole("link", { name: "Children in CT", exact: true })).toHaveCount(0);
});

test("two authors at once: nothing is lost, and each sees what the other did", async ({
  page,
  browser,
  given,
  signIn,
  baseURL,
}) => {
  const society = await given.society();
  await signIn(await given.member({ society, role: "author", person: await given.person({ certificateName: "Ada" }) }));
  await begin(page, society.slug, "Size before age");
  await addModule(page, "All");
  await addLesson(page, "Bands", "Reading");

  const other = await (await browser.newContext(baseURL === undefined ? {} : { baseURL })).newPage();
  await signIn(await given.member({ society, role: "editor" }), other);
  await other.goto(page.url());
  await page.getByText("Change: Bands").click();
  await page.locator(".outline-lesson").getByLabel("Title", { exact: true }).fill("Weight bands");
  await page.locator(".outline-lesson").getByRole("button", { name: "Save the title: Bands" }).click();
  await expect(deed(page)).toHaveText("The titles are saved");

  await other.getByText("Change: Bands").click();
  await other.getByRole("button", { name: "Delete: Bands" }).click();
  await expect(other.getByRole("alert")).toContainText("Ada saved at");
  await expect(other.getByRole("alert")).toContainText("Bands is now called Weight bands");
  await expect(rows(other)).toHaveText([/Weight bands/]);

  // A form of a lesson: both write its summary.
  await page.goto(page.url().replace(/\?.*/, "/lessons/bands"));
  await other.goto(page.url());
  await page.getByLabel("Summary").fill("Ada's summary");
  await page.getByRole("button", { name: "Save the lesson" }).click();
  await expect(page.getByLabel("Summary")).toHaveValue("Ada's summary");
  await other.getByLabel("Minutes").fill("25");
  await other.getByLabel("Summary").fill("Another summary");
  await expect(other.getByRole("alert")).toContainText("You both changed these fields");
  await expect(other.getByRole("alert")).toContainText("Ada's summary");
  await expect(other.getByLabel("Summary")).toHaveValue("Another summary");
  await other.getByRole("button", { name: "Save mine" }).click();
  await expect(other.getByRole("alert")).toHaveCount(0);
  await expect(other.getByLabel("Minutes")).toHaveValue("25");
  await other.context().close();
});

test.describe("without scripts, on a small screen", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  test("the outline is edited by plain forms", async ({ page, given, signIn }) => {
    const society = await given.society();
    await signIn(await given.member({ society, role: "author" }));
    await begin(page, society.slug, "Plain forms");
    await addModule(page, "First");
    await addModule(page, "Second");
    await addLesson(page, "One", "Reading");
    await isNarrowEnough(page);
    await page.getByText("Change: One").click();
    await page.getByRole("button", { name: "To the module before: One" }).click();
    await expect(deed(page)).toHaveText("One is now number 1 of First");
    await page.getByRole("button", { name: "Duplicate: One" }).click();
    await expect(deed(page)).toHaveText("Copied as One (2)");
    await isNarrowEnough(page);
    await page.getByRole("link", { name: /One$/ }).first().click();
    await page.getByLabel("Minutes").fill("ten");
    await page.getByRole("button", { name: "Save the lesson" }).click();
    await expect(page.getByText("Write whole minutes from 0 to 240.")).toBeVisible();
    await expect(page.getByLabel("Minutes")).toHaveValue("ten");
    await isNarrowEnough(page);
    await page.getByRole("link", { name: "Settings" }).click();
    await isNarrowEnough(page);
  });
});
