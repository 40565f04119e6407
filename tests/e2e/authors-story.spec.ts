import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/**
 * A society's track from nothing to a certificate in its name, through real pages: invited, written, reviewed,
 * published, taken, and published anew while somebody is in the middle of it.
 */

type Test = Parameters<Parameters<typeof test>[2]>[0];
type Person = Awaited<ReturnType<Test["given"]["person"]>>;

const title = "Size before age";
const form = (page: Page, name: string) => page.getByRole("form", { name });
const textbox = (page: Page) => page.getByRole("textbox", { name: /^Text of the lesson/ });
const savedText = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/);
const tab = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Pages of this track" }).getByRole("link", { name, exact: true });

/** Takes a picture for docs/authoring.md where SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env["SHOTS"];
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.jpg`, type: "jpeg", quality: 70 });
}

async function importShortRecording(): Promise<void> {
  const { readFile, stat } = await import("node:fs/promises");
  const { importRecording } = await import("../../app/media/import-recording.server");
  const { sha256 } = await import("../../app/platform/ids.server");
  const videoFile = "tests/support/short-recording.mp4";
  const vtt = "WEBVTT\n\n00:00.000 --> 00:20.000\nTwenty seconds.";
  const imported = await importRecording({
    name: "calm-examination",
    title: "A calm examination",
    videoFile,
    posterFile: "prisma/seed/introduction/poster.webp",
    durationMs: 20_000,
    bytes: (await stat(videoFile)).size,
    sha256: sha256(await readFile(videoFile)),
    width: 320,
    height: 180,
    audience: "anyone",
    texts: (["captions", "chapters"] as const).map((kind) => ({ kind, language: "en", vtt })),
    now: new Date(),
  });
  expect(imported.ok).toBe(true);
}

async function invite(page: Page, societySlug: string, author: Person, inbox: Test["inbox"], signIn: Test["signIn"]) {
  await page.goto(`/society/${societySlug}/members`);
  await page.getByLabel("E-mail address").fill(author.email);
  await page.getByRole("combobox", { name: "Role", exact: true }).selectOption({ label: "Author" });
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();
  const letter = await inbox.letterTo(author.email, /invites you/);
  await signIn(author);
  await page.goto(/https?:\/\/[^/]+(\/invitation\/\S+)/.exec(letter.text)?.[1] ?? "no link");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByText("This is its workspace.")).toBeVisible();
}

async function buildOutline(page: Page, societySlug: string): Promise<string> {
  await page.goto(`/society/${societySlug}/tracks`);
  await form(page, "New track").getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Begin the track" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await form(page, "New module").getByLabel("Title").fill("All");
  await page.getByRole("button", { name: "Add the module" }).click();
  for (const [lesson, kind] of [
    ["Growing tissue", "Reading"],
    ["A calm examination", "Recorded webinar"],
    ["Check: bands", "Quiz"],
    ["What you think", "Evaluation"],
  ] as const) {
    await form(page, "New lesson").getByLabel("Title").fill(lesson);
    await form(page, "New lesson").getByLabel("Kind").selectOption({ label: kind });
    await page.getByRole("button", { name: "Add the lesson" }).click();
    await expect(page.locator(".deed .title")).toHaveText(`Made: ${lesson}`);
  }
  await shot(page, "outline");
  return new URL(page.url()).pathname;
}

async function fillSettings(page: Page, track: string): Promise<void> {
  await page.goto(`${track}/settings`);
  await page.getByLabel("Summary").fill("Why children need their own protocols.");
  await page.getByLabel("Who it is for").fill("Radiographers who scan children.");
  await page.getByLabel("What was missing, and how that is known").fill("Audits found adult protocols in use.");
  await page.getByLabel("Or a new, empty bank with this title").fill(title);
  await page.getByLabel("Prepared on").fill("2026-11-20");
  await page.getByLabel("Review by").fill("2028-11-20");
  await page.getByLabel("Radiographer", { exact: true }).check();
  await page.getByLabel("Code", { exact: true }).first().fill("CH-K1");
  await page.getByLabel("What learners can do afterwards").first().fill("Chooses the weight band.");
  for (const [index, [name, role]] of [
    ["Ada Author", "Author"],
    ["Rita Reviewer", "Reviewer"],
  ].entries()) {
    await page
      .getByLabel("Name", { exact: true })
      .nth(index)
      .fill(name ?? "");
    await page
      .getByLabel("Part in the track")
      .nth(index)
      .selectOption({ label: role ?? "" });
    await page.getByLabel("Qualifications").nth(index).fill("Medical physicist");
    await page.getByLabel("Declared interests").nth(index).fill("None");
    await page.getByLabel("Declared on").nth(index).fill("2026-11-10");
  }
  await page.getByLabel("Source, as it is cited").first().fill("ICRP Publication 135, 2017.");
  await page.getByLabel("Year", { exact: true }).first().fill("2017");
  await page.getByRole("button", { name: "Save the settings" }).click();
  await expect(page.getByLabel("Question bank")).not.toHaveValue("");
}

/** Chooses a lesson in the outline beside the form. */
const openLesson = (page: Page, lesson: RegExp) =>
  page.getByRole("navigation", { name: "Outline" }).getByRole("link", { name: lesson }).click();

