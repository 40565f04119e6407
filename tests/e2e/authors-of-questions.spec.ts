import { expect, test } from "./fixtures";

/** An author writes, tries and imports questions; an editor corrects a key, and the learner reads so. */

// A picture from elsewhere has no place in a bank.
const gift = `$CATEGORY: dose/kerma

::first:: Kerma is measured in {=Gy ~Sv ~Bq}

::second:: [html]<p>The Sun rises in the east. <img src="https://pictures.example/sun.png" alt="The Sun"></p> {T}
`;

test("an author writes a number, mends its tolerance, tries it, and chooses from a file", async ({
  page,
  given,
  signIn,
}) => {
  const society = await given.society();
  await signIn(await given.member({ society, role: "author" }));
  await page.goto(`/society/${society.slug}/banks`);
  await page.getByLabel("Title").fill("CT dose");
  await page.getByRole("button", { name: "Create the bank" }).click();
  await page.getByRole("link", { name: "Write a question" }).click();
  await page.getByRole("link", { name: "Number with unit" }).click();
  await page.getByLabel("Question", { exact: true }).fill("CTDIvol is 14 mGy over 30 cm. What is the $DLP$?");
  await page.getByLabel("Topic").fill("dose");
  await page.getByLabel("Right number").fill("420");
  await page.getByLabel("Unit", { exact: true }).fill("mGy·cm");
  await page.getByLabel("Units offered").fill("mGy·cm, mGy");
  await page.getByLabel("Tolerance").fill("a bit");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByLabel("Tolerance")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Tolerance")).toHaveValue("a bit");
  await expect(page.getByLabel("Right number")).toHaveValue("420");
  await page.getByLabel("Tolerance").fill("2 %");
  await page.getByRole("button", { name: "Show preview" }).click();
  await expect(page.getByRole("region", { name: "As learners see it" })).toContainText("14 mGy over 30 cm");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText("Saved as revision 1.")).toBeVisible();

  const learner = page.getByRole("region", { name: "As learners see it" });
  await learner.locator("input").fill("425");
  await learner.locator("select").selectOption("mGy·cm");
  await learner.getByRole("button", { name: "Mark this answer" }).click();
  await expect(learner.getByText("1 of 1 mark")).toBeVisible();

  await page.getByRole("link", { name: "CT dose" }).click();
  await page.getByRole("link", { name: "Import a file" }).click();
  await page
    .getByLabel("File")
    .setInputFiles({ name: "some.gift", mimeType: "text/plain", buffer: Buffer.from(gift, "utf8") });
  await page.getByRole("button", { name: "Show what the file brings" }).click();
  await expect(page.getByText(/a GIFT file holds no pictures/)).toBeVisible();
  await page.getByRole("checkbox", { name: /^second/ }).uncheck();
  await page.getByRole("button", { name: "Import the ticked questions" }).click();
  await expect(page.getByText("1 question was imported.")).toBeVisible();
});

test("an editor corrects a key after seeing before and after, and the learner reads so", async ({
  page,
  given,
  signIn,
}) => {
  const { givenEssay } = await import("../support/given-essay");
  const { society, edition, person, revisionId } = await givenEssay(given, new Date());
  await signIn(await given.member({ society, role: "editor" }));
  await page.goto(`/society/${society.slug}/statistics/${edition.track.slug}/quiz?item=${revisionId}`);
  await page.getByRole("link", { name: "Correct the marking" }).click();
  await page.getByRole("radio", { name: /^Corrected key/ }).check();
  await page.getByRole("radio", { name: "Option b" }).check();
  await page.getByLabel("Reason").fill("Option b is right");
  await page.getByRole("button", { name: "Show what it does" }).click();
  await expect(page.getByRole("region", { name: "Before and after" })).toBeVisible();
  await page.getByRole("button", { name: "Make this ruling" }).click();
  await expect(page.getByText("The ruling is on record")).toBeVisible();
  await page.goto(`/society/${society.slug}/statistics/${edition.track.slug}/quiz?item=${revisionId}`);
  await expect(page.getByText("Option b is right")).toBeVisible();

  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/quiz/result/1`);
  await expect(
    page.getByText("The marking of this question was corrected after people had answered it."),
  ).toBeVisible();
});

test("an author marks an essay by its rubric, and its learner reads mark and comment", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { givenEssay } = await import("../support/given-essay");
  const { society, edition, person } = await givenEssay(given, new Date());
  await signIn(await given.member({ society, role: "author" }));
  await page.goto(`/society/${society.slug}/essays`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /essay-one/ })
    .click();
  await expect(page.getByText("The first text")).toBeVisible();
  await page.getByRole("button", { name: "Save the assessment" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByRole("radio", { name: /^All/ }).check();
  await page.getByLabel("Comment").fill("Reasons as they should be.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save the assessment" }).click();
  await expect(page.getByText("Reasons as they should be.").first()).toBeVisible();

  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/quiz/result/1`);
  // What was right is folded.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  await expect(page.getByText("Reasons as they should be.")).toBeVisible();
});
