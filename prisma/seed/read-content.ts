import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { PublicationSource } from "../../app/authoring/publication";
import { TrackFile, TrackText } from "../../app/authoring/track-file";
import type { FinishedRecording, MediaTextFile } from "../../app/media/import-recording.server";
import { BankSchema, BankTextSchema } from "../../quizzes/bank-schema";

/** Where the shipped content lies, from the project's root. */
export const contentFolder = "prisma/seed";
export const banksFolder = "quizzes/banks";

/** Something in the content folders that stops the seed, with the file in front. */
export class ContentError extends Error {}

/** @throws ContentError when the file is missing or breaks its schema. */
export function readJson<T>(file: string, schema: z.ZodType<T>): T {
  if (!existsSync(file)) throw new ContentError(`${file} is missing.`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new ContentError(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ContentError(`${file} breaks its schema:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function filesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();
}

/** Name without its ending -> content. */
function readTexts(folder: string, ending: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder, ending).map((name) => [
      name.slice(0, -ending.length),
      readFileSync(path.join(folder, name), "utf8"),
    ]),
  );
}

export function listTrackFolders(content = contentFolder): string[] {
  const tracks = path.join(content, "tracks");
  return readdirSync(tracks)
    .sort()
    .map((name) => path.join(tracks, name))
    .filter((folder) => existsSync(path.join(folder, "track.json")));
}

/** Everything of a track but its recordings, as its folder holds it. @throws ContentError */
export function readTrack(folder: string, banks = banksFolder): Omit<PublicationSource, "media"> {
  const file = readJson(path.join(folder, "track.json"), TrackFile);
  const bankFolder = path.join(banks, file.bank);
  const translated = file.languages.filter((language) => language !== "en");
  return {
    file,
    texts: file.languages.map((language) => readJson(path.join(folder, `text.${language}.json`), TrackText)),
    lessons: readTexts(path.join(folder, "lessons"), ".md"),
    drawings: readTexts(path.join(folder, "drawings"), ".svg"),
    bank: readJson(path.join(bankFolder, "bank.json"), BankSchema),
    bankTexts: translated.map((language) => readJson(path.join(bankFolder, `bank.${language}.json`), BankTextSchema)),
  };
}

const MediaFacts = z.strictObject({
  durationMs: z.int().positive(),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
});

type Recording = Omit<FinishedRecording, "name" | "title" | "audience" | "now">;

/** A finished recording beside its captions and chapters. @throws ContentError */
export function readRecording(folder: string): Recording {
  const videoFile = path.join(folder, "webinar.mp4");
  if (!existsSync(videoFile)) throw new ContentError(`${videoFile} is missing: make it with scripts/make-webinar.`);
  const texts = (["captions", "chapters"] as const).flatMap((kind): MediaTextFile[] =>
    filesIn(folder, ".vtt").flatMap((name) => {
      const language = new RegExp(`^${kind}\\.([a-z]{2})\\.vtt$`).exec(name)?.[1];
      return language === undefined ? [] : [{ kind, language, vtt: readFileSync(path.join(folder, name), "utf8") }];
    }),
  );
  return {
    videoFile,
    posterFile: path.join(folder, "poster.webp"),
    ...readJson(path.join(folder, "media.json"), MediaFacts),
    texts,
  };
}
