import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Question } from "../../quizzes/engine/model";
import { smallTrack } from "../support/small-track";
import type { Site } from "./site";

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
  // In a process of its own, as `npm run seed` is: Playwright's loader can't read the app's JSON files.
  await promisify(execFile)(process.execPath, ["--import", "tsx", "tests/support/publish-short-track.ts"], {
    env: { ...process.env, DATA_DIR: site.dataFolder, NODE_ENV: "test", LOG_LEVEL: "warn" },
  });
  const english = smallTrack.texts.find(({ language }) => language === "en");
  return { slug: smallTrack.file.slug, title: english?.title ?? "", questions: smallTrack.bank.questions };
}
