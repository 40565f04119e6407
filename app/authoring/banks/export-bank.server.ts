import { exportQuestions } from "../../../quizzes/formats/export-questions";
import type { Exported } from "../../../quizzes/formats/imported";
import { getQuestion } from "../../assessments/question-store.server";
import { findQuestionPicture } from "../../media/question-pictures.server";
import { statement } from "../../platform/db.server";
import type { BankExportFormat } from "./export-formats";
import { findBank } from "./find-bank.server";

export interface ExportedBank extends Exported {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly questions: number;
}

const revisionsInUse = statement<[string], { id: string }>(`
  SELECT r.id FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
     AND r.number = (SELECT max(l.number) FROM QuestionRevision l WHERE l.questionId = q.id)
   WHERE q.bankId = ? AND q.retiredAt IS NULL ORDER BY q.key`);

/** The bank's questions in use, by their latest revisions, as a file; null where this society has no such bank. */
export async function exportBank(input: {
  societyId: string;
  bankSlug: string;
  format: BankExportFormat;
}): Promise<ExportedBank | null> {
  const bank = findBank(input.societyId, input.bankSlug);
  if (bank === null) return null;
  const questions = revisionsInUse.all(bank.id).map(({ id }) => getQuestion(id));
  const pictures = new Map<string, Uint8Array>();
  for (const name of JSON.stringify(questions).match(/\b[0-9a-f]{64}\.(?:png|jpg|gif|webp)\b/g) ?? []) {
    const picture = pictures.has(name) ? null : findQuestionPicture(name);
    if (picture !== null) pictures.set(name, picture.bytes);
  }
  const exported = await exportQuestions(questions, input.format, pictures);
  return { ...exported, bank: { slug: bank.slug, title: bank.title }, questions: questions.length };
}
