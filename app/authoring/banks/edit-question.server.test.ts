import { expect } from "vitest";
import { dbTest } from "../../../tests/support/db-test";
import { givenBank } from "../../../tests/support/given-bank";
import { sixQuestions } from "../../../tests/support/questions";
import { editQuestion } from "./edit-question.server";
import { formOf } from "./question-form";

dbTest("a revision that an older rule let pass can still be compared with", async ({ given, now }) => {
  const numeric = sixQuestions.find((question) => question.kind === "numeric");
  if (numeric?.kind !== "numeric") throw new Error("no number");
  const exact = { ...numeric, key: { ...numeric.key, tolerance: { absolute: 0 } } };
  const { society, bank } = await givenBank(given, [exact]);
  const typed = { ...formOf({ ...numeric, stem: "Another stem" }), base: "0", intent: "save" };
  const edit = { societyId: society.id, bankSlug: bank.slug, key: numeric.id, kind: "numeric", file: null } as const;
  expect(await editQuestion({ ...edit, typed, byPersonId: "x", now })).toMatchObject({
    done: false,
    conflict: { number: 1 },
  });
});
