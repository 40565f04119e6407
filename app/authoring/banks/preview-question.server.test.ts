import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { BankSchema } from "../../../quizzes/bank-schema";
import { present } from "../../../quizzes/engine/present";
import { showQuestion } from "../../assessments/show-question.server";
import { dbTest } from "../../../tests/support/db-test";
import { givenBank } from "../../../tests/support/given-bank";
import { previewQuestion } from "./preview-question.server";
import { tryQuestion } from "./try-question.server";

const { questions } = BankSchema.parse(JSON.parse(readFileSync("quizzes/banks/every-kind/bank.json", "utf8")));
const calculated = questions.find(({ kind }) => kind === "calculated");
if (calculated === undefined) throw new Error("The bank has every kind");
const words = { true: "True", false: "False" };

test.each(questions)("an author sees a $kind question as a sitting shows it", (question) => {
  expect(previewQuestion(question).shown).toEqual(showQuestion(present(question, null, [])));
});

test("another draw asks a calculated question with other numbers, and the key goes with them", () => {
  const [first, second] = [previewQuestion(calculated, 1), previewQuestion(calculated, 2)];
  expect(first.numbers?.values).not.toEqual(second.numbers?.values);
  for (const { numbers, shown } of [first, second])
    for (const { text } of numbers?.values ?? []) expect(shown.stem).toContain(text);
  expect(first.numbers?.key).not.toBe(second.numbers?.key);
});

dbTest("a trial answer is marked with the numbers that were shown, and keeps nothing", async ({ db, given }) => {
  const { society, bank } = await givenBank(given, [calculated]);
  const place = { societyId: society.id, bankSlug: bank.slug, key: calculated.id, number: null, words };
  const { numbers } = previewQuestion(calculated, 2);
  const response = { kind: "numeric", text: String(numbers?.key), unit: numbers?.unit ?? "" } as const;
  expect(await tryQuestion({ ...place, draw: 2, response })).toMatchObject({
    ok: true,
    explained: { outcome: "right", score: 100, numeric: { key: String(numbers?.key) } },
  });
  expect(await tryQuestion({ ...place, draw: 3, response })).not.toMatchObject({ explained: { outcome: "right" } });
  expect(await tryQuestion({ ...place, draw: 1, response: { kind: "single", option: "a" } })).toEqual({
    ok: false,
    reason: "not-an-answer",
  });
  const elsewhere = { ...place, societyId: (await given.society()).id };
  expect(await tryQuestion({ ...elsewhere, draw: 1, response })).toEqual({ ok: false, reason: "not-there" });
  expect(await db.answerEvent.count()).toBe(0);
});
