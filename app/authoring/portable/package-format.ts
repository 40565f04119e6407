import { z } from "zod";

/**
 * A track as a zip: the files of a folder under `prisma/seed/tracks` with its bank beside them.
 *
 *     manifest.json                what this is, and what the file could not hold
 *     README.txt                   the same for people
 *     track.json                   structure
 *     text.<language>.json         texts
 *     lessons/<id>.<language>.md   reading lessons
 *     drawings/<name>.svg
 *     bank/bank.json, bank/bank.<language>.json
 *     pictures/<sha256>.<ending>   pictures of questions
 *     lesson-pictures/<hash>-<width>x<height>.webp
 *     <media>/media.json, captions.<language>.vtt, chapters.<language>.vtt, and with the video poster.webp, webinar.mp4
 */
export const packageFormat = "stepwedge-track";

const LossSchema = z.strictObject({ file: z.string(), item: z.string(), what: z.string(), why: z.string() });

export const PackageManifest = z.object({
  format: z.literal(packageFormat),
  version: z.literal(1),
  losses: z.array(LossSchema).max(10_000),
});

export const MediaFacts = z.strictObject({
  durationMs: z.int().positive(),
  bytes: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type MediaFacts = z.infer<typeof MediaFacts>;

/** An uploaded track; larger recordings go another way. */
export const largestPackage = 128 * 1024 * 1024;

export const readme = `This file holds a course track of the Stepwedge learning platform, as a folder of plain texts.

track.json           structure: modules, lessons, outcomes, references, authors
text.<language>.json titles, summaries, disclosures and labels, one file a language
lessons/             reading lessons as Markdown
drawings/            drawings as SVG; {{key}} stands where a label goes
bank/                the questions with their answers, and their translations
pictures/            pictures of the questions
lesson-pictures/     pictures of the lessons
manifest.json        what this file could not hold, under "losses"

A folder named like a recording holds its captions and chapters, and the video where it was asked for.
Import it under "Import a track" of a society: it becomes a new track and overwrites nothing.
`;
