import { ImportRefused, type Loss } from "../../../quizzes/formats/imported";
import {
  findLessonPicture,
  type LessonPicture,
  prepareLessonPicture,
  storeLessonPicture,
} from "../../media/lesson-pictures.server";
import {
  findQuestionPicture,
  prepareQuestionPicture,
  type QuestionPicture,
  storeQuestionPicture,
} from "../../media/question-pictures.server";
import type { Transaction } from "../../platform/db.server";
import type { PublicationSource } from "../publication";
import type { TrackPackage } from "./read-package.server";

const questionPicture = /\b[0-9a-f]{64}\.(?:png|jpg|gif|webp)\b/g;
const lessonPicture = /\b[0-9a-f]{40}-\d{1,5}x\d{1,5}\.webp\b/g;

type File = readonly [name: string, bytes: Uint8Array];

/** The pictures that a track shows in its questions and lessons, as files. */
export function packPictures({ bank, lessons }: Pick<PublicationSource, "bank" | "lessons">): {
  files: File[];
  losses: Loss[];
} {
  const found = [
    ...namesIn(bank.questions, questionPicture).map((name) => ({
      file: `pictures/${name}`,
      bytes: findQuestionPicture(name)?.bytes ?? null,
    })),
    ...namesIn(lessons, lessonPicture).map((name) => ({
      file: `lesson-pictures/${name}`,
      bytes: findLessonPicture(name, 0),
    })),
  ];
  return {
    files: found.flatMap(({ file, bytes }): File[] => (bytes === null ? [] : [[file, new Uint8Array(bytes)]])),
    losses: found
      .filter(({ bytes }) => bytes === null)
      .map(({ file }) => ({
        file,
        item: file.replace(/^.*\//, ""),
        what: "a picture",
        why: "it isn't stored here",
      })),
  };
}

function namesIn(value: object, name: RegExp): string[] {
  return [...new Set(JSON.stringify(value).match(name) ?? [])];
}

/** Pictures of a package, ready to be stored, and the texts that call them by the names that they have here. */
export interface CarriedPictures {
  readonly bank: TrackPackage["bank"];
  readonly lessons: TrackPackage["lessons"];
  readonly questionPictures: readonly QuestionPicture[];
  readonly lessonPictures: readonly LessonPicture[];
  readonly losses: readonly Loss[];
}

/** Reads every picture anew, like an upload. Metadata isn't kept, so a picture may get another name. */
export async function preparePictures(track: TrackPackage): Promise<CarriedPictures> {
  const questions = [...track.pictures].map(([name, bytes]) => {
    const prepared = prepareQuestionPicture(bytes);
    return { name, picture: prepared.ok ? prepared.picture : refuse(`pictures/${name}`, prepared.reason) };
  });
  const lessons: { name: string; picture: LessonPicture }[] = [];
  for (const [name, bytes] of track.lessonPictures) {
    if (isHere(name, bytes)) continue;
    const prepared = await prepareLessonPicture(bytes);
    const picture = prepared.ok ? prepared.picture : refuse(`lesson-pictures/${name}`, prepared.reason);
    lessons.push({ name, picture });
  }
  const inQuestions = renamed(track.bank, questionPicture, {
    ...{ names: namesOf(questions), isHere: (name) => findQuestionPicture(name) !== null },
    loss: (name) => ({ file: `pictures/${name}`, why: "a question shows it, but the file doesn't hold it" }),
  });
  const inLessons = renamed(track.lessons, lessonPicture, {
    ...{ names: namesOf(lessons), isHere: (name) => findLessonPicture(name, 0) !== null },
    loss: (name) => ({ file: `lesson-pictures/${name}`, why: "a lesson shows it, but the file doesn't hold it" }),
  });
  return {
    bank: inQuestions.value,
    lessons: inLessons.value,
    questionPictures: questions.map(({ picture }) => picture),
    lessonPictures: lessons.map(({ picture }) => picture),
    losses: [...inQuestions.losses, ...inLessons.losses],
  };
}

/** A picture of the same name and content stays as it is: reading it anew would only make it coarser. */
function isHere(name: string, bytes: Uint8Array): boolean {
  const stored = findLessonPicture(name, 0);
  return stored !== null && Buffer.compare(stored, bytes) === 0;
}

function refuse(file: string, reason: string): never {
  throw new ImportRefused(`"${file}" can't be taken: it is ${reason.replaceAll("-", " ")}.`);
}

const namesOf = (pictures: readonly { name: string; picture: { readonly name: string } }[]) =>
  new Map(pictures.map(({ name, picture }) => [name, picture.name]));

interface Renaming {
  readonly names: ReadonlyMap<string, string>;
  readonly isHere: (name: string) => boolean;
  readonly loss: (name: string) => Pick<Loss, "file" | "why">;
}

function renamed<T>(value: T, pattern: RegExp, { names, isHere, loss }: Renaming): { value: T; losses: Loss[] } {
  const lost = new Map<string, Loss>();
  const text = JSON.stringify(value).replace(pattern, (name) => {
    const known = names.get(name);
    if (known === undefined && !isHere(name)) lost.set(name, { ...loss(name), item: name, what: "a picture" });
    return known ?? name;
  });
  // Only names of pictures change, each into another name of a picture.
  return { value: JSON.parse(text) as T, losses: [...lost.values()] };
}

export async function storePictures(
  tx: Transaction,
  { questionPictures, lessonPictures }: Pick<CarriedPictures, "questionPictures" | "lessonPictures">,
  now: Date,
): Promise<void> {
  for (const picture of questionPictures) await storeQuestionPicture(tx, picture, now);
  for (const picture of lessonPictures) await storeLessonPicture(tx, picture, now);
}
