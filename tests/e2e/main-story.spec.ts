import { readFile } from "node:fs/promises";
import type { Browser, Page } from "@playwright/test";
import { infoOf, qrOf, solidTextOf, textOf } from "../../app/certificates/read-pdf.fixture";
import { sitThrough } from "./answer-question";
import { expect, test } from "./fixtures";
import { runCommand } from "./run-command";
import { publishShortTrack, type ShortTrack } from "./short-track";
import type { Site } from "./site";

/**
 * One learner's way through real pages, from the first visit to a certificate that a stranger checks. The shipped
 * track shows the beginning; a track that is learned in a minute is done to its end.
 */

const learner = {
  name: "Žofia Ōzoliņa-Şırőcká",
  email: "zofia.ozolina@hospital.example",
  password: "violet kettle parade 41",
};
const ctTitle = "Radiation Protection Orientation Session: computed tomography";
const numberPattern = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}-[0-9A-HJKMNP-TV-Z]{2}/;

type Inbox = Parameters<Parameters<typeof test>[2]>[0]["inbox"];

test("sign up, learn, watch, fail, learn, pass, evaluate, download, be checked by a stranger", async ({
  page,
  site,
  inbox,
  browser,
}) => {
  test.setTimeout(240_000);
  const track = await publishShortTrack(site);

  await test.step("make an account and confirm its address", () => signUp(page, inbox));
  await test.step("find the shipped track with a typing error", () => findTrack(page));
  await test.step("read who wrote it and their interests, then enrol", () => enrolInShipped(page));
  await test.step("read lessons", () => readLessons(page));
  await test.step("a seek to the end of the recording is not counted", () => seekInShipped(page));
  await test.step("enrol in the short track and watch its recording to the end", () => watchShort(page, track));
  await test.step("fail the quiz, read the lesson that it names, sit again", () => failThenPass(page, track));
  const number = await test.step("evaluate and find the certificate", () => evaluate(page, track));
  await test.step("the PDF holds name, track and number, and its square code leads to the check", () =>
    readPdf(page, { site, track, number }));
  await test.step("a stranger checks it", () => checkAsStranger(browser, { site, track, number }));
  await test.step("all of it follows from the evidence", () => checkEvidence(site));
});

async function signUp(page: Page, inbox: Inbox): Promise<void> {
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Make an account" }).click();
  await page.getByLabel("E-mail address").fill(learner.email);
  await page.getByLabel("Password", { exact: true }).fill(learner.password);
  await page.getByLabel("Name, as printed on certificates").fill(learner.name);
  await page.getByLabel("Profession").selectOption("Radiographer");
  await page.getByLabel("Country where you work").selectOption("Latvia");
  await page.getByRole("combobox", { name: "Language" }).selectOption("English");
  await page.getByRole("checkbox", { name: "I accept the terms of use" }).check();
  await page.getByRole("button", { name: "Make the account" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Confirm your e-mail address" })).toBeVisible();

  const { text } = await inbox.letterTo(learner.email, /confirm/i);
  await page.goto(/https?:\S+\/verify-email\/\S+/.exec(text)?.[0] ?? "");
  await page.getByLabel("Password", { exact: true }).fill(learner.password);
  await page.getByRole("button", { name: "Confirm the address" }).click();
  // Back on the page from which the way began.
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("banner").getByRole("link", { name: learner.name })).toBeVisible();
}

async function findTrack(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Catalogue" }).click();
  await page.getByLabel("Search tracks and lessons").fill("computed tomografy");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/en\/catalogue\?q=computed/);
  await page.getByRole("link", { name: ctTitle }).click();
  await expect(page.getByRole("heading", { level: 1, name: ctTitle })).toBeVisible();
}

async function enrolInShipped(page: Page): Promise<void> {
  const authors = page.getByRole("region", { name: "Authors and their interests" });
  await expect(authors.getByText("Nothing to declare in this demonstration.").first()).toBeVisible();
  await expect(authors.getByText(/^Interests declared on /).first()).toBeVisible();
  await expect(page.getByText("0 credits")).toBeVisible();
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await expect(page).toHaveURL(/\/learn\/ct-orientation-session\/welcome$/);
}

async function readLessons(page: Page): Promise<void> {
  for (const [done, title] of [
    [0, "Who is responsible for what"],
    [1, "Justification: three levels, one decision"],
    [2, "Pregnancy, and the patient who is not sure"],
  ] as const) {
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText(`${String(done)} of 16 lessons done`).first()).toBeVisible();
    await page.getByRole("button", { name: `Done, go to lesson ${String(done + 2)}` }).click();
  }
  await expect(page.getByRole("heading", { level: 1, name: "Check: law, justification, pregnancy" })).toBeVisible();
}

const positionOf = (page: Page) => page.locator("video").evaluate((video: HTMLVideoElement) => video.currentTime);

