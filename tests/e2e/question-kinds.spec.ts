import type { Page } from "@playwright/test";
import type { Question } from "../../quizzes/engine/model";
import { choose, press, putInOrder, tabTo } from "./by-keyboard";
import { enrolledInEveryKind, everyKind, expectSaved } from "./every-kind";
import { expect, test } from "./fixtures";

/**
 * Every kind of question in a real browser, once by mouse and once by keyboard alone: answered, saved, handed in and
 * explained, with nothing for axe to find on the way. The quiz asks the shipped bank `every-kind` in its own order.
 */

// A trace keeps a picture of the page for every key: of hundreds of them it costs more than the test itself.
test.use({ trace: "off" });

interface Way {
  readonly answer: (page: Page) => Promise<void>;
  /** What the result says of this answer. */
  readonly explained: readonly (string | RegExp)[];
}

const radio = (page: Page, name: string) => page.getByRole("radio", { name, exact: true });
const checkbox = (page: Page, name: string) => page.getByRole("checkbox", { name, exact: true });
const list = (page: Page, name: string) => page.getByRole("combobox", { name, exact: true });
const number = (page: Page) => page.getByRole("textbox", { name: "Number" });
const gap = (page: Page, place: number) => page.getByLabel(`Gap ${String(place)} of 4`);
const chip = (page: Page, name: string) => page.getByRole("list", { name: "Labels" }).getByRole("button", { name });
const place = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const words =
  "A DRL is for groups and it is no limit, so one value that is higher than the others says very little of it all.";
const typicalDoses = [
  "Radiograph of a hand",
  "Chest radiograph, PA",
  "Screening mammography",
  "CT of the head",
  "CT of the abdomen",
];

/** Clicks the picture at a place that is given in pixels of the picture. */
async function pointAt(page: Page, width: number, [x, y]: readonly [number, number]): Promise<void> {
  const stage = page.getByRole("application");
  const box = await stage.boundingBox();
  const scale = (box?.width ?? width) / width;
  await stage.click({ position: { x: x * scale, y: y * scale } });
}

/** The dose rate that the stem of the calculated question asks for. */
async function inverseSquare(page: Page): Promise<string> {
  const stem = await page.locator(".question .stem").innerText();
  const [, rate, far] = /gives ([\d.,\s]+) µSv\/h at 1 m.* at (\d+) m/.exec(stem) ?? [];
  return (Number(rate?.replace(/\D/g, "")) / Number(far) ** 2).toFixed(2);
}

