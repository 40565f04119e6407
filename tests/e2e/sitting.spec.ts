import type { Browser, Page } from "@playwright/test";
import type { Given } from "../support/given";
import type { EditionWish } from "../support/given-edition";
import { choose, press, putInOrder, tabTo } from "./by-keyboard";
import { storedAnswers } from "./every-kind";
import { expect, test } from "./fixtures";

/**
 * A sitting in real browsers against the built server. The quiz is the small one of tests/support: six questions, one
 * of each kind, in the order of the list.
 */

interface World {
  readonly page: Page;
  readonly given: Given;
  readonly signIn: (as: { id: string }, page?: Page) => Promise<void>;
}

/** Enrols somebody, signs them in and starts their first sitting. Gives the address of the quiz. */
async function startQuiz({ page, given, signIn }: World, wish: Partial<EditionWish> = {}) {
  const learner = await given.enrolled({ ...wish, quiz: { attempts: null, ...wish.quiz } });
  await signIn(learner.person);
  const quiz = `/learn/${learner.edition.track.slug}/quiz`;
  await page.goto(quiz);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page).toHaveURL(`${quiz}/sitting/1`);
  return { ...learner, quiz };
}

const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);
const option = (page: Page, name: string) => page.getByRole("radio", { name });
const goTo = (page: Page, number: number) =>
  page.getByRole("button", { name: new RegExp(`^Question ${number},`) }).click();

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Hand in/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
}

async function secondDevice(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  return context.newPage();
}

test("a cut network costs no answer: answers wait in the browser and are sent when it returns", async ({
  page,
  context,
  given,
  signIn,
}) => {
  const { person } = await startQuiz({ page, given, signIn });
  await option(page, "Option a").check();
  await expect(saved(page)).toBeVisible();
  await context.setOffline(true);
  await option(page, "Option b").check();
  await expect(page.getByText("Offline, 1 answer waits here")).toBeVisible();
  await goTo(page, 3);
  await option(page, "True").check();
  await expect(page.getByText("Offline, 2 answers wait here")).toBeVisible();
  expect(await storedAnswers(person.id)).toEqual({ "one-of-three": { kind: "single", option: "a" } });
  await handIn(page);
  await expect(page.getByText("Answers still wait to be sent.")).toBeVisible();
  await context.setOffline(false);
  await expect(saved(page)).toBeVisible();
  expect(await storedAnswers(person.id)).toEqual({
    "one-of-three": { kind: "single", option: "b" },
    "a-statement": { kind: "true-false", value: true },
  });
  await expect(page).toHaveURL(/sitting\/1$/);
});

test("a tab that is closed without network sends its answers when the sitting is opened again", async ({
  page,
  context,
  given,
  signIn,
}) => {
  const { person, quiz } = await startQuiz({ page, given, signIn });
  await context.setOffline(true);
  await option(page, "Option c").check();
  await expect(page.getByText("Offline, 1 answer waits here")).toBeVisible();
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(`${quiz}/sitting/1`);
  await expect(option(again, "Option c")).toBeChecked();
  await expect(saved(again)).toBeVisible();
  expect(await storedAnswers(person.id)).toEqual({ "one-of-three": { kind: "single", option: "c" } });
});

test("a server that is killed loses no answer that it confirmed, and the page recovers by itself", async ({
  page,
  given,
  site,
  signIn,
}) => {
  const { person } = await startQuiz({ page, given, signIn });
  const confirmed: string[] = [];
  page.on("response", (response) => {
    if (response.url().endsWith("/hot/answers") && response.status() === 200)
      confirmed.push(response.request().postData() ?? "");
  });
  await goTo(page, 4);
  const number = page.getByRole("textbox", { name: "Number" });
  for (const [round, text] of ["12345678", "87654321", "42042042"].entries()) {
    await number.fill("");
    const typing = number.pressSequentially(text, { delay: 40 });
    // In the middle of the typing, each time at another key.
    await page.waitForTimeout(60 + round * 55);
    const restarted = site.killAndRestart();
    await typing;
    await restarted;
    await expect(saved(page)).toBeVisible({ timeout: 20_000 });
    expect(await storedAnswers(person.id)).toEqual({ "a-number": { kind: "numeric", text, unit: "" } });
  }
  const { db } = await import("../../app/platform/db.server");
  const stored = await db.answerEvent.findMany({ where: { sitting: { personId: person.id } } });
  const known = new Set(stored.map(({ device, sequence, response }) => `${device} ${sequence} ${response}`));
  // What the page itself has sent.
  const sent = confirmed.map((body) => JSON.parse(body) as { device: string; sequence: number; response: unknown });
  const lost = sent.filter(
    ({ device, sequence, response }) => !known.has(`${device} ${sequence} ${JSON.stringify(response)}`),
  );
  expect(sent.length).toBeGreaterThan(3);
  expect(lost, "answers that were confirmed and are not there").toEqual([]);
});

