import { expect, test } from "./fixtures";

test("a double click sends a form once, and the link in its mail opens the account", async ({ page, inbox }) => {
  const newcomer = { email: "double.click@klinik.example", password: "kelp violin over tarmac" };
  await page.goto("/sign-up");
  await page.getByLabel("E-mail address").fill(newcomer.email);
  await page.getByLabel("Password", { exact: true }).fill(newcomer.password);
  await page.getByLabel("Name, as printed on certificates").fill("Zoë Ångström");
  await page.getByLabel("Profession").selectOption("Radiographer");
  await page.getByLabel("Country where you work").selectOption("Austria");
  await page.getByRole("checkbox", { name: "I accept the terms of use" }).check();
  const posts: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") posts.push(request.url());
  });
  await page.getByRole("button", { name: "Make the account" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: "Confirm your e-mail address" })).toBeVisible();
  expect(posts).toHaveLength(1);

  const { text } = await inbox.letterTo(newcomer.email, /confirm/i);
  await page.goto(/https?:\S+\/verify-email\/\S+/.exec(text)?.[0] ?? "");
  await page.getByLabel("Password", { exact: true }).fill("not the one that was chosen");
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByText("This is not the password that was chosen for this account.")).toBeVisible();
  // One fault: its field has the focus, which reads the sentence out.
  await expect(page.getByLabel("Password", { exact: true })).toBeFocused();
  await page.getByLabel("Password", { exact: true }).fill(newcomer.password);
  await page.getByRole("button", { name: "Confirm the address" }).dblclick();
  await expect(page).toHaveURL(/\/my$/);
});

test("a form with several faults gives the focus to the list that leads to them", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("group", { name: /need another look/ })).toBeFocused();
});
