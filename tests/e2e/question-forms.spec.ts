import { questionKinds } from "../../app/authoring/banks/kinds";
import { expect, test } from "./fixtures";

/** The form of every kind of question, each looked at once: the widths and themes are those of one page. */

test("the form of every kind is readable for everybody and fits a telephone", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  // Fourteen pages in one test.
  test.setTimeout(120_000);
  const { givenBank } = await import("../support/given-bank");
  const { society, bank } = await givenBank(given, []);
  await signIn(await given.member({ society, role: "author" }));
  await page.setViewportSize({ width: 360, height: 740 });
  for (const kind of questionKinds) {
    await test.step(kind, async () => {
      await page.goto(`/society/${society.slug}/banks/${bank.slug}/new?kind=${kind}`);
      await expect(page.getByRole("button", { name: "Save the question" })).toBeVisible();
      await expectAccessible(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, "pixels of the page's width").toBe(360);
    });
  }
});
