import type { Question } from "../engine/model";

/** Something of a source file that a question of the model can't hold, or that was changed on the way. Nothing is dropped without one. */
export interface Loss {
  /** Name of the file, for a package with the path inside it. */
  readonly file: string;
  /** The question that it concerns, as the source names it; empty for the file as a whole. */
  readonly item: string;
  /** What is lost, in words: "penalty 0.33", "question type pmatch". */
  readonly what: string;
  /** Why the model can't hold it. */
  readonly why: string;
}

/** What an importer returns, whatever the file was. A file that is refused as a whole has no questions and a sentence. */
export interface Imported {
  readonly questions: readonly Question[];
  readonly losses: readonly Loss[];
  /** Pictures that the questions name, by the name in `picture:<name>`. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Why nothing of the file was taken, as a sentence. Absent when the file was read. */
  readonly refused?: string;
}

/** What a writer returns: the file, and what the format can't say. A question that can't be written is left out and reported. */
export interface Exported {
  readonly bytes: Uint8Array;
  readonly losses: readonly Loss[];
}

/** Thrown inside a reader when a file can't be read at all; importers answer it as `refused`. */
export class ImportRefused extends Error {}

/** The answer for a file that is refused as a whole. */
export function refusal(file: string, sentence: string): Imported {
  return {
    questions: [],
    losses: [{ file, item: "", what: "the whole file", why: sentence }],
    pictures: new Map(),
    refused: sentence,
  };
}
