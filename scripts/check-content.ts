import { existsSync } from "node:fs";
import path from "node:path";
import { freezeLanguage } from "../app/authoring/freeze-edition.server";
import type { PublicationSource, Recording, RecordingLanguages } from "../app/authoring/publication";
import { checkCitations, checkPublication, lessonsOfFile } from "../app/authoring/publish-checks";
import { inEnglish } from "../app/authoring/say-finding.server";
import {
  banksFolder,
  ContentError,
  contentFolder,
  listTrackFolders,
  readRecording,
  readTrack,
} from "../prisma/seed/read-content";
import type { Finding } from "./bank-findings";
import {
  countTrack,
  findDueReview,
  findDuplicates,
  findLessonSlips,
  findShortfalls,
  type RenderedTrack,
  type TrackNumbers,
} from "./content-findings";

/**
 * Checks and counts every shipped track: `tsx scripts/check-content.ts [content folder] [banks folder]`.
 * One line per finding, one table per track; exit 1 when a finding is an error, 2 when a named folder isn't there.
 */

const content = path.resolve(process.argv[2] ?? contentFolder);
const banks = path.resolve(process.argv[3] ?? banksFolder);

interface Recordings {
  readonly media: Record<string, Recording>;
  readonly languages: Record<string, RecordingLanguages>;
}

/** Recordings as the seed would register them, without a database: the folder's name stands for the asset. */
function readRecordings(folder: string, track: Omit<PublicationSource, "media">): Recordings {
  const media: Record<string, Recording> = {};
  const languages: Record<string, RecordingLanguages> = {};
  for (const lesson of lessonsOfFile(track)) {
    if (lesson.kind !== "webinar") continue;
    const { durationMs, texts } = readRecording(path.join(folder, lesson.media));
    const inKind = (kind: string) => texts.filter((text) => text.kind === kind).map(({ language }) => language);
    media[lesson.media] = { assetId: lesson.media, durationMs };
    languages[lesson.media] = { captions: inKind("captions"), chapters: inKind("chapters") };
  }
  return { media, languages };
}

function checkTrack(folder: string): { findings: Finding[]; numbers: TrackNumbers } {
  const track = readTrack(folder, banks);
  const recordings = readRecordings(folder, track);
  const source: PublicationSource = { ...track, media: recordings.media };
  const languages = source.texts.map((text) => freezeLanguage(source, text));
  const problems = [
    ...checkPublication(source, recordings.languages),
    ...checkCitations(source, new Set(languages.flatMap(({ cited }) => cited))),
    ...languages.flatMap((language) => language.findings),
  ];
  const rendered: RenderedTrack = { source, languages };
  const numbers = countTrack(rendered);
  const { slug } = source.file;
  const findings = [
    ...problems.map((problem): Finding => ({ level: "error", where: slug, message: inEnglish(problem) })),
    ...findShortfalls(slug, numbers),
    ...findLessonSlips(slug, source),
    ...findDuplicates(slug, source),
    ...findDueReview(slug, source, new Date().toISOString().slice(0, 10)),
  ];
  return { findings, numbers };
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(", ");
}

function print(slug: string, numbers: TrackNumbers): void {
  console.log(`${slug}
  words of reading   ${list(numbers.words)}
  learning time      ${String(numbers.minutes)} min, of which recorded ${String(Math.round(numbers.recordingMs / 1000))} s
  structure          ${String(numbers.modules)} modules, ${String(numbers.lessons)} lessons (${list(numbers.lessonKinds)})
  drawings shown     ${String(numbers.drawings)}
  references cited   ${String(numbers.references)}
  questions          ${String(numbers.questions)} (${list(numbers.questionKinds)})
  marks of sources   ${list(numbers.marks)}`);
}

function main(): number {
  const absent = [content, banks].find((folder) => !existsSync(folder));
  if (absent !== undefined) {
    console.error(`No such folder: ${absent}`);
    return 2;
  }
  let errors = 0;
  const folders = listTrackFolders(content);
  for (const folder of folders) {
    try {
      const { findings, numbers } = checkTrack(folder);
      print(path.basename(folder), numbers);
      for (const { level, where, message } of findings) console.log(`${level} ${where}: ${message}`);
      errors += findings.filter(({ level }) => level === "error").length;
    } catch (problem) {
      if (!(problem instanceof ContentError)) throw problem;
      console.log(`error ${path.basename(folder)}: ${problem.message}`);
      errors += 1;
    }
  }
  console.log(`content: ${String(folders.length)} tracks checked, ${String(errors)} errors`);
  return errors > 0 || folders.length === 0 ? 1 : 0;
}

process.exitCode = main();
