import type { Page } from "@playwright/test";
import { type ByKind, byKind } from "../../quizzes/engine/by-kind";
import type { Question, Shape } from "../../quizzes/engine/model";
import { expect } from "./fixtures";

type Of<K extends Question["kind"]> = Extract<Question, { kind: K }>;

/** One way to answer each kind, right or wrong on purpose, by the key of its bank. */
const ways: ByKind<Promise<void>, [Page, boolean]> = {
  single: (question, page, right) => answerSingle(page, question, right),
  multiple: (question, page, right) => answerMultiple(page, question, right),
  "true-false": ({ key }, page, right) =>
    page.getByRole("radio", { name: key === right ? "True" : "False", exact: true }).check(),
  numeric: (question, page, right) => answerNumeric(page, question, right),
  // Its numbers are drawn for the attempt: only a wrong answer is sure.
  calculated: ({ unit, units }, page) => fillNumber(page, "0", unit, units),
  matching: (question, page, right) => answerMatching(page, question, right),
  ordering: (question, page, right) => answerOrdering(page, question, right),
  "short-text": ({ answers }, page, right) => page.getByLabel("Your answer").fill(typed(answers, right)),
  cloze: (question, page, right) => answerCloze(page, question, right),
  hotspot: (question, page, right) => answerHotspot(page, question, right),
  labelling: (question, page, right) => answerLabelling(page, question, right),
  "script-concordance": ({ panel }, page, right) =>
    page
      .getByRole("radiogroup", { name: "Your idea becomes" })
      .getByRole("radio")
      .nth(panel.indexOf((right ? Math.max : Math.min)(...panel)))
      .check(),
  likert: ({ scale: [first] }, page) => page.getByRole("radio", { name: first?.text ?? "", exact: true }).check(),
  essay: ({ minWords }, page) => page.getByLabel("Your text").fill("word ".repeat(minWords + 1)),
};

/** Answers the question that the sitting shows. */
async function answerShown(page: Page, questions: readonly Question[], right: boolean): Promise<void> {
  const id = await page.locator("main .question").getAttribute("id");
  const question = questions.find((candidate) => `question-of-${candidate.id}` === id);
  if (question === undefined) throw new Error(`No question of the bank has the id of "${String(id)}"`);
  await byKind(ways, question, page, right);
}

const typed = (answers: Of<"short-text">["answers"], right: boolean) =>
  right ? (answers.find(({ match, share }) => match === "text" && share === 100)?.text ?? "") : "not that";

async function answerCloze(page: Page, { gaps }: Of<"cloze">, right: boolean): Promise<void> {
  for (const [i, gap] of gaps.entries()) {
    const field = page.getByLabel(`Gap ${String(i + 1)} of ${String(gaps.length)}`);
    if (gap.kind === "choice")
      await field.selectOption(gap.options.find(({ id }) => (id === gap.key) === right)?.id ?? "");
    else if (gap.kind === "number") await field.fill(String(right ? gap.key.value : gap.key.value * 3 + 1));
    else await field.fill(typed(gap.answers, right));
  }
}

function middleOf(area: Shape): readonly [number, number] {
  if (area.shape === "ellipse") return [area.cx, area.cy];
  const mean = (axis: 0 | 1) => area.points.reduce((sum, point) => sum + point[axis], 0) / area.points.length;
  return [mean(0), mean(1)];
}

/** Points at the picture where the areas are; wrong is its very corner. */
async function answerHotspot(page: Page, { picture, regions, keys }: Of<"hotspot">, right: boolean): Promise<void> {
  const stage = page.getByRole("application");
  const box = await stage.boundingBox();
  const scale = (box?.width ?? picture.width) / picture.width;
  const points = right ? regions.filter(({ id }) => keys.includes(id)).map(({ area }) => middleOf(area)) : [[1, 1]];
  for (const [x = 0, y = 0] of points) await stage.click({ position: { x: x * scale, y: y * scale } });
}

async function answerLabelling(page: Page, { places, labels, key }: Of<"labelling">, right: boolean): Promise<void> {
  const used = new Set<string>();
  for (const [i, { id }] of places.entries()) {
    const label = labels.find((candidate) => (candidate.id === key[id]) === right && !used.has(candidate.id));
    if (label === undefined) continue;
    used.add(label.id);
    await page.getByRole("combobox", { name: `Place ${String(i + 1)}`, exact: true }).selectOption(label.id);
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

function answerNumeric(page: Page, { key, units }: Of<"numeric">, right: boolean): Promise<void> {
  return fillNumber(page, String(right ? key.value : key.value * 3), key.unit, units);
}

async function fillNumber(page: Page, text: string, unit: string, units: readonly string[]): Promise<void> {
  await page.getByRole("textbox", { name: "Number" }).fill(text);
  if (units.length > 1) await page.getByLabel("Unit").selectOption(unit);
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