async function seekInShipped(page: Page): Promise<void> {
  await page.goto("/learn/ct-orientation-session/webinar-dose-report");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect.poll(() => positionOf(page)).toBeGreaterThan(1);
  await page.getByRole("slider", { name: "Position" }).press("End");
  await expect.poll(() => positionOf(page)).toBeGreaterThan(350);
  await page.reload();
  await expect(page.getByRole("heading", { name: /^You have watched [01]%$/ })).toBeVisible();
  await expect(page.getByText(/part is missing|parts are missing/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Play 0:0\d to 5:5\d$/ })).toBeVisible();
  await expect(page.getByText("3 of 16 lessons done").first()).toBeVisible();
}

async function watchShort(page: Page, track: ShortTrack): Promise<void> {
  await page.goto(`/en/tracks/${track.slug}`);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await page.getByRole("button", { name: "Done, go to lesson 2" }).click();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.getByText("This lesson is done.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Go to lesson 3", exact: true }).click();
  await expect(page.getByText("2 of 4 lessons done").first()).toBeVisible();
}

async function failThenPass(page: Page, track: ShortTrack): Promise<void> {
  await page.getByRole("checkbox", { name: `I am ${learner.name}, the person named on the certificate` }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await sitThrough(page, track.questions, false);
  await expect(page).toHaveURL(/\/result\/1$/);
  await expect(page.getByRole("heading", { level: 1, name: /is needed$/ })).toBeVisible();

  await page.getByRole("list").getByRole("link", { name: "lesson 1, en: Reading" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "en: Reading" })).toBeVisible();
  await page.getByRole("button", { name: /^Already done/ }).click();
  await page.goto(`/learn/${track.slug}/quiz`);
  await expect(page.getByText("2 of 3 left")).toBeVisible();
  await page.getByRole("button", { name: "Sit again" }).click();
  await sitThrough(page, track.questions, true);
  await expect(page.getByRole("heading", { level: 1, name: "Passed: 6 of 6" })).toBeVisible();
  await expect(page.getByText("Your other attempt stays on record.")).toBeVisible();
  await page.getByRole("link", { name: /^Go to lesson 4/ }).click();
}

async function evaluate(page: Page, track: ShortTrack): Promise<string> {
  await page
    .getByRole("group", { name: /^How relevant/ })
    .getByLabel("Largely")
    .check();
  await page
    .getByRole("group", { name: /commercial bias/ })
    .getByLabel("None")
    .check();
  await page
    .getByRole("group", { name: /^Will you change/ })
    .getByLabel("Yes")
    .check();
  await page.getByRole("button", { name: "Give the evaluation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My certificates" })).toBeVisible();
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: track.title }) });
  await expect(async () => {
    await page.reload();
    await expect(row.getByText(numberPattern).first()).toBeVisible({ timeout: 200 });
  }).toPass({ timeout: 2000, intervals: [100] });
  await expect(row.getByText("Active")).toBeVisible();
  return (await row.getByRole("definition").getByText(numberPattern).innerText()).trim();
}

interface Issued {
  readonly site: Site;
  readonly track: ShortTrack;
  readonly number: string;
}

async function readPdf(page: Page, { site, track, number }: Issued): Promise<void> {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: new RegExp(`^PDF.*${number}`) }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toContain(number);
  const pdf = await readFile(await download.path());
  expect(textOf(pdf)).toContain(learner.name.normalize("NFC"));
  expect(solidTextOf(pdf)).toContain(track.title.replace(/\s/g, ""));
  expect(solidTextOf(pdf)).toContain(number);
  expect(infoOf(pdf)["Tagged"]).toBe("yes");
  expect(qrOf(pdf)).toBe(`${site.url}/verify/${number}`);
}

/** Another character that a number can have in that place. */
function mistype(number: string): string {
  return `${number.startsWith("7") ? "8" : "7"}${number.slice(1)}`;
}

async function checkAsStranger(browser: Browser, { site, track, number }: Issued): Promise<void> {
  const context = await browser.newContext({ baseURL: site.url, locale: "en-GB" });
  const stranger = await context.newPage();
  const answer = await stranger.goto(`/verify/${number}`);
  expect(answer?.status()).toBe(200);
  const main = stranger.getByRole("main");
  await expect(main.getByRole("heading", { name: "Genuine, and valid today" })).toBeVisible();
  await expect(main.getByText(learner.name).first()).toBeVisible();
  await expect(main.getByText(track.title).first()).toBeVisible();
  await expect(main.getByText("Knows it.")).toBeVisible();
  await expect(main.getByText("100%, pass mark 70%, best of 2 attempts")).toBeVisible();

  await stranger.getByLabel("Certificate number").fill(mistype(number));
  await stranger.getByRole("button", { name: "Check" }).click();
  await expect(stranger.getByText(/one was probably mistyped/).first()).toBeVisible();
  await expect(stranger.getByLabel("Certificate number")).toHaveValue(mistype(number));

  const unknown = await stranger.goto("/verify/0000-0000-0000-0000-01");
  expect(unknown?.status()).toBe(404);
  await expect(stranger.getByRole("heading", { name: "We know no such number" })).toBeVisible();
  await context.close();
}

/** Progress is what its evidence says, and the chain of certificates holds. */
async function checkEvidence(site: Site): Promise<void> {
  expect(await runCommand(site, "scripts/evidence-rebuild.ts")).toContain(" 0 differences.");
  expect(await runCommand(site, "scripts/verify-evidence.ts")).toContain("the chain holds");
}