async function writeLessons(page: Page, track: string): Promise<void> {
  await page.goto(`${track}/lessons/growing-tissue/text/en`);
  await textbox(page).click();
  await page.keyboard.type("Growing tissue is more sensitive, and there is more life ahead of it. ");
  await page.getByRole("toolbar").getByRole("button", { name: "Source", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cite source" }).click();
  await expect(savedText(page)).toBeVisible();
  await shot(page, "text");

  await page.goto(`${track}/lessons/growing-tissue`);
  await page.getByLabel("Summary").fill("Why size matters.");
  await page.getByLabel("CH-K1").check();
  await page.getByLabel("Minutes", { exact: true }).fill("5");
  await page.getByRole("button", { name: "Save the lesson" }).click();
  await openLesson(page, /A calm/);
  await page.getByLabel("Summary").fill("How to speak with a child.");
  await page.getByLabel("Minutes", { exact: true }).fill("1");
  await page.getByLabel("Recording", { exact: true }).selectOption({ label: "A calm examination (0:20)" });
  await page.getByLabel("Recorded on").fill("2026-11-01");
  await page.getByLabel("Ada Author").check();
  await page.getByLabel("The speech says all that the slides show").check();
  await page.getByRole("button", { name: "Save the lesson" }).click();
  await openLesson(page, /What you think/);
  await page.getByLabel("Summary").fill("Say what you think.");
  await page.getByLabel("Minutes", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Save the lesson" }).click();
}

async function writeQuestion(page: Page, societySlug: string): Promise<void> {
  await page.goto(`/society/${societySlug}/banks`);
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("link", { name: "Write a question" }).click();
  await page.getByRole("link", { name: "True or false" }).click();
  await page.getByLabel("Question", { exact: true }).fill("A child’s protocol is chosen by size.");
  await page.getByLabel("The statement is").selectOption({ label: "True" });
  await page.getByLabel("Topic").fill("size");
  await page.getByLabel("Learning outcomes").fill("CH-K1");
  await page.getByLabel("Lesson that covers it").fill("growing-tissue");
  await page.getByLabel("Source", { exact: true }).fill("ICRP Publication 135, 2017.");
  await page.getByLabel("Year of the source").fill("2017");
  await page.getByLabel("How the fact was checked").selectOption({ label: "V, read in the source" });
  await page.getByLabel("Explanation").fill("Age says little about size.");
  await page.getByRole("button", { name: "Save the question" }).click();
  await expect(page.getByText("Saved as revision 1.")).toBeVisible();
}

async function writeQuiz(page: Page, track: string): Promise<void> {
  await page.goto(`${track}/lessons/check-bands`);
  await page.getByLabel("Summary").fill("One question.");
  await page.getByLabel("Minutes", { exact: true }).fill("2");
  await page.getByLabel("CH-K1").check();
  await page.getByLabel("How many").first().fill("1");
  await page.getByLabel("Attempts", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Save the lesson" }).click();
  await expect(page.getByText("The bank can fulfil it: 1 question, 1 marks")).toBeVisible();
  await shot(page, "quiz");
}

async function review(
  page: Page,
  track: string,
  people: Record<"author" | "reviewer", Person>,
  signIn: Test["signIn"],
) {
  await page.goto(`${track}/review`);
  await page.getByLabel("What should reviewers look at?").fill("Is the quiz fair?");
  await page.getByRole("button", { name: "Ask for a review now" }).click();
  await signIn(people.reviewer);
  await page.goto(`${track}/review`);
  await page.getByLabel("What is it about?").selectOption({ label: "Lesson “Growing tissue”" });
  await page.getByLabel("Your comment").fill("Say how much more life.");
  await page.getByRole("button", { name: "Add the comment" }).click();
  await expect(page.getByText("1 open comment")).toBeVisible();

  await signIn(people.author);
  await page.goto(`${track}/lessons/growing-tissue/text/en`);
  await textbox(page).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("A newborn has some 80 years ahead. ");
  await expect(savedText(page)).toBeVisible();
  await page.goto(`${track}/review`);
  await page.getByLabel("Your answer").fill("Done, in the first sentence.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.getByText("Done, in the first sentence.")).toBeVisible();
  await shot(page, "review");
  await page.getByRole("button", { name: /^Resolve/ }).click();
  await expect(page.getByText("Resolved by Ada Author")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve this state" })).toHaveCount(0);
  await approve(page, track, people.reviewer, signIn);
}

async function approve(page: Page, track: string, reviewer: Person, signIn: Test["signIn"]): Promise<void> {
  await signIn(reviewer);
  await page.goto(`${track}/review`);
  await page.getByRole("button", { name: "Approve this state" }).click();
  await expect(page.getByText("Everything is in order: an editor can publish.")).toBeVisible();
}

async function publish(page: Page, track: string, number: number): Promise<void> {
  await page.goto(`${track}/publish`);
  if (number > 1) {
    await page.getByLabel("What changed, for learners").fill("More on size.");
    await shot(page, "publish-2");
  }
  await page.getByRole("button", { name: `Publish edition ${String(number)}` }).click();
  await expect(page.getByText(`Edition ${String(number)} is published.`)).toBeVisible();
}

async function learn(page: Page, publicPath: string, learner: Person): Promise<void> {
  await page.goto(publicPath);
  await page.getByRole("button", { name: "Enrol", exact: true }).click();
  await page.getByRole("button", { name: "Done, go to lesson 2" }).click();
  await page.getByRole("combobox", { name: "Speed" }).selectOption("2");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.getByText("This lesson is done.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Go to lesson 3", exact: true }).click();
  await page.getByRole("checkbox", { name: new RegExp(`^I am ${learner.certificateName}`) }).check();
  await page.getByRole("button", { name: "Start the quiz" }).click();
  await page.getByRole("radio", { name: "True", exact: true }).check();
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("link", { name: /^Go to lesson 4/ }).click();
  for (const [question, answer] of [
    [/^How relevant/, "Largely"],
    [/commercial bias/, "None"],
    [/^Will you change/, "Yes"],
  ] as const)
    await page.getByRole("group", { name: question }).getByLabel(answer).check();
  await page.getByRole("button", { name: "Give the evaluation" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "My certificates" })).toBeVisible();
}

test("a society's track from an invitation to a certificate in its name, and on to its second edition", async ({
  page,
  given,
  signIn,
  inbox,
}) => {
  test.setTimeout(240_000);
  const society = await given.society({ acronym: "SCI", name: "Society for Children’s Imaging" });
  await importShortRecording();
  const author = await given.person({ certificateName: "Ada Author" });
  const reviewer = await given.member({ society, role: "reviewer" });
  const editor = await given.member({ society, role: "editor" });
  const [learner, slow] = [await given.person({ certificateName: "Lena Lerner" }), await given.person()];
  const publicPath = "/en/tracks/size-before-age";

  await test.step("an admin invites an author", async () => {
    await signIn(await given.member({ society, role: "admin" }));
    await invite(page, society.slug, author, inbox, signIn);
  });
  const track = await test.step("the author builds the track from nothing", async () => {
    const path = await buildOutline(page, society.slug);
    await fillSettings(page, path);
    await writeLessons(page, path);
    await writeQuestion(page, society.slug);
    await writeQuiz(page, path);
    await tab(page, "Checks").click();
    await shot(page, "checks");
    await expect(page.getByText("Nothing stops a publication.")).toBeVisible();
    return path;
  });
  await test.step("a reviewer comments, the author answers, the reviewer approves", () =>
    review(page, track, { author, reviewer }, signIn));
  await test.step("an editor publishes", async () => {
    await signIn(editor);
    await publish(page, track, 1);
  });

  await test.step("a learner takes it and has a certificate in the society's name", async () => {
    await signIn(slow);
    await page.goto(publicPath);
    await page.getByRole("button", { name: "Enrol", exact: true }).click();
    await page.getByRole("button", { name: "Done, go to lesson 2" }).click();
    await signIn(learner);
    await learn(page, publicPath, learner);
    const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title }) });
    await expect(async () => {
      await page.reload();
      await expect(row.getByRole("link", { name: /^PDF/ })).toBeVisible({ timeout: 200 });
    }).toPass({ timeout: 5000 });
    await expect(row.getByText("Society for Children’s Imaging").first()).toBeVisible();
  });

  await test.step("edition 2 comes while another learner is in the middle, who moves to it and keeps the work", async () => {
    await signIn(author);
    await page.goto(`${track}/lessons/growing-tissue`);
    await page.getByLabel("Minutes", { exact: true }).fill("6");
    await page.getByRole("button", { name: "Save the lesson" }).click();
    await page.goto(`${track}/review`);
    await page.getByRole("button", { name: "Ask for a review now" }).click();
    await approve(page, track, reviewer, signIn);
    await signIn(editor);
    await publish(page, track, 2);
    await signIn(slow);
    await page.goto(publicPath);
    await page.locator(".edition-offer summary").click();
    await expect(page.getByText("More on size.")).toBeVisible();
    await page.locator(".edition-offer").getByRole("button").click();
    await page.goto(publicPath);
    await expect(page.getByText("1 of 4 lessons done").first()).toBeVisible();
    await signIn(learner);
    await page.goto("/my/certificates");
    await expect(page.getByText("Active")).toBeVisible();
  });
});