const byMouse: Readonly<Record<string, Way>> = {
  "kinds-drl-compare": {
    answer: (page) => radio(page, "The median of the 30 values").click(),
    explained: ["1 of 1 mark", "Your answer, right", "the figure that a DRL is made for", "never with one patient"],
  },
  "kinds-levers": {
    answer: async (page) => {
      await checkbox(page, "Shorter fluoroscopy time").click();
      await checkbox(page, "One step back from the patient during acquisition").click();
      await checkbox(page, "Dimming the room").click();
      await checkbox(page, "Dimming the room").click();
      await checkbox(page, "A ceiling-mounted screen between patient and face").click();
    },
    explained: ["1 of 1 mark", "Your answer, right", "Right: dose rises with time.", "the three levers"],
  },
  "kinds-drl-limit": {
    answer: (page) => radio(page, "False").click(),
    explained: ["1 of 1 mark", "an investigation level, not a limit", "There is no permitted dose for a patient."],
  },
  "kinds-kap-units": {
    answer: async (page) => {
      await number(page).click();
      await page.keyboard.type("2,5");
      await list(page, "Unit").selectOption("Gy·cm²");
    },
    explained: ["1 of 1 mark", "You answered 2,5 Gy·cm².", "Right answer: 2.5 Gy·cm²"],
  },
  "kinds-inverse-square": {
    answer: async (page) => {
      await number(page).fill(await inverseSquare(page));
      await list(page, "Unit").selectOption("µSv/h");
    },
    explained: ["1 of 1 mark", /Right answer: [\d.]+ µSv\/h/, "with the square of the distance"],
  },
  "kinds-dlp-name": {
    answer: async (page) => {
      await page.getByLabel("Your answer").click();
      await page.keyboard.type("dose-length product");
    },
    explained: ["1 of 1 mark", "You answered: dose-length product", "Right: DLP"],
  },
  "kinds-articles": {
    answer: async (page) => {
      await list(page, "Previous images are sought before a new exposure").selectOption("Article 55");
      await list(page, "DRLs are established, reviewed and used").selectOption("Article 56");
      await list(page, "The possibility of a pregnancy is enquired about").selectOption("Article 62");
      await list(page, "Unintended exposures are recorded and analysed").selectOption("Article 63");
    },
    explained: ["1 of 1 mark", "Article 63", "63 about accidental and unintended exposures"],
  },
  "kinds-typical-doses": {
    answer: async (page) => {
      const rows = page.locator("ol.order > li");
      for (const [wanted, text] of typicalDoses.entries()) {
        const row = rows.filter({ hasText: text });
        const at = (await rows.allInnerTexts()).findIndex((shown) => shown.includes(text));
        if (at > wanted + 1) await row.dragTo(rows.nth(wanted));
        else if (at > wanted) await row.getByRole("button", { name: "Move up" }).click();
        await expect(rows.nth(wanted)).toContainText(text);
      }
      const asItStands = page.getByRole("button", { name: "Use the order as it stands" });
      if (await asItStands.isVisible()) await asItStands.click();
      await expect(rows).toContainText(typicalDoses);
    },
    explained: ["1 of 1 mark", "Right order", "Hand below 0.01 mSv"],
  },
  "kinds-drl-text": {
    answer: async (page) => {
      await gap(page, 1).selectOption({ label: "median" });
      await gap(page, 2).selectOption({ label: "consistently" });
      await gap(page, 3).click();
      await page.keyboard.type("limit");
      await gap(page, 4).click();
      await page.keyboard.type("25");
    },
    explained: ["1 of 1 mark", "consistently", "a quarter at twice the distance"],
  },
  "kinds-where-to-stand": {
    answer: async (page) => {
      await pointAt(page, 800, [100, 350]);
      await expect(page.getByText("Marker 1: 13 % from the left, 70 % from the top")).toBeVisible();
      await pointAt(page, 800, [680, 130]);
      await expect(page.getByText("1 of 1 place marked")).toBeVisible();
    },
    explained: ["1 of 1 mark", "right place", "Right: behind the image receptor's side"],
  },
  "kinds-low-contrast": {
    answer: async (page) => {
      await page.getByRole("slider", { name: "Width (contrast)" }).fill("2000");
      await pointAt(page, 480, [144, 80]);
      await pointAt(page, 480, [432, 200]);
      await expect(page.getByText("2 of 2 places marked")).toBeVisible();
      await page.getByRole("button", { name: "Take back marker 2" }).click();
      await pointAt(page, 480, [336, 160]);
      await expect(page.getByText(/^Marker 2: 70 % from the left, 67 % from the top/)).toBeVisible();
    },
    explained: ["1 of 1 mark", "Second step, upper part", "Fourth step, lower part", "A narrow window"],
  },
  "kinds-room-parts": {
    answer: async (page) => {
      await chip(page, "Beam enters").dragTo(place(page, "Place 1: empty"));
      await expect(place(page, "Place 1: Beam enters: most scatter")).toBeVisible();
      await chip(page, "Beam leaves").click();
      await place(page, "Place 2: empty").click();
      await expect(place(page, "Place 2: Beam leaves")).toBeVisible();
      await list(page, "Place 3").selectOption({ label: "Better place to stand" });
      await expect(place(page, "Place 3: Better place to stand")).toBeVisible();
    },
    explained: ["1 of 1 mark", "Better place to stand", "The receptor is close to the patient."],
  },
  "kinds-pregnancy-sct": {
    answer: (page) => radio(page, "much more likely").click(),
    explained: ["1 of 1 mark", "What the experts answered", "much more likely your answer", "100%"],
  },
  "kinds-confidence": {
    answer: (page) => radio(page, "Fairly").click(),
    explained: ["without marks", "Your rating: Fairly"],
  },
  "kinds-explain-drl": {
    answer: async (page) => {
      await page.getByLabel("Your text").click();
      await page.keyboard.insertText(words);
      await expect(page.getByText("25 words", { exact: true })).toBeVisible();
    },
    explained: ["waits for its marker", "Your text, 25 words", words, "A person has yet to mark this text."],
  },
};

