import type { Question } from "../../../quizzes/engine/model";
import type { Transaction } from "../../platform/db.server";
import { freezeQuestion } from "./freeze-question.server";

export interface RevisionToAdd {
  readonly bankSlug: string;
  readonly questionId: string;
  readonly question: Question;
  /** Every revision that is there. */
  readonly revisions: readonly { readonly number: number; readonly hash: string }[];
  readonly byPersonId: string;
  readonly now: Date;
}

/**
 * Makes this text the latest revision. Where an earlier revision is the very same text, there can't be a second row of
 * it: that row keeps its id and its content, and only its place in the order moves to the front.
 * @returns the latest revision's number
 */
export async function addRevision(tx: Transaction, add: RevisionToAdd): Promise<number> {
  const { questionId, revisions } = add;
  const { content, hash, revisionId } = freezeQuestion(add.bankSlug, add.question);
  const number = Math.max(0, ...revisions.map((revision) => revision.number)) + 1;
  const same = revisions.find((revision) => revision.hash === hash);
  if (same === undefined) {
    const { now: createdAt, byPersonId } = add;
    await tx.questionRevision.create({
      data: { id: revisionId, questionId, number, hash, content, createdAt, byPersonId },
    });
  } else {
    const where = { questionId_number: { questionId, number: same.number } };
    await tx.questionRevision.update({ where, data: { number } });
  }
  return number;
}
