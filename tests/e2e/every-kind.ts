import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import type { Question } from "../../quizzes/engine/model";
import type { Given } from "../support/given";
import type { EditionWish } from "../support/given-edition";
import { expect } from "./fixtures";

const folder = path.resolve("quizzes/banks/every-kind");

/** The shipped bank with at least one question of each kind, in the order of its file. */
export const everyKind: readonly Question[] =
  // The bank's own test parses it.
  (JSON.parse(readFileSync(path.join(folder, "bank.json"), "utf8")) as { questions: Question[] }).questions;

/** Somebody who is enrolled in a published track whose quiz asks every question of the bank, in the bank's order. */
export async function enrolledInEveryKind(given: Given, quiz: EditionWish["quiz"] = {}) {
  const { prepareQuestionPicture, storeQuestionPicture } = await import("../../app/media/question-pictures.server");
  const { transact } = await import("../../app/platform/db.server");
  const names = new Set(everyKind.flatMap((question) => ("picture" in question ? [question.picture.name] : [])));
  for (const name of names) {
    const prepared = prepareQuestionPicture(readFileSync(path.join(folder, "pictures", name)));
    if (!prepared.ok) throw new Error(prepared.reason);
    await transact((tx) => storeQuestionPicture(tx, prepared.picture, new Date()));
  }
  const asked = { fixed: everyKind.map(({ id }) => id), attempts: null, ...quiz };
  const { person, edition } = await given.enrolled({ questions: everyKind, quiz: asked });
  return { person, quiz: `/learn/${edition.track.slug}/quiz` };
}

/** The counted answers of a person's latest sitting, as the database has them. */
export async function storedAnswers(personId: string): Promise<Record<string, unknown>> {
  const { db } = await import("../../app/platform/db.server");
  const { readAnswers } = await import("../../app/assessments/sitting-store.server");
  const { id } = await db.sitting.findFirstOrThrow({ where: { personId }, orderBy: { number: "desc" } });
  return Object.fromEntries(readAnswers(id).counted);
}

/** The page says that it saved, and the database has the answer. */
export async function expectSaved(page: Page, personId: string, questionId: string): Promise<void> {
  await expect
    .poll(() => storedAnswers(personId), { message: `the answer to ${questionId}` })
    .toHaveProperty(questionId);
  await expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/)).toBeVisible();
}