const byKeyboard: Readonly<Record<string, Way>> = {
  "kinds-drl-compare": {
    answer: async (page) => {
      await press(page, radio(page, "The median of the 30 values"), "Space");
      await page.keyboard.press("ArrowDown");
      await expect(radio(page, "The highest of the 30 values")).toBeChecked();
    },
    explained: ["0 of 1 mark", "Takes the DRL for a limit that no patient may pass.", "Right answer"],
  },
  "kinds-levers": {
    answer: async (page) => {
      await press(page, checkbox(page, "Shorter fluoroscopy time"), "Space");
      await press(page, checkbox(page, "Dimming the room"), "Space");
    },
    explained: ["0 of 1 mark", "Right, not ticked", "Light has nothing to do with the scattered radiation."],
  },
  "kinds-drl-limit": {
    answer: (page) => press(page, radio(page, "True"), "Space"),
    explained: ["0 of 1 mark", "Takes the DRL for a dose limit."],
  },
  "kinds-kap-units": {
    answer: async (page) => {
      await tabTo(page, number(page));
      await page.keyboard.type("250");
      await choose(page, list(page, "Unit"), "Gy·cm²");
    },
    explained: ["0 of 1 mark", "You answered 250 Gy·cm².", "100 times too much", "Right answer: 2.5 Gy·cm²"],
  },
  "kinds-inverse-square": {
    answer: async (page) => {
      await tabTo(page, number(page));
      await page.keyboard.type("1");
      await choose(page, list(page, "Unit"), "µSv");
    },
    explained: ["0 of 1 mark", "The unit measures something else.", /Right answer: [\d.]+ µSv\/h/],
  },
  "kinds-dlp-name": {
    answer: async (page) => {
      await tabTo(page, page.getByLabel("Your answer"));
      await page.keyboard.type("KAP");
    },
    explained: ["0 of 1 mark", "You answered: KAP", "the quantity of radiography and fluoroscopy"],
  },
  "kinds-articles": {
    answer: async (page) => {
      await choose(page, list(page, "Previous images are sought before a new exposure"), "art-fifty-five");
      await choose(page, list(page, "Unintended exposures are recorded and analysed"), "art-eighteen");
    },
    explained: ["0.25 of 1 mark", "Article 18", "none", "Article 63"],
  },
  "kinds-typical-doses": {
    answer: (page) => putInOrder(page, typicalDoses),
    explained: ["1 of 1 mark", "Right order", "Hand below 0.01 mSv"],
  },
  "kinds-drl-text": {
    answer: async (page) => {
      await choose(page, gap(page, 1), "top");
      await choose(page, gap(page, 2), "often");
      await tabTo(page, gap(page, 3));
      await page.keyboard.type("constraint");
      await tabTo(page, gap(page, 4));
      await page.keyboard.type("50");
    },
    explained: [
      "0.30 of 1 mark",
      "more about one patient than about the practice",
      "constraint (partly right)",
      "the word here is limit",
      "Half would be right if the rate fell with the distance itself.",
    ],
  },
  "kinds-where-to-stand": {
    answer: async (page) => {
      await tabTo(page, page.getByRole("application"));
      for (const key of ["Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowUp", "ArrowUp"])
        await page.keyboard.press(key);
      await expect(page.getByText("Cross-hair 80 % from the left, 32 % from the top")).toBeAttached();
      await page.keyboard.press("Enter");
      await expect(page.getByText("Marker 1: 80 % from the left, 32 % from the top")).toBeVisible();
    },
    explained: ["1 of 1 mark", "On the right, beside the shoulder", "right place"],
  },
  "kinds-low-contrast": {
    answer: async (page) => {
      await press(page, page.getByText("Choose from a list instead"));
      await press(page, checkbox(page, "Second step, upper part"), "Space");
      await press(page, checkbox(page, "Second step, lower part"), "Space");
      await expect(page.getByText("2 of 2 places marked")).toBeVisible();
    },
    explained: ["0 of 1 mark", "Ticked in the list", "There is no disc.", "right place, not marked"],
  },
  "kinds-room-parts": {
    answer: async (page) => {
      await press(page, chip(page, "Beam enters"), "Space");
      await press(page, place(page, "Place 1: empty"), "Space");
      await expect(place(page, "Place 1: Beam enters: most scatter")).toBeFocused();
      await choose(page, list(page, "Place 2"), "exit");
      // On the way down the list box passes labels that are on other places; they stay there.
      await choose(page, list(page, "Place 3"), "avoid");
      await expect(place(page, "Place 1: Beam enters: most scatter")).toBeVisible();
      await expect(place(page, "Place 2: Beam leaves")).toBeVisible();
    },
    explained: ["0.67 of 1 mark", "Tube must be here", "Better place to stand", "wrong"],
  },
  "kinds-pregnancy-sct": {
    answer: async (page) => {
      await press(page, radio(page, "much less likely"), "Space");
      for (let steps = 0; steps < 3; steps++) await page.keyboard.press("ArrowDown");
      await expect(radio(page, "more likely")).toBeChecked();
    },
    explained: ["0.40 of 1 mark", "more likely your answer", "40%"],
  },
  "kinds-confidence": {
    answer: (page) => press(page, radio(page, "Not at all"), "Space"),
    explained: ["without marks", "Your rating: Not at all"],
  },
  "kinds-explain-drl": {
    answer: async (page) => {
      await tabTo(page, page.getByLabel("Your text"));
      await page.keyboard.insertText(words);
    },
    explained: ["waits for its marker", words],
  },
};

