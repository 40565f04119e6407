import { sixQuestions } from "../support/questions";
import { expect, test } from "./fixtures";

/** Where one unit is offered, or none, there is nothing to choose; where several are, a number without one is no answer. */

const tolerance = { absolute: 0.5 };
const numbers = sixQuestions.flatMap((question) =>
  question.kind === "numeric"
    ? [
        { ...question, id: "plain", key: { value: 4, unit: "1", tolerance }, units: ["1"], mistakes: [] },
        { ...question, id: "one-unit", key: { value: 5, unit: "mGy", tolerance }, units: ["mGy"], mistakes: [] },
        question,
      ]
    : [],
);

test("a number earns its mark without a choice where there is no choice of units", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { person, edition } = await given.enrolled({
    questions: numbers,
    quiz: { fixed: numbers.map(({ id }) => id), attempts: null },
  });
  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/quiz`);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  const number = page.getByRole("textbox", { name: "Number" });
  const state = (question: number, word: string) =>
    page.getByRole("button", { name: `Question ${String(question)}, ${word}` });
  const units = page.getByRole("combobox", { name: "Unit" });

  await number.fill("4");
  await expect(state(1, "answered")).toBeVisible();
  await expect(units).toHaveCount(0);
  await state(2, "open").click();
  await number.fill("5");
  await expect(number).toHaveAccessibleDescription("mGy");
  await expect(state(2, "answered")).toBeVisible();
  await expectAccessible(page);

  await state(3, "open").click();
  await number.fill("420");
  await expect(page.getByText("The number counts with its unit only: choose one.")).toBeVisible();
  await expect(state(3, "open")).toBeVisible();
  await expectAccessible(page);
  await units.selectOption("mGy·cm");
  await expect(state(3, "answered")).toBeVisible();
  await expect(page.getByText("The number counts with its unit only: choose one.")).toHaveCount(0);

  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByText("Answered right (3)")).toBeVisible();
});
