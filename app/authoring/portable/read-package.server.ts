import type { z } from "zod";
import { type Bank, BankSchema, type BankText, BankTextSchema } from "../../../quizzes/bank-schema";
import { ImportRefused, type Loss } from "../../../quizzes/formats/imported";
import { readZip } from "../../../quizzes/formats/read-zip";
import { readDrawing } from "../../markup/safe-drawing";
import { type TrackFile as TrackFileType, TrackFile, TrackText } from "../track-file";
import { MediaFacts, PackageManifest } from "./package-format";

/** A track as a zip holds it, checked by its schemas. Nothing of it is stored yet. */
export interface TrackPackage {
  readonly file: TrackFileType;
  readonly texts: readonly TrackText[];
  readonly lessons: Readonly<Record<string, string>>;
  readonly drawings: Readonly<Record<string, string>>;
  readonly bank: Bank;
  readonly bankTexts: readonly BankText[];
  /** By their names in questions. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** By their names in lessons. */
  readonly lessonPictures: ReadonlyMap<string, Uint8Array>;
  /** By the media folder. */
  readonly recordings: ReadonlyMap<string, PackedRecording>;
  readonly losses: readonly Loss[];
}

export interface PackedRecording {
  readonly facts: MediaFacts;
  readonly texts: readonly {
    readonly kind: "captions" | "chapters";
    readonly language: string;
    readonly vtt: string;
  }[];
  /** Null where the file came without it. */
  readonly video: { readonly mp4: Uint8Array; readonly poster: Uint8Array } | null;
}

type Files = ReadonlyMap<string, Uint8Array>;

/** @throws ImportRefused with a sentence when the archive or one of its files can't be taken */
export async function readTrackPackage(bytes: Uint8Array): Promise<TrackPackage> {
  const files = await readZip(bytes);
  if (!files.has("track.json"))
    throw new ImportRefused("The archive holds no track.json at its top, so it is no portable track.");
  const file = readJson(files, "track.json", TrackFile);
  const taken = new Set(["track.json", "manifest.json", "README.txt"]);
  const take = <T>(name: string, read: (name: string) => T): T => {
    taken.add(name);
    return read(name);
  };
  const lessons = file.modules.flatMap((module) => module.lessons);
  const translated = file.languages.filter((language) => language !== "en");
  const source = {
    file,
    texts: file.languages.map((language) => take(`text.${language}.json`, (name) => readJson(files, name, TrackText))),
    lessons: collect(files, /^lessons\/([a-z0-9-]+\.[a-z]{2})\.md$/, taken),
    drawings: readDrawings(files, taken),
    bank: take("bank/bank.json", (name) => readJson(files, name, BankSchema)),
    bankTexts: translated
      .map((language) => `bank/bank.${language}.json`)
      .filter((name) => files.has(name))
      .map((name) => take(name, () => readJson(files, name, BankTextSchema))),
    lessonPictures: collectBytes(files, /^lesson-pictures\/([0-9a-f]{40}-\d{1,5}x\d{1,5}\.webp)$/, taken),
    pictures: collectBytes(files, /^pictures\/([0-9a-f]{64}\.(?:png|jpg|gif|webp))$/, taken),
    recordings: new Map(
      lessons.flatMap((lesson) => {
        if (lesson.kind !== "webinar") return [];
        const recording = readRecording(files, lesson.media, taken);
        return recording === null ? [] : [[lesson.media, recording] as const];
      }),
    ),
  };
  return { ...source, losses: [...announcedLosses(files), ...unknownFiles(files, taken)] };
}

function decode(files: Files, name: string): string {
  const bytes = files.get(name);
  if (bytes === undefined) throw new ImportRefused(`The archive holds no ${name}.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ImportRefused(`"${name}" isn't written in UTF-8.`);
  }
}

function readJson<T>(files: Files, name: string, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(decode(files, name));
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw new ImportRefused(`"${name}" is no JSON.`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ImportRefused(
    `"${name}" is not as it should be: ${issue?.message ?? ""} (at ${issue?.path.join(".") ?? ""}).`,
  );
}

function collectBytes(files: Files, pattern: RegExp, taken: Set<string>): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  for (const [name, bytes] of files) {
    const key = pattern.exec(name)?.[1];
    if (key === undefined) continue;
    taken.add(name);
    found.set(key, bytes);
  }
  return found;
}

function collect(files: Files, pattern: RegExp, taken: Set<string>): Record<string, string> {
  const names = [...files.keys()].filter((name) => pattern.test(name));
  for (const name of names) taken.add(name);
  return Object.fromEntries(names.map((name) => [pattern.exec(name)?.[1] ?? "", decode(files, name)]));
}

function readDrawings(files: Files, taken: Set<string>): Record<string, string> {
  const drawings = collect(files, /^drawings\/([a-z0-9-]+)\.svg$/, taken);
  for (const [name, svg] of Object.entries(drawings)) {
    const drawing = readDrawing(svg);
    if (!drawing.ok) throw new ImportRefused(`The drawing "${name}" can't be taken: ${drawing.reason}.`);
  }
  return drawings;
}

function readRecording(files: Files, folder: string, taken: Set<string>): PackedRecording | null {
  const at = (name: string) => `${folder}/${name}`;
  if (!files.has(at("media.json"))) return null;
  taken.add(at("media.json"));
  const texts = (["captions", "chapters"] as const).flatMap((kind) =>
    Object.entries(collect(files, new RegExp(`^${folder}/${kind}\\.([a-z]{2})\\.vtt$`), taken)).map(
      ([language, vtt]) => {
        if (!vtt.startsWith("WEBVTT")) throw new ImportRefused(`"${at(`${kind}.${language}.vtt`)}" is no WebVTT file.`);
        return { kind, language, vtt };
      },
    ),
  );
  const [mp4, poster] = [files.get(at("webinar.mp4")), files.get(at("poster.webp"))];
  for (const name of ["webinar.mp4", "poster.webp"]) taken.add(at(name));
  const video = mp4 === undefined || poster === undefined ? null : { mp4, poster };
  return { facts: readJson(files, at("media.json"), MediaFacts), texts, video };
}

/** What the platform that wrote the file could not put into it. */
function announcedLosses(files: Files): readonly Loss[] {
  return files.has("manifest.json") ? readJson(files, "manifest.json", PackageManifest).losses : [];
}

function unknownFiles(files: Files, taken: ReadonlySet<string>): Loss[] {
  return [...files.keys()]
    .filter((name) => !taken.has(name))
    .map((name) => ({ file: name, item: "", what: "the whole file", why: "it is no part of a track" }));
}
