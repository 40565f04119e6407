import type { Question } from "../../quizzes/engine/model";
import { freezeQuestion } from "../../app/authoring/banks/freeze-question.server";
import { transact } from "../../app/platform/db.server";
import { newId } from "../../app/platform/ids.server";
import type { Given } from "./given";
import { sixQuestions } from "./questions";

/** A society with a bank of these questions, each in its first revision. */
export async function givenBank(given: Given, questions: readonly Question[] = sixQuestions) {
  const society = await given.society();
  const bank = { id: newId(), slug: `bank-${newId()}`, title: "A bank", societyId: society.id };
  const createdAt = new Date("2026-03-01T09:00:00.000Z");
  await transact(async (tx) => {
    await tx.bank.create({ data: bank });
    for (const question of questions) {
      const questionId = newId();
      const { content, hash, revisionId } = freezeQuestion(bank.slug, question);
      await tx.question.create({ data: { id: questionId, bankId: bank.id, key: question.id } });
      await tx.questionRevision.create({
        data: { id: revisionId, questionId, number: 1, hash, content, createdAt, byPersonId: null },
      });
    }
  });
  return { society, bank };
}