test("a second device shows the answers and the place of the first, and each hears of the other", async ({
  page,
  browser,
  given,
  site,
  signIn,
}) => {
  const { person, quiz } = await startQuiz({ page, given, signIn });
  await option(page, "Option a").check();
  await goTo(page, 3);
  await option(page, "False").check();
  await expect(saved(page)).toBeVisible();
  const other = await secondDevice(browser, site.url);
  await signIn(person, other);
  await other.goto(`${quiz}/sitting/1`);
  await expect(other.getByText("Question 3 of 6")).toBeVisible();
  await expect(option(other, "False")).toBeChecked();
  await goTo(other, 1);
  await expect(option(other, "Option a")).toBeChecked();
  const notice = "This attempt is also open on another device.";
  await expect(other.getByText(notice)).toBeHidden();
  await option(other, "Option b").check();
  await expect(other.getByText(notice)).toBeVisible();
  await page.reload();
  await expect(page.getByText("Question 1 of 6")).toBeVisible();
  await expect(option(page, "Option b")).toBeChecked();
  await option(page, "Option c").check();
  await expect(page.getByText(notice)).toBeVisible();
  expect(await storedAnswers(person.id)).toMatchObject({ "one-of-three": { kind: "single", option: "c" } });
  await other.context().close();
});

test("a double click and a second tab lead to one sitting", async ({ page, context, given, signIn }) => {
  const { person, edition } = await given.enrolled({ quiz: { attempts: 3 } });
  await signIn(person);
  const quiz = `/learn/${edition.track.slug}/quiz`;
  await page.goto(quiz);
  await page.getByRole("checkbox", { name: "I am Zoë Müller" }).check();
  await page.getByRole("button", { name: "Start the quiz" }).dblclick();
  await expect(page).toHaveURL(`${quiz}/sitting/1`);
  const tab = await context.newPage();
  await tab.goto(quiz);
  await tab.getByRole("button", { name: "Go on with attempt 1" }).click();
  await expect(tab).toHaveURL(`${quiz}/sitting/1`);
  const { db } = await import("../../app/platform/db.server");
  expect(await db.sitting.count({ where: { personId: person.id } })).toBe(1);
});

test("a start without the word for who one is keeps the page and says what is missing", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { person, edition } = await given.enrolled();
  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/quiz`);
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await expect(page.getByRole("checkbox", { name: "I am Zoë Müller" })).toHaveAccessibleDescription(
    /Confirm that you are the person named/,
  );
  await expectAccessible(page);
});

test("after the hand-in the back button shows the result, and another tab is led there", async ({
  page,
  context,
  given,
  signIn,
}) => {
  const { quiz } = await startQuiz({ page, given, signIn });
  const tab = await context.newPage();
  await tab.goto(`${quiz}/sitting/1`);
  await option(page, "Option a").check();
  await expect(saved(page)).toBeVisible();
  await handIn(page);
  await expect(page).toHaveURL(`${quiz}/result/1`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/1 of 6/);
  await page.goBack();
  await expect(page).toHaveURL(`${quiz}/result/1`);
  // Not `check`, which would look at the radio again: by then the result is there.
  await option(tab, "Option b").click();
  await expect(tab).toHaveURL(`${quiz}/result/1`);
  await expect(tab.getByRole("heading", { level: 1 })).toHaveText(/1 of 6/);
});

test("when the time is over the page hands in by itself", async ({ page, given, signIn }) => {
  await page.clock.install();
  const { quiz } = await startQuiz({ page, given, signIn }, { quiz: { timeLimitMinutes: 10 } });
  await expect(page.getByText("10 min", { exact: true }).or(page.getByText("9 min", { exact: true }))).toBeVisible();
  await option(page, "Option a").check();
  await expect(saved(page)).toBeVisible();
  await page.clock.fastForward("09:30");
  await expect(page.getByText(/^0:[0-3]\d$/)).toBeVisible();
  await page.clock.fastForward("01:00");
  await expect(page).toHaveURL(`${quiz}/result/1`);
});

test("the time left is spoken at 50, 10, 5 and 1 minutes and not in between", async ({ page, given, signIn }) => {
  await page.clock.install();
  await startQuiz({ page, given, signIn }, { quiz: { timeLimitMinutes: 60 } });
  const spoken = page.locator(".time").getByRole("status");
  await expect(spoken).toHaveText("");
  for (const [later, words] of [
    ["09:30", ""],
    ["01:00", "50 minutes left"],
    ["38:45", "50 minutes left"],
    ["01:15", "10 minutes left"],
    ["05:00", "5 minutes left"],
    ["03:50", "1 minute left"],
  ] as const) {
    await page.clock.fastForward(later);
    await expect(spoken).toHaveText(words);
  }
});

// ---------- keyboard ----------

const next = (page: Page) => press(page, page.getByRole("button", { name: "Next question" }));

/** The question that is shown has the focus, so that Tab leads to its first choice and a screen reader reads it. */
async function expectQuestion(page: Page, number: number, stem: string): Promise<void> {
  await expect(page.getByText(`Question ${number} of 6`)).toBeVisible();
  await expect(page.getByRole("group", { name: stem })).toBeFocused();
}

test("a whole quiz is sat with the keyboard alone", async ({ page, given, signIn }) => {
  const { person, edition } = await given.enrolled();
  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/quiz`);
  await tabTo(page, page.getByRole("checkbox", { name: "I am Zoë Müller" }));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Start the quiz" }));
  await expect(page).toHaveURL(/sitting\/1$/);
  await expect(page.getByText("Question 1 of 6")).toBeVisible();

  await tabTo(page, option(page, "Option a"));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(option(page, "Option b")).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(option(page, "Option a")).toBeChecked();
  await next(page);

  await expectQuestion(page, 2, "Stem of two-of-four");
  for (const name of ["Option a", "Option b"]) {
    await tabTo(page, page.getByRole("checkbox", { name }));
    await page.keyboard.press("Space");
  }
  await tabTo(page, page.getByRole("checkbox", { name: "Flag, look again later" }));
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Question 2, answered, flagged" })).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Next question" }), "Shift+Tab");
  await page.keyboard.press("ArrowRight");

  await expectQuestion(page, 3, "Stem of a-statement");
  await tabTo(page, option(page, "True"));
  await page.keyboard.press("Space");
  await next(page);

  await expectQuestion(page, 4, "Stem of a-number");
  await tabTo(page, page.getByRole("textbox", { name: "Number" }));
  await page.keyboard.type("420");
  await choose(page, page.getByRole("combobox", { name: "Unit" }), "mGy·cm");
  await next(page);

  await expectQuestion(page, 5, "Stem of three-pairs");
  for (const i of [1, 2, 3]) {
    await choose(page, page.getByRole("combobox", { name: `Label l${i}` }), `r${i}`);
  }
  await next(page);

  await expectQuestion(page, 6, "Stem of three-steps");
  await putInOrder(page, ["Label s1", "Label s2", "Label s3"]);
  await press(page, page.getByRole("button", { name: "Hand in" }));
  await expect(page.getByRole("dialog", { name: "Hand in now?" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await press(page, page.getByRole("button", { name: "Hand in" }));
  await press(page, page.getByRole("dialog").getByRole("button", { name: "Hand in" }));
  await expect(page.getByRole("heading", { level: 1, name: "Passed: 6 of 6" })).toBeVisible();
});

// ---------- every page of a learner's way through a quiz ----------

async function expectReadable(
  page: Page,
  expectAccessible: (page: Page, what: "everything" | "colours") => Promise<void>,
): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `pixels that stick out at 360 px on ${page.url()}`).toBe(0);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expectAccessible(page, colorScheme === "light" ? "everything" : "colours");
  }
}

