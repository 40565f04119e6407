import { fileURLToPath } from "node:url";
import type { Question } from "../../quizzes/engine/model";
import { smallTrack } from "../support/small-track";
import { runCommand } from "./run-command";
import type { Site } from "./site";

const publish = fileURLToPath(new URL("../support/publish-short-track.ts", import.meta.url));

export interface ShortTrack {
  readonly slug: string;
  /** In English, as are the lessons' titles. */
  readonly title: string;
  readonly questions: readonly Question[];
}

/**
 * Publishes a track that is learned in a minute on the server of a test: a reading, a recording of 20 seconds, a quiz of
 * six questions, the evaluation. Publishing it again changes nothing.
 */
export async function publishShortTrack(site: Site): Promise<ShortTrack> {
  // Not in this process: Playwright's loader can't read the app's JSON files.
  await runCommand(site, publish);
  const english = smallTrack.texts.find(({ language }) => language === "en");
  return { slug: smallTrack.file.slug, title: english?.title ?? "", questions: smallTrack.bank.questions };
}
