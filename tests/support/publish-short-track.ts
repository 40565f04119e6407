/** A command: publishes the short track into the database of DATA_DIR, beside a server that may be running on it. */
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { publishEdition } from "../../app/authoring/publish-edition.server";
import { inEnglish } from "../../app/authoring/say-finding.server";
import { importRecording } from "../../app/media/import-recording.server";
import { closeDatabase, db } from "../../app/platform/db.server";
import { sha256 } from "../../app/platform/ids.server";
import { smallTrack } from "./small-track";

// Made once with ffmpeg: 20 s of a test picture and a hum, short enough to be watched to its end in a test.
const videoFile = path.resolve("tests/support/short-recording.mp4");
const posterFile = path.resolve("prisma/seed/introduction/poster.webp");
const durationMs = 20_000;

const vtt = (...cues: readonly (readonly [from: string, to: string, text: string])[]) =>
  ["WEBVTT", ...cues.map(([from, to, text]) => `00:${from}.000 --> 00:${to}.000\n${text}`)].join("\n\n");
const captions = vtt(["00", "10", "The first ten seconds."], ["10", "20", "The last ten seconds."]);
const chapters = vtt(["00", "10", "Beginning"], ["10", "20", "End"]);

/**
 * Publishes a track that can be learned in a minute, through the same code as the shipped ones: a reading, a recording
 * of 20 seconds, six questions, the evaluation.
 * @throws when the society of the seed is missing or the track can't be published
 */
async function publishShortTrack(now: Date): Promise<void> {
  const society = await db.society.findUniqueOrThrow({ where: { slug: smallTrack.file.society } });
  const imported = await importRecording({
    name: "short-recording",
    title: "A short recording",
    videoFile,
    posterFile,
    durationMs,
    bytes: (await stat(videoFile)).size,
    sha256: sha256(await readFile(videoFile)),
    width: 320,
    height: 180,
    audience: "enrolled",
    texts: ["en", "de"].flatMap((language) => [
      { kind: "captions" as const, language, vtt: captions },
      { kind: "chapters" as const, language, vtt: chapters },
    ]),
    now,
  });
  if (!imported.ok) throw new Error(`The short recording was not imported: ${imported.reason}`);
  const media = { recording: { assetId: imported.assetId, durationMs } };
  const published = await publishEdition({ ...smallTrack, media, societyId: society.id, now });
  if (!published.ok && published.reason === "problems") throw new Error(published.problems.map(inEnglish).join("\n"));
}

await publishShortTrack(new Date());
await closeDatabase();
