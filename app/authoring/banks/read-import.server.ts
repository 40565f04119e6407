import type { Loss } from "../../../quizzes/formats/imported";
import type { Question } from "../../../quizzes/engine/model";
import { findQuestionPicture, type QuestionPicture } from "../../media/question-pictures.server";
import { db } from "../../platform/db.server";
import { freezeQuestion } from "./freeze-question.server";
import { type OnClash, planImport, type PlannedQuestion } from "./plan-import";
import { pictureNames, readUpload } from "./read-kept-upload.server";
import type { KeptUpload } from "./upload-store.server";

export interface ReadImport {
  /** In the order of the file. */
  readonly plan: readonly PlannedQuestion[];
  readonly losses: readonly Loss[];
  /** Ready to be stored, under the names that the questions use. */
  readonly pictures: readonly QuestionPicture[];
  /** For each question of the plan: it names a picture that can't be stored. */
  readonly lacksPicture: readonly boolean[];
  /** Why nothing of the file was taken, as a sentence. */
  readonly refused: string | null;
}

/** Reads a kept file and says what an import of it would do. Writes nothing. */
export async function readImport(input: {
  bank: { readonly id: string; readonly slug: string };
  upload: KeptUpload;
  onClash: OnClash;
}): Promise<ReadImport> {
  const { questions, losses, pictures, refused } = await readUpload(input.upload);
  const known = await latestHashes(input.bank.id);
  const plan = planImport(
    questions,
    (id) => {
      const hash = known.get(id);
      if (hash === undefined) return undefined;
      return (question) => freezeQuestion(input.bank.slug, question).hash === hash;
    },
    input.onClash,
  );
  const lacking = plan.map(({ question }) => lackedPictures(question, pictures));
  return { plan, losses, pictures, refused, lacksPicture: lacking.map((names) => names.length > 0) };
}

/** Pictures that the question names and that neither come with the file nor are stored already. */
function lackedPictures(question: Question, pictures: readonly QuestionPicture[]): string[] {
  const named = JSON.stringify(question).match(pictureNames) ?? [];
  return named.filter((name) => !pictures.some((kept) => kept.name === name) && findQuestionPicture(name) === null);
}

/** Key -> hash of the latest revision, for every question of a bank. */
async function latestHashes(bankId: string): Promise<Map<string, string>> {
  const rows = await db.question.findMany({
    where: { bankId },
    select: { key: true, revisions: { orderBy: { number: "desc" }, take: 1, select: { hash: true } } },
  });
  return new Map(rows.map(({ key, revisions }) => [key, revisions[0]?.hash ?? ""]));
}
