import { expect, type Page } from "@playwright/test";

/** Signs a given person in through the form, from the page where it stands. */
export async function signInByForm(page: Page, person: { readonly email: string }): Promise<void> {
  // Loads the app, which must not happen before the `given` fixture has made its settings.
  const { givenPassword } = await import("../support/given");
  await page.getByLabel("E-mail address").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(givenPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "My learning" }).first()).toBeAttached();
}
