import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { locales } from "../../app/i18n/locales";
import { expect, test } from "./fixtures";

const slug = "ct-orientation-session";

interface Texts {
  readonly title: string;
  readonly lessons: Readonly<Record<string, { readonly title: string }>>;
}

/** What the track itself says in a language, from the file that the seed publishes. */
function textsIn(language: "en" | "de" | "fr"): Texts {
  // Content of this repository, whose shape the content check proves.
  return JSON.parse(readFileSync(`prisma/seed/tracks/${slug}/text.${language}.json`, "utf8")) as Texts;
}

async function choose(page: Page, language: string): Promise<void> {
  await page.getByRole("banner").locator("details.menu.always summary").click();
  await page.getByRole("banner").getByRole("button", { name: language }).first().click();
}

const languageOf = (page: Page) => expect(page.locator("html"));

test("the language menu keeps the page, and the address says the language", async ({ page }) => {
  await page.goto(`/en/tracks/${slug}`);
  await languageOf(page).toHaveAttribute("lang", "en");
  await choose(page, "Deutsch");
  await expect(page).toHaveURL(new RegExp(`/de/tracks/${slug}$`));
  await languageOf(page).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(textsIn("de").title);

  await page.goto("/de/catalogue?modality=CT");
  await choose(page, "Français");
  await expect(page).toHaveURL(/\/fr\/catalogue\?modality=CT$/);
  await languageOf(page).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("link", { name: textsIn("fr").title })).toBeVisible();
  // The cookie keeps the choice for addresses that say nothing.
  await page.goto("/sign-in");
  await languageOf(page).toHaveAttribute("lang", "fr");
});

test("content is in the language of the address; where a track lacks it, it says so", async ({ page }) => {
  for (const language of ["de", "fr"] as const) {
    await page.goto(`/${language}/catalogue`);
    await languageOf(page).toHaveAttribute("lang", language);
    await page.getByRole("link", { name: textsIn(language).title }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(textsIn(language).title);
    await expect(page.getByText(textsIn(language).lessons["ctdi"]?.title ?? "").first()).toBeVisible();
  }
  await page.goto(`/es/tracks/${slug}`);
  await languageOf(page).toHaveAttribute("lang", "es");
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toHaveText(textsIn("en").title);
  await expect(title).toHaveAttribute("lang", "en");
  const answer = await page.goto(`/xx/tracks/${slug}`);
  expect(answer?.status()).toBe(404);
});

test("public pages name their other languages", async ({ page, site }) => {
  for (const place of ["", "/catalogue", `/tracks/${slug}`, "/societies", "/societies/esr", "/verify", "/pages/help"]) {
    await page.goto(`/de${place}`);
    const others = page.locator("link[rel=alternate][hreflang]");
    const found = await others.evaluateAll((links: HTMLLinkElement[]) =>
      links.map(({ hreflang, href }) => [hreflang, href]),
    );
    const wanted = locales.map((locale) => [locale, `${site.url}/${locale}${place}`]);
    expect(found, `languages of ${place}`).toEqual(expect.arrayContaining(wanted));
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", `${site.url}/de${place}`);
  }
});

test("on signed-in pages the language of the profile wins over the cookie", async ({ page, given, signIn }) => {
  await page.goto("/en");
  await choose(page, "Deutsch");
  const { person } = await given.enrolledIn(slug, { person: await given.person({ locale: "fr" }), language: "fr" });
  await signIn(person);
  await page.goto("/my");
  await languageOf(page).toHaveAttribute("lang", "fr");
  await page.goto(`/learn/${slug}/ctdi`);
  await languageOf(page).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(textsIn("fr").lessons["ctdi"]?.title ?? "");
  // The address of a public page is stronger still.
  await page.goto(`/de/tracks/${slug}`);
  await languageOf(page).toHaveAttribute("lang", "de");

  // A choice in the menu goes into the profile, and so to every device.
  await page.goto("/my");
  await choose(page, "Italiano");
  await expect(page).toHaveURL(/\/my$/);
  await languageOf(page).toHaveAttribute("lang", "it");
  const device = await page
    .context()
    .browser()
    ?.newContext({ baseURL: new URL(page.url()).origin });
  const other = await device?.newPage();
  if (device === undefined || other === undefined) throw new Error("There is no second browser context");
  await signIn(person, other);
  await other.goto("/my");
  await languageOf(other).toHaveAttribute("lang", "it");
  await device.close();
});
