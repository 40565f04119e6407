import type { Question } from "../../../quizzes/engine/model";
import type { Transaction } from "../../platform/db.server";
import { sha256 } from "../../platform/ids.server";
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
 * Makes this text the latest revision, always as a new row: revisions are never changed. Where an earlier revision is
 * the very same text, the new row's id follows from its number as well.
 * @returns the latest revision's number
 */
export async function addRevision(tx: Transaction, add: RevisionToAdd): Promise<number> {
  const { questionId, revisions, now: createdAt, byPersonId } = add;
  const number = Math.max(0, ...revisions.map((revision) => revision.number)) + 1;
  const frozen = freezeQuestion(add.bankSlug, add.question);
  const { content, hash } = frozen;
  const isRestored = revisions.some((revision) => revision.hash === hash);
  const id = isRestored ? sha256(`${frozen.revisionId}/${String(number)}`).slice(0, 25) : frozen.revisionId;
  await tx.questionRevision.create({ data: { id, questionId, number, hash, content, createdAt, byPersonId } });
  return number;
}