const changesWithAnswer: readonly Question["kind"][] = ["ordering", "hotspot", "labelling", "essay"];

const wayOf = (ways: typeof byMouse, id: string): Way => {
  const way = ways[id];
  if (way === undefined) throw new Error(`The question "${id}" has no way to be answered here`);
  return way;
};

/** The result's sheet of each question says what it should of the answer that was given. */
async function expectExplained(page: Page, ways: typeof byMouse): Promise<void> {
  for (const [index, { id, kind }] of everyKind.entries()) {
    await test.step(`${kind} is explained (${id})`, async () => {
      const sheet = page.locator(`#question-${String(index + 1)}`);
      await expect(sheet).toBeVisible();
      for (const text of wayOf(ways, id).explained) await expect(sheet).toContainText(text);
    });
  }
}

test("every kind of question is answered by mouse, saved, handed in and explained", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 1000 });
  const { person, quiz } = await enrolledInEveryKind(given);
  await signIn(person);
  await page.goto(quiz);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  for (const [index, { id, kind }] of everyKind.entries()) {
    await test.step(`${kind} (${id})`, async () => {
      const name = `Question ${String(index + 1)}`;
      await page.getByRole("button", { name: `${name}, open` }).click();
      await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
      await expectAccessible(page);
      await wayOf(byMouse, id).answer(page);
      await expect(page.getByRole("button", { name: `${name}, answered` })).toBeVisible();
      await expectSaved(page, person.id, id);
    });
  }
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "An essay waits for its marker" })).toBeVisible();
  await page.getByText("Answered right (13)").click();
  await expectExplained(page, byMouse);
  await expectAccessible(page);
});

test("every kind of question is answered by keyboard alone, saved, handed in and explained", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const { person, quiz } = await enrolledInEveryKind(given);
  await signIn(person);
  await page.goto(quiz);
  await press(page, page.getByRole("button", { name: "Start the quiz" }));
  await expect(page.getByText("Question 1 of 15")).toBeVisible();
  for (const [index, { id, kind }] of everyKind.entries()) {
    await test.step(`${kind} (${id})`, async () => {
      if (index > 0) await press(page, page.getByRole("button", { name: "Next question" }));
      await expect(page.locator(`#question-of-${id}`)).toBeVisible();
      await wayOf(byKeyboard, id).answer(page);
      await expect(page.getByRole("button", { name: `Question ${String(index + 1)}, answered` })).toBeVisible();
      await expectSaved(page, person.id, id);
      // The test by mouse looks at each open question; these look otherwise once they are answered.
      if (changesWithAnswer.includes(kind)) await expectAccessible(page);
    });
  }
  await press(page, page.getByRole("button", { name: "Hand in", exact: true }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Hand in" }));
  await expect(page.getByRole("heading", { level: 1, name: "An essay waits for its marker" })).toBeVisible();
  await press(page, page.getByText("Answered right (2)"));
  await expectExplained(page, byKeyboard);
  await expectAccessible(page);
});
