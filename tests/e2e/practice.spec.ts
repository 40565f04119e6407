import { expect, test } from "./fixtures";

/** Practice beside a quiz and the refresher: immediate feedback, nothing on the record. */

test("a quiz is practised after an attempt, and what is due stands on My learning", async ({
  page,
  given,
  signIn,
  expectAccessible,
}) => {
  const { handInQuiz } = await import("../../app/courses/hand-in-quiz.server");
  const { startQuiz } = await import("../../app/courses/start-quiz.server");
  const { person, edition } = await given.enrolled();
  const quiz = `/learn/${edition.track.slug}/quiz`;
  const sitting = { personId: person.id, trackSlug: edition.track.slug, lessonId: "quiz", now: new Date() };
  await signIn(person);
  await page.goto(quiz);
  await expect(page.getByText("Once you have seen the explanations of an attempt")).toBeVisible();
  await startQuiz({ ...sitting, confirmsIdentity: true });
  await page.goto(`${quiz}/practice`);
  await expect(page.getByText("An attempt of yours is running.")).toBeVisible();
  await handInQuiz({ ...sitting, number: 1 });

  await page.goto(quiz);
  await page.getByRole("link", { name: "Practise the questions" }).click();
  await expect(page.getByText("6 of 6 questions are left for today.")).toBeVisible();
  await page.getByRole("radio", { name: "Option b" }).check();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Check the answer" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Not right, or not all of it/);
  await expect(page.getByText("Explanation of one-of-three")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Next question (6 left)" }).click();
  await page.getByRole("checkbox", { name: "Option a" }).check();
  await page.getByRole("checkbox", { name: "Option b" }).check();
  await page.getByRole("button", { name: "Check the answer" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Right\./);
  await expect(page.getByRole("link", { name: "Next question (5 left)" })).toBeVisible();

  // Both answers were reviews of questions that were due: the attempt had missed all six.
  await page.goto("/my");
  await expect(page.getByText("4 questions are due today.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Open the refresher" }).click();
  await expect(page.getByText("4 questions are left for today.")).toBeVisible();
  for (let left = 3; left >= 0; left--) {
    await page.getByRole("button", { name: "Show the answer" }).click();
    await page.getByRole("link", { name: left > 0 ? `Next question (${String(left)} left)` : "Finish" }).click();
  }
  await expect(page.getByText(/^Nothing is due until/)).toBeVisible();
  await expect(page.getByText("4 questions done today.")).toBeVisible();
  await expectAccessible(page);
});