test("each kind of question, the hand-in and the result are readable on a telephone and for axe", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  await startQuiz({ page, given, signIn }, { quiz: { timeLimitMinutes: 30 } });
  for (let number = 1; number <= 6; number++) {
    await goTo(page, number);
    await expectReadable(page, expectAccessible);
  }
  await page.getByRole("button", { name: /^Hand in/ }).click();
  await expectReadable(page, expectAccessible);
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(page).toHaveURL(/result\/1$/);
  await expectReadable(page, expectAccessible);
  expect(complaints, "what the browser complains about").toEqual([]);
});

test("a result, a report of a mistake, the quiz after it and my learning are readable", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { person, quiz } = await startQuiz({ page, given, signIn });
  await option(page, "Option b").check();
  await goTo(page, 4);
  await page.getByRole("textbox", { name: "Number" }).fill("42");
  await page.getByRole("combobox", { name: "Unit" }).selectOption("mGy·cm");
  await goTo(page, 6);
  await page.getByRole("button", { name: "Use the order as it stands" }).click();
  await expect.poll(() => storedAnswers(person.id)).toHaveProperty("three-steps");
  await handIn(page);
  await expect(page.getByText("A factor of ten")).toBeVisible();
  await expect(page.locator("#question-1").getByText("Why b")).toBeVisible();
  await expectReadable(page, expectAccessible);
  await page.getByRole("link", { name: "Report a mistake in this question" }).first().click();
  await page.getByRole("textbox").fill("The tolerance is too narrow.");
  await expectReadable(page, expectAccessible);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("status")).toBeVisible();
  await page.goto(quiz);
  await expect(page.getByText(/^Not passed:/)).toBeVisible();
  await expectReadable(page, expectAccessible);
  await page.goto("/my");
  await expectReadable(page, expectAccessible);
});

test("an evaluation that lacks an answer says so beside the question and keeps what was said", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { person, edition } = await given.enrolled();
  await signIn(person);
  await page.goto(`/learn/${edition.track.slug}/evaluation`);
  await expectReadable(page, expectAccessible);
  await page.getByRole("textbox").fill("More figures");
  await page.getByRole("radio").first().check();
  await page.locator("form.evaluation button[type=submit]").click();
  await expect(page.getByRole("textbox")).toHaveValue("More figures");
  await expect(page.getByRole("radio").first()).toBeChecked();
  await expect(page.locator(".field.bad")).toHaveCount(2);
  await expectReadable(page, expectAccessible);
});
