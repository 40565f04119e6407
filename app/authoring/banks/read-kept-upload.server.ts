import type { Imported } from "../../../quizzes/formats/imported";
import { importQuestions } from "../../../quizzes/formats/import-questions";
import type { Question } from "../../../quizzes/engine/model";
import { prepareQuestionPicture, type QuestionPicture } from "../../media/question-pictures.server";
import { isImportFormat, mostImportQuestions } from "./import-formats";
import { findReading, keepReading, type KeptUpload, type Reading } from "./upload-store.server";

/** What stands in a kept file. */
export interface ReadUpload extends Reading {
  /** Ready to be stored, under the names that the questions use. */
  readonly pictures: readonly QuestionPicture[];
}

export const pictureNames = /\b[0-9a-f]{64}\.(?:png|jpg|gif|webp)\b/g;

/** Reads a kept file: once, then what was read is kept beside it until the file goes. */
export async function readUpload(upload: KeptUpload): Promise<ReadUpload> {
  const kept = findReading(upload.id);
  if (kept !== null) return { ...kept.said, pictures: prepared(kept.pictures) };
  const { bytes, fileName, format } = upload;
  const read = await importQuestions(bytes, { fileName, ...(isImportFormat(format) ? { format } : {}) });
  const reading = withinBounds(read, fileName);
  const { pictures, ...said } = reading;
  keepReading(upload.id, said, pictures);
  return reading;
}

function prepared(files: readonly Uint8Array[]): QuestionPicture[] {
  return files.flatMap((bytes) => {
    const again = prepareQuestionPicture(bytes);
    return again.ok ? [again.picture] : [];
  });
}

function withinBounds(read: Imported, fileName: string): ReadUpload {
  if (read.questions.length <= mostImportQuestions)
    return { ...withStoredPictures(read, fileName), refused: read.refused ?? null };
  const sentence = `The file holds ${String(read.questions.length)} questions; one import takes ${String(mostImportQuestions)}.`;
  return { questions: [], losses: read.losses, pictures: [], refused: sentence };
}

/** Metadata of pictures isn't kept, so their hashes change; questions then name them as they are stored. */
function withStoredPictures(read: Imported, file: string): Omit<ReadUpload, "refused"> {
  const names = new Map<string, string>();
  const pictures: QuestionPicture[] = [];
  const losses = [...read.losses];
  for (const [name, bytes] of read.pictures) {
    const ready = prepareQuestionPicture(bytes);
    if (ready.ok) {
      pictures.push(ready.picture);
      names.set(name, ready.picture.name);
      continue;
    }
    const loss = { what: `the picture ${name.slice(0, 12)}…`, why: pictureWords[ready.reason] };
    for (const { id } of read.questions.filter((question) => JSON.stringify(question).includes(name)))
      losses.push({ file, item: id, ...loss });
  }
  const renamed = (text: string) => text.replace(pictureNames, (name) => names.get(name) ?? name);
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
