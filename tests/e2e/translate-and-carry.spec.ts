import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { givenDraft } from "../support/given-draft";
import { expect, test } from "./fixtures";

/** Downloads what a control gives. */
async function download(page: Page, act: () => Promise<void>): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent("download"), act()]);
  return file.path();
}

test("a translation falls behind, is brought up to date, goes out and comes back, and the track is carried elsewhere", async ({
  page,
  given,
  signIn,
}, info) => {
  const { findDraftText, saveDraftText } = await import("../../app/authoring/drafts/draft-store.server");
  const { transact } = await import("../../app/platform/db.server");
  const { society, trackId, slug } = await givenDraft(given);
  await signIn(await given.member({ society, role: "editor" }));
  const translations = `/society/${society.slug}/tracks/${slug}/translations`;

  await test.step("the English text changes, and German falls behind with the difference", async () => {
    const place = { part: "lesson:reading", language: "en" } as const;
    const english = await findDraftText(trackId, place);
    const content = (english?.content ?? "").replace("The lead.", "The new lead.");
    const text = { ...place, trackId, base: english?.version ?? 0, content, byPersonId: null, now: new Date() };
    await transact((tx) => saveDraftText(tx, text));
    await page.goto(translations);
    await expect(page.getByRole("row", { name: /Deutsch/ })).toContainText("1 behind");
    await page.getByRole("link", { name: "Deutsch" }).click();
    await expect(page.getByRole("heading", { name: /Lesson: en: Reading/ })).toBeVisible();
    await expect(page.locator("ins").first()).toContainText("new");
  });

  await test.step("the translator brings it up to date, a reviewer's mark names who and when", async () => {
    const german = page.getByRole("textbox", { name: /Translation: Text/ });
    await german.fill((await german.inputValue()).replace("Der Vorspann.", "Der neue Vorspann."));
    await page.getByRole("button", { name: "Save the translation" }).click();
    await expect(page.getByRole("status")).toContainText("1 text was saved");
    await page.getByRole("button", { name: "Mark as reviewed" }).click();
    await expect(page.getByText(/Reviewed by Zoë Müller/)).toBeVisible();
    await page.goto(translations);
    await expect(page.getByRole("row", { name: /Deutsch/ })).not.toContainText("behind");
  });

  await test.step("XLIFF goes out, is changed and comes back after a preview", async () => {
    await page.getByRole("link", { name: "Deutsch" }).click();
    const file = await download(page, () => page.getByRole("link", { name: "XLIFF" }).click());
    const changed = (await readFile(file, "utf8")).replace("de: A small track", "Ein kleiner Kurs &amp; mehr");
    const path = info.outputPath("de.xlf");
    await writeFile(path, changed);
    await page.getByRole("link", { name: "Import a file" }).click();
    await page.getByLabel("File").setInputFiles(path);
    await page.getByRole("button", { name: "See what it changes" }).click();
    await expect(page.getByText("1 changed")).toBeVisible();
    await page.getByRole("button", { name: "Import 1 text" }).click();
    await page.goto(`${translations}/de?group=track`);
    await expect(page.getByRole("textbox", { name: /Translation: Title/ })).toHaveValue("Ein kleiner Kurs & mehr");
  });

  await test.step("the track is exported and becomes another society's own", async () => {
    await page.goto(`/society/${society.slug}/tracks/${slug}/export`);
    await expect(page.getByText("it was left out; ask for it when you export")).toBeVisible();
    const file = await download(page, () => page.getByRole("button", { name: "Download the track" }).click());
    const other = await given.society();
    await signIn(await given.member({ society: other, role: "author" }));
    await page.goto(`/society/${other.slug}/tracks/import`);
    await page.getByLabel("File").setInputFiles({
      name: "track.zip",
      mimeType: "application/zip",
      buffer: await readFile(file),
    });
    await page.getByRole("button", { name: "See what it holds" }).click();
    await expect(page.getByText("Questions: 6")).toBeVisible();
    await page.getByRole("button", { name: "Make a new track of it" }).click();
    await expect(page).toHaveURL(new RegExp(`/society/${other.slug}/tracks/${slug}-2`));
    await page.goto(`/society/${other.slug}/tracks/${slug}-2/translations/de?group=track`);
    await expect(page.getByRole("textbox", { name: /Translation: Title/ })).toHaveValue("Ein kleiner Kurs & mehr");
  });
});
