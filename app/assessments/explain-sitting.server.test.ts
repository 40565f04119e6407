import { expect } from "vitest";
import type { Response } from "../../quizzes/engine/model";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenSitting, rightAnswers, secondsAfter } from "../../tests/support/given-sitting";
import type { EditionWish } from "../../tests/support/given-edition";
import { handIn } from "./end-sitting.server";
import type { ExplainedQuestion } from "./explain-question.server";
import { explainSitting } from "./explain-sitting.server";
import type { QuestionTexts } from "./question-store.server";
import { hot } from "../platform/db.server";

const words = { true: "True", false: "False" };

/** Answers, hands in and explains one question, in the shape of the six that every edition has. */
async function explain(
  context: DbTestContext,
  questionId: keyof typeof rightAnswers,
  response: Response | null,
  wish: { texts?: QuestionTexts; quiz?: EditionWish["quiz"] } = {},
): Promise<ExplainedQuestion> {
  const given = await givenSitting(context, { quiz: { fixed: [questionId], ...wish.quiz }, texts: wish.texts });
  if (response !== null) await given.answer(questionId, response);
  const ended = await hot((connection) => handIn(connection, { ...given, number: 1, now: context.now }));
  if (!ended.ok) throw new Error("The sitting is there");
  const [question] = explainSitting(ended.sitting, words).questions;
  if (question === undefined) throw new Error("The paper has one question");
  return question;
}

dbTest("a choice shows what was picked, the key and a reason for each option", async (context) => {
  const question = await explain(context, "one-of-three", { kind: "single", option: "b" });
  expect(question).toMatchObject({
    number: 1,
    kind: "single",
    outcome: "wrong",
    score: 0,
    max: 100,
    lessonId: "reading",
    isLate: false,
  });
  expect(question.stem).toContain("Stem of one-of-three");
  expect(question.explanation).toContain("Explanation of one-of-three");
  expect(question.source).toEqual({ cite: "A source", year: 2020 });
  expect(question.rows).toEqual([
    { id: "a", text: "Option a", why: "Why a", isKey: true, isPicked: false },
    { id: "b", text: "Option b", why: "Why b", isKey: false, isPicked: true },
    { id: "c", text: "Option c", why: "Why c", isKey: false, isPicked: false },
  ]);
});

dbTest("several choices show each tick and each one that was missed", async (context) => {
  const question = await explain(context, "two-of-four", { kind: "multiple", options: ["a"] });
  expect(question).toMatchObject({ outcome: "partly", score: 50 });
  expect(question.rows.map(({ id, isKey, isPicked }) => ({ id, isKey, isPicked }))).toEqual([
    { id: "a", isKey: true, isPicked: true },
    { id: "b", isKey: true, isPicked: false },
    { id: "c", isKey: false, isPicked: false },
    { id: "d", isKey: false, isPicked: false },
  ]);
});

dbTest("a statement is explained both ways, in the reader's words", async (context) => {
  const question = await explain(context, "a-statement", { kind: "true-false", value: false });
  expect(question.rows).toEqual([
    { id: "true", text: "True", why: "Why it holds", isKey: true, isPicked: false },
    { id: "false", text: "False", why: "Why it holds all the same", isKey: false, isPicked: true },
  ]);
});

dbTest("a number shows what was typed, the key and the mistake that it betrays", async (context) => {
  const wrong = await explain(context, "a-number", { kind: "numeric", text: "42", unit: "mGy·cm" });
  expect(wrong.numeric).toEqual({
    typed: "42",
    unit: "mGy·cm",
    status: "out-of-tolerance",
    key: "420",
    keyUnit: "mGy·cm",
    mistake: "A factor of ten",
  });
  const unreadable = await explain(context, "a-number", { kind: "numeric", text: "<b>many</b>", unit: "mGy·cm" });
  expect(unreadable.numeric).toMatchObject({ typed: "<b>many</b>", status: "unreadable", mistake: null });
  const otherUnit = await explain(context, "a-number", { kind: "numeric", text: "420", unit: "mGy" });
  expect(otherUnit.numeric).toMatchObject({ status: "wrong-dimension" });
  const right = await explain(context, "a-number", { kind: "numeric", text: "420,5", unit: "mGy·cm" });
  expect(right).toMatchObject({ outcome: "right", numeric: { status: "right", mistake: null } });
});

