import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** A society's admin asks an author, who comes, works there, becomes an editor and leaves again. */

const author = {
  name: "Maëlle Ōzoliņa",
  email: "maelle.ozolina@hospital.example",
  password: "violet kettle parade 43",
};

async function overflowAt360(page: Page): Promise<number> {
  await page.setViewportSize({ width: 360, height: 740 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Presses Tab until the element has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    const named = await page.evaluate(() => {
      const here = document.activeElement;
      const field = here instanceof HTMLInputElement || here instanceof HTMLSelectElement ? here.labels?.[0] : here;
      return field?.textContent.trim() ?? "";
    });
    if (named === label) return;
  }
  throw new Error(`Tab never came to ${label}`);
}

/** The invitation form by the keyboard alone: a wrong address first, then the right one. */
async function inviteByKeyboard(page: Page): Promise<void> {
  await tabTo(page, "E-mail address");
  await page.keyboard.type("maelle.ozolina");
  await tabTo(page, "Role");
  await page.keyboard.press("A");
  await page.keyboard.press("u");
  await tabTo(page, "Send the invitation");
  await page.keyboard.press("Enter");
  await expect(page.getByText("An e-mail address has an @, as in name@hospital.example.")).toBeVisible();
  await expect(page.getByLabel("E-mail address")).toHaveValue("maelle.ozolina");
  await expect(page.getByRole("combobox", { name: "Role", exact: true })).toHaveValue("author");
  await tabTo(page, "E-mail address");
  await page.keyboard.press("End");
  await page.keyboard.type("@hospital.example");
  await page.keyboard.press("Enter");
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
}

async function signUp(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("E-mail address").fill(author.email);
  await page.getByLabel("Password", { exact: true }).fill(author.password);
  await page.getByLabel("Name, as printed on certificates").fill(author.name);
  await page.getByLabel("Profession").selectOption("Radiographer");
  await page.getByLabel("Country where you work").selectOption("Latvia");
  await page.getByRole("combobox", { name: "Language" }).selectOption("English");
  await page.getByRole("checkbox", { name: "I accept the terms of use" }).check();
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Confirm your e-mail address" })).toBeVisible();
}

const linkIn = (text: string, path: string) =>
  new RegExp(`https?://[^\\s]+(/${path}/[^\\s]+)`).exec(text)?.[1] ?? `no link to ${path}`;

test("an admin invites an author, who signs up, accepts, works, changes role and is removed", async ({
  page,
  given,
  signIn,
  inbox,
  browser,
  site,
  expectAccessible,
}) => {
  const society = await given.society({ acronym: "SWS", name: "Society of the workspace story", colour: "#2f7cab" });
  await signIn(await given.member({ society, role: "admin" }));

  await test.step("from My learning to the members, and the invitation by keyboard", async () => {
    await page.goto("/my");
    await page.getByRole("link", { name: "Workspace of SWS" }).click();
    await expect(page.getByText("Nothing waits for you.")).toBeVisible();
    await page.getByRole("navigation", { name: "Society workspace" }).getByRole("link", { name: "Members" }).click();
    await inviteByKeyboard(page);
  });

  const guest = await (await browser.newContext({ baseURL: site.url })).newPage();
  const letter = await inbox.letterTo(author.email, /invites you/);
  const invitation = linkIn(letter.text, "invitation");
  await test.step("the author signs up, confirms the address and comes back to the invitation", async () => {
    await guest.goto(invitation);
    await expect(
      guest.getByRole("heading", { level: 1, name: "Society of the workspace story invites you" }),
    ).toBeVisible();
    await expectAccessible(guest);
    expect(await overflowAt360(guest)).toBe(0);
    await signUp(guest);
    const confirm = await inbox.letterTo(author.email, /Confirm/);
    await guest.goto(linkIn(confirm.text, "verify-email"));
    await guest.getByLabel("Password", { exact: true }).fill(author.password);
    await guest.getByRole("button", { name: "Confirm the address" }).click();
    await expect(guest.getByText(`You are signed in as ${author.name}, ${author.email}.`)).toBeVisible();
    await guest.getByRole("button", { name: "Accept the invitation" }).click();
    await expect(guest.getByText("You now work for SWS. This is its workspace.")).toBeVisible();
  });

  await test.step("the author sees what authors may see, at 360 px as well, and the link works no more", async () => {
    expect(await overflowAt360(guest)).toBe(0);
    await guest.locator("summary").filter({ hasText: "Overview" }).click();
    const places = guest.locator(".workspace-menu").getByRole("link");
    await expect(places).toHaveText([
      "Overview",
      "Tracks",
      "Question banks",
      "Statistics",
      "Insights",
      "Essays",
      "Reported mistakes",
      "Members",
    ]);
    await places.filter({ hasText: "Question banks" }).click();
    await expect(guest.locator(".workspace-menu summary")).toHaveText("Question banks");
    await guest.goto(invitation);
    await expect(guest.getByRole("heading", { name: "You have accepted this invitation" })).toBeVisible();
    expect((await guest.goto(`/society/${society.slug}/participants`))?.status()).toBe(403);
  });

  await test.step("the admin makes an editor of the author", async () => {
    await page.goto(`/society/${society.slug}/members?q=maelle`);
    await page.getByLabel(`Role of ${author.name}`, { exact: true }).selectOption("Editor");
    await page.getByRole("button", { name: `Change role of ${author.name}` }).click();
    await expect(page.getByText("The role was changed.")).toBeVisible();
    expect((await guest.goto(`/society/${society.slug}/participants`))?.status()).toBe(200);
  });

  await test.step("removing asks first; afterwards the open page leads nowhere, in words", async () => {
    await guest.goto(`/society/${society.slug}/banks`);
    await page.getByRole("link", { name: `Remove ${author.name}` }).click();
    await expect(page.getByRole("heading", { name: `Remove ${author.name} from SWS?` })).toBeVisible();
    await expectAccessible(page);
    expect(await overflowAt360(page)).toBe(0);
    await page.getByRole("button", { name: `Remove ${author.name}` }).click();
    await expect(page.getByText("The member was removed.")).toBeVisible();
    await guest.getByLabel("Title").fill("A bank that comes too late");
    await guest.getByRole("button", { name: "Create the bank" }).click();
    await expect(guest.getByRole("heading", { level: 1, name: "There is no such page for you" })).toBeVisible();
    await expect(guest.getByRole("banner").getByText(author.name)).toBeVisible();
  });
  await guest.context().close();
});
