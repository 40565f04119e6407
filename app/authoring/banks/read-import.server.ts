import type { Imported, Loss } from "../../../quizzes/formats/imported";
import { importQuestions } from "../../../quizzes/formats/import-questions";
import type { Question } from "../../../quizzes/engine/model";
import { prepareQuestionPicture, type QuestionPicture } from "../../media/question-pictures.server";
import { db } from "../../platform/db.server";
import { freezeQuestion } from "./freeze-question.server";
import { isImportFormat, mostImportQuestions } from "./import-formats";
import { type OnClash, planImport, type PlannedQuestion } from "./plan-import";
import type { KeptUpload } from "./upload-store.server";

export interface ReadImport {
  /** In the order of the file. */
  readonly plan: readonly PlannedQuestion[];
  readonly losses: readonly Loss[];
  /** Ready to be stored, under the names that the questions use. */
  readonly pictures: readonly QuestionPicture[];
  /** Why nothing of the file was taken, as a sentence. */
  readonly refused: string | null;
}

/** Reads a kept file and says what an import of it would do. Writes nothing. */
export async function readImport(input: {
  bank: { readonly id: string; readonly slug: string };
  upload: KeptUpload;
  onClash: OnClash;
}): Promise<ReadImport> {
  const { bytes, fileName, format } = input.upload;
  const read = await importQuestions(bytes, { fileName, ...(isImportFormat(format) ? { format } : {}) });
  if (read.questions.length > mostImportQuestions) {
    const sentence = `The file holds ${String(read.questions.length)} questions; one import takes ${String(mostImportQuestions)}.`;
    return { plan: [], losses: read.losses, pictures: [], refused: sentence };
  }
  const { questions, losses, pictures } = withStoredPictures(read, fileName);
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
  return { plan, losses, pictures, refused: read.refused ?? null };
}

/** Metadata of pictures isn't kept, so their hashes change; questions then name them as they are stored. */
function withStoredPictures(
  read: Imported,
  file: string,
): Pick<ReadImport, "losses" | "pictures"> & { questions: Question[] } {
  const names = new Map<string, string>();
  const pictures: QuestionPicture[] = [];
  const losses = [...read.losses];
  for (const [name, bytes] of read.pictures) {
    const prepared = prepareQuestionPicture(bytes);
    if (prepared.ok) {
      pictures.push(prepared.picture);
      names.set(name, prepared.picture.name);
    } else
      losses.push({ file, item: "", what: `the picture ${name.slice(0, 12)}…`, why: pictureWords[prepared.reason] });
  }
  const renamed = (text: string) =>
    text.replace(/\b[0-9a-f]{64}\.(?:png|jpg|gif|webp)\b/g, (name) => names.get(name) ?? name);
  // Only names of pictures change, each into another name of a picture.
  const questions = read.questions.map((question) => JSON.parse(renamed(JSON.stringify(question))) as Question);
  return { questions, losses, pictures };
}

const pictureWords = {
  "not-a-picture": "It is not a PNG, JPEG, GIF or WebP file.",
  "too-large": "It is larger than 8 MB.",
  "too-many-pixels": "It has more than 8,000 pixels on a side.",
  unreadable: "It can't be read to its end.",
} as const;

/** Key -> hash of the latest revision, for every question of a bank. */
async function latestHashes(bankId: string): Promise<Map<string, string>> {
  const rows = await db.question.findMany({
    where: { bankId },
    select: { key: true, revisions: { orderBy: { number: "desc" }, take: 1, select: { hash: true } } },
  });
  return new Map(rows.map(({ key, revisions }) => [key, revisions[0]?.hash ?? ""]));
}