dbTest("pairs show the chosen partner beside the right one", async (context) => {
  const question = await explain(context, "three-pairs", { kind: "matching", pairs: { l1: "r1", l2: "r4" } });
  expect(question.score).toBe(33);
  expect(question.pairs).toEqual([
    { left: "Label l1", picked: "Label r1", key: "Label r1", right: true },
    { left: "Label l2", picked: "Label r4", key: "Label r2", right: false },
    { left: "Label l3", picked: null, key: "Label r3", right: false },
  ]);
});

dbTest("an order shows each place as it was and as it should be", async (context) => {
  const question = await explain(context, "three-steps", { kind: "ordering", order: ["s2", "s3", "s1"] });
  expect(question).toMatchObject({ outcome: "partly", score: 50 });
  expect(question.order).toEqual([
    { item: "Label s2", key: "Label s1", right: false },
    { item: "Label s3", key: "Label s2", right: false },
    { item: "Label s1", key: "Label s3", right: false },
  ]);
});

dbTest("every kind is explained when it was left open, and right when it was answered right", async (context) => {
  for (const [questionId, response] of Object.entries(rightAnswers)) {
    // The entries are those of the record.
    const id = questionId as keyof typeof rightAnswers;
    expect(await explain(context, id, null)).toMatchObject({ id, outcome: "open", score: 0, max: 100 });
    expect(await explain(context, id, response)).toMatchObject({ id, outcome: "right", score: 100, max: 100 });
  }
});

dbTest("options are explained in the order in which they were shown", async (context) => {
  const given = await givenSitting(context, { quiz: { fixed: ["two-of-four"], shuffleOptions: true } });
  const ended = await hot((connection) => handIn(connection, { ...given, number: 1, now: context.now }));
  if (!ended.ok) throw new Error("The sitting is there");
  const { sitting } = ended;
  const [question] = explainSitting(sitting, words).questions;
  expect(question?.rows.map(({ id }) => id)).toEqual(sitting.paper.items[0]?.optionOrder);
});

dbTest("texts come in the language of the sitting, and as safe HTML", async (context) => {
  const text = {
    stem: "Stamm mit <script>alert(1)</script> und **fett**",
    explanation: "Erklärung",
    options: { a: { text: "Wahl a", why: "Weil a" } },
  };
  const question = await explain(context, "one-of-three", null, { texts: { "one-of-three": text } });
  expect(question.stem).toContain("<strong>fett</strong>");
  expect(question.stem).not.toContain("<script");
  expect(question.explanation).toContain("Erklärung");
  expect(question.rows[0]).toMatchObject({ text: "Wahl a", why: "Weil a" });
  expect(question.rows[1]).toMatchObject({ text: "Option b", why: "Why b" });
});

dbTest("a late answer is shown as late, beside the one that counts", async (context) => {
  const given = await givenSitting(context, { quiz: { timeLimitMinutes: 10 } });
  await given.answer("one-of-three", rightAnswers["one-of-three"]);
  const late = secondsAfter(context.now, 700);
  await given.answer("one-of-three", { kind: "single", option: "b" }, { now: late });
  const ended = await hot((connection) => handIn(connection, { ...given, number: 1, now: late }));
  if (!ended.ok) throw new Error("The sitting is there");
  const { questions } = explainSitting(ended.sitting, words);
  expect(questions.map(({ isLate }) => isLate)).toEqual([true, false, false, false, false, false]);
  expect(questions[0]?.outcome).toBe("right");
});
