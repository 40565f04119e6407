import { expect, test } from "./fixtures";
import { signInByForm } from "./sign-in-by-form";

/** A browser that runs no scripts, as in some hospitals. Everything but the measuring of recordings and quizzes works. */
test.use({ javaScriptEnabled: false });

test("a visitor reads, searches, filters and checks a certificate", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Radiation protection training that leaves evidence.",
  );
  await page.getByRole("link", { name: "Browse the catalogue" }).click();
  await expect(page).toHaveURL(/\/en\/catalogue$/);

  await page.getByLabel("Search tracks and lessons").fill("dose report");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("link", { name: /computed tomography/ })).toBeVisible();

  await page.goto("/en/catalogue");
  await page.getByLabel(/^Angiography and interventions/).check();
  await page.getByRole("button", { name: "Show tracks" }).click();
  await expect(page).toHaveURL(/modality=XA/);
  await expect(page.getByRole("link", { name: /image-guided interventions/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /computed tomography/ })).toHaveCount(0);
  await page
    .getByRole("link", { name: /^remove/ })
    .first()
    .click();
  await expect(page.getByRole("link", { name: /computed tomography/ })).toBeVisible();

  await page.getByRole("link", { name: "Check a certificate" }).click();
  await page.getByLabel("Certificate number").fill("not a number of ours");
  await page.getByRole("button", { name: "Check" }).click();
  await expect(page.getByLabel("Certificate number")).toHaveValue("not a number of ours");
  await expect(page.getByLabel("Certificate number")).toHaveAttribute("aria-invalid", "true");
});

test("a learner signs in, enrols, reads a lesson and gives the evaluation", async ({ page, given }) => {
  const person = await given.person();
  await page.goto("/en/tracks/ct-orientation-session");
  await page.getByRole("main").getByRole("link", { name: "Sign in" }).click();
  await signInByForm(page, person);
  await expect(page).toHaveURL(/\/en\/tracks\/ct-orientation-session$/);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who is responsible for what" })).toBeVisible();
  await page.getByRole("button", { name: "Done, go to lesson 2" }).click();
  await expect(page.getByText("1 of 16 lessons done").first()).toBeVisible();

  await page.goto("/learn/ct-orientation-session/evaluation");
  await page.getByRole("button", { name: "Give the evaluation" }).click();
  await expect(page.getByText("Choose one answer")).toHaveCount(3);
  await page.getByLabel("Partly", { exact: true }).check();
  await page.getByLabel("Some", { exact: true }).check();
  await page.getByLabel("Perhaps", { exact: true }).check();
  await page.getByRole("button", { name: "Give the evaluation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My certificates" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "No certificate yet" })).toBeVisible();

  await page.getByRole("link", { name: "My learning" }).first().click();
  await expect(page.getByText("2 of 16 lessons done").first()).toBeVisible();
  await page.goto("/learn/ct-orientation-session/webinar-dose-report");
  await expect(page.locator("video")).toHaveAttribute("controls", "");
  await expect(page.locator("noscript .note")).toBeVisible();
  await expect(page.getByText("After each CT examination the scanner writes a dose report.")).toBeVisible();
});
