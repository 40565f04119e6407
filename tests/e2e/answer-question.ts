import type { Page } from "@playwright/test";
import type { Question } from "../../quizzes/engine/model";
import { expect } from "./fixtures";

type Of<K extends Question["kind"]> = Extract<Question, { kind: K }>;

/** Answers the question that the sitting shows, right or wrong on purpose, by the keys of its bank. */
async function answerShown(page: Page, questions: readonly Question[], right: boolean): Promise<void> {
  const stem = (await page.locator("fieldset.question legend").innerText()).trim();
  const question = questions.find((candidate) => candidate.stem === stem);
  if (question === undefined) throw new Error(`No question of the bank asks "${stem}"`);
  switch (question.kind) {
    case "single":
      return answerSingle(page, question, right);
    case "multiple":
      return answerMultiple(page, question, right);
    case "true-false":
      return page.getByRole("radio", { name: question.key === right ? "True" : "False" }).check();
    case "numeric":
      return answerNumeric(page, question, right);
    case "matching":
      return answerMatching(page, question, right);
    case "ordering":
      return answerOrdering(page, question, right);
  }
}

async function answerSingle(page: Page, question: Of<"single">, right: boolean): Promise<void> {
  const option = question.options.find(({ id }) => (id === question.key) === right);
  await page.getByRole("radio", { name: option?.text ?? "", exact: true }).check();
}

async function answerMultiple(page: Page, question: Of<"multiple">, right: boolean): Promise<void> {
  for (const { text } of question.options.filter(({ id }) => question.keys.includes(id) === right))
    await page.getByRole("checkbox", { name: text, exact: true }).check();
}

async function answerNumeric(page: Page, { key }: Of<"numeric">, right: boolean): Promise<void> {
  await page.getByLabel("Number").fill(String(right ? key.value : key.value * 3));
  await page.getByLabel("Unit").selectOption(key.unit);
}

async function answerMatching(page: Page, question: Of<"matching">, right: boolean): Promise<void> {
  for (const { id, text } of question.left) {
    const partner = question.right.find((candidate) => (candidate.id === question.key[id]) === right);
    await page.getByRole("combobox", { name: text, exact: true }).selectOption({ label: partner?.text ?? "" });
  }
}

async function answerOrdering(page: Page, question: Of<"ordering">, right: boolean): Promise<void> {
  const wanted = right ? question.key : [...question.key].reverse();
  for (const [place, id] of wanted.entries()) {
    const text = question.items.find((item) => item.id === id)?.text ?? "";
    const rows = page.locator("ol.order > li");
    for (let moves = 0; moves < wanted.length; moves++) {
      const at = (await rows.allInnerTexts()).findIndex((row) => row.includes(text));
      if (at <= place) break;
      await rows.nth(at).getByRole("button", { name: "Move up" }).click();
    }
  }
  // An order that stood right from the start is an answer only when somebody says so.
  const asItStands = page.getByRole("button", { name: "Use the order as it stands" });
  if (await asItStands.isVisible()) await asItStands.click();
}

/** Answers every question of the sitting that is open, then hands in. */
export async function sitThrough(page: Page, questions: readonly Question[], right: boolean): Promise<void> {
  for (const number of questions.keys()) {
    await page.getByRole("button", { name: new RegExp(`^Question ${String(number + 1)},`) }).click();
    await answerShown(page, questions, right);
    await expect(page.getByRole("button", { name: `Question ${String(number + 1)}, answered` })).toBeVisible();
  }
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
}
