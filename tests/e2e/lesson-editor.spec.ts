import type { Page } from "@playwright/test";
import type { Given } from "../support/given";
import { expect, test } from "./fixtures";

/** The text editor of lessons in a real browser: written, pasted, illustrated, cut off, and written by two. */

const textbox = (page: Page) => page.getByRole("textbox", { name: /^Text of the lesson/ });
const tool = (page: Page, name: string) => page.getByRole("toolbar").getByRole("button", { name, exact: true });
const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);

async function givenText(given: Given) {
  // The database is this worker's only once the fixture has set it.
  const { givenLesson } = await import("../support/given-lesson");
  const lesson = await givenLesson(given, new Date());
  const author = await given.member({ society: lesson.society, role: "author" });
  const latest = async () => {
    const { findDraftText } = await import("../../app/authoring/drafts/draft-store.server");
    return (await findDraftText(lesson.track.id, { part: "lesson:reading", language: "en" }))?.content ?? "";
  };
  return { ...lesson, author, latest };
}

async function paste(page: Page, html: string): Promise<void> {
  await textbox(page).evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", pasted);
    clipboardData.setData("text/plain", "plain");
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

test("an author writes with keyboard and toolbar, pastes from Word, and adds a picture", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { author, path, latest } = await givenText(given);
  await signIn(author);
  await page.goto(path);
  await textbox(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Alt+2");
  await page.keyboard.type("At the console");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Use ");
  // From the text into the toolbar, along its buttons, and back.
  await page.keyboard.press("Alt+F10");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await expect(tool(page, "Bold")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("less");
  await expect(saved(page)).toBeVisible();
  expect(await latest()).toMatch(/\n## At the console\n\nUse \*\*less\*\*\n$/);

  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await paste(
    page,
    `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>One<o:p></o:p></p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Two<img src="file:///x.png"></p>`,
  );
  await expect(page.getByText("1 picture was not pasted")).toBeVisible();
  await expect.poll(latest).toMatch(/\n- One\n- Two\n$/);

  await tool(page, "Figure").click();
  const dialog = page.getByRole("dialog", { name: "Figure" });
  const { default: sharp } = await import("sharp");
  // Noise, so that it is as large as a picture of a camera.
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const buffer = await sharp({ create: { width: 900, height: 500, channels: 3, background: "#335566", noise } })
    .jpeg({ quality: 100 })
    .toBuffer();
  expect(buffer.length).toBeGreaterThan(300_000);
  await dialog
    .getByLabel("Picture", { exact: true })
    .setInputFiles({ name: "scan.jpg", mimeType: "image/jpeg", buffer });
  await dialog.getByLabel("Caption").fill("The console");
  await dialog.getByLabel("Where it comes from").fill("Own department");
  await dialog.getByLabel("Permission").fill("Own work");
  await dialog.getByLabel(/no patient is identifiable/).check();
  await dialog.getByRole("button", { name: "Set figure" }).click();
  await expect(dialog.getByText("Write an alternative text")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Alternative text").fill("A console with two screens");
  await dialog.getByRole("button", { name: "Set figure" }).click();
  await expect(dialog).toBeHidden();
  await expect(textbox(page).getByRole("img", { name: "A console with two screens" })).toBeVisible();
  await expect.poll(latest).toMatch(/:::figure\{picture="[0-9a-f]{40}-900x500\.webp" alt="A console with two screens"/);
  await page.getByRole("button", { name: "Renew preview" }).click();
  const preview = page.getByRole("region", { name: "Preview" });
  await expect(preview.getByText("Source: Own department. Own work")).toBeVisible();
  await expect(preview.getByText("This must be mended")).toBeHidden();
});

test("a cut network and a reload lose nothing", async ({ page, context, given, signIn }) => {
  const { author, path, latest } = await givenText(given);
  await signIn(author);
  await page.goto(path);
  await expect(textbox(page)).toBeVisible();
  await context.setOffline(true);
  await textbox(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Typed without network. ");
  await expect(page.getByText(/^Offline: the text waits/)).toBeVisible();
  expect(await latest()).not.toContain("Typed without");
  // The page is gone before the network is back.
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(path);
  await expect(textbox(again)).toContainText("Typed without network. The lead.");
  await expect(saved(again)).toBeVisible();
  expect(await latest()).toContain("Typed without network. The lead.");
});

test("two people who write the same lesson lose neither text", async ({ page, browser, site, given, signIn }) => {
  const { author, society, path, latest } = await givenText(given);
  const editor = await given.member({ society, role: "editor" });
  await signIn(author);
  await page.goto(path);
  await expect(textbox(page)).toBeVisible();
  const other = await (await browser.newContext({ baseURL: site.url })).newPage();
  await signIn(editor, other);
  await other.goto(path);
  await expect(other.getByText("has this text open too")).toBeVisible();
  await textbox(other).click();
  await other.keyboard.press("Control+Home");
  await other.keyboard.type("From the editor. ");
  await expect(saved(other)).toBeVisible();
  await textbox(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("From the author. ");
  await expect(page.getByText("saved version 2 while you were writing")).toBeVisible();
  await expect(page.getByRole("list", { name: "From the other text to yours" })).toContainText("From the editor.");
  await page.getByRole("button", { name: "Take the other text" }).click();
  await expect(textbox(page)).toContainText("From the editor. The lead.");
  expect(await latest()).toContain("From the editor.");
  await page.getByRole("link", { name: "History" }).click();
  await expect(page.getByText("Version 4", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "Restore Version 3" }).click();
  await expect(page.getByText("The text is saved.")).toBeVisible();
  expect(await latest()).toContain("From the author.");
  await other.context().close();
});

for (const theme of ["light", "dark"] as const) {
  test(`the editor fits a telephone and axe finds nothing, ${theme}`, async ({
    page,
    given,
    signIn,
    expectAccessible,
  }) => {
    const { author, path } = await givenText(given);
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 360, height: 740 });
    await signIn(author);
    await page.goto(path);
    await expect(textbox(page)).toBeVisible();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const shots = process.env["SHOTS"];
    if (shots !== undefined) {
      await page.screenshot({ path: `${shots}/editor-360-${theme}.png` });
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.screenshot({ path: `${shots}/editor-1280-${theme}.png`, fullPage: true });
    }
  });
}
