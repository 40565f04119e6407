import { readFile } from "node:fs/promises";
import { ZipFile } from "yazl";
import type { Loss } from "../../../quizzes/formats/imported";
import { mediaFile } from "../../media/local.server";
import { findMediaText, listMediaTexts } from "../../media/find-asset.server";
import { db, statement } from "../../platform/db.server";
import { readDraftSource } from "../drafts/draft-source.server";
import type { DraftText } from "../drafts/draft-store.server";
import type { Finding } from "../finding";
import type { PublicationSource } from "../publication";
import { packPictures } from "./carry-pictures.server";
import { packageFormat, readme } from "./package-format";

export type PackedTrack =
  | {
      readonly ok: true;
      readonly title: string;
      /** Language of the title. */
      readonly language: string;
      readonly files: ReadonlyMap<string, Uint8Array>;
      readonly losses: readonly Loss[];
    }
  /** The working copy isn't a whole track yet. */
  | { readonly ok: false; readonly faults: readonly Finding[] };

const findTrack = statement<[string, string], { id: string }>("SELECT id FROM Track WHERE societyId = ? AND slug = ?");

/** A track's working copy as files; null where the society has none. @param input.societyId comes from a guard */
export async function packTrack(input: {
  societyId: string;
  trackSlug: string;
  withVideo: boolean;
}): Promise<PackedTrack | null> {
  const track = findTrack.get(input.societyId, input.trackSlug);
  if (track === undefined) return null;
  const draft = await readDraftSource(track.id);
  if (!draft.ok) return draft;
  const { source, texts } = draft;
  const media = await packMedia(source, input.withVideo);
  const pictures = packPictures(source);
  const losses = [...unfinishedLanguages(source, texts), ...pictures.losses, ...media.losses, ...always];
  const manifest = json({ format: packageFormat, version: 1, losses });
  const all = [
    ["manifest.json", manifest],
    ["README.txt", text(readme)],
    ...textFiles(source),
    ...pictures.files,
    ...media.files,
  ] as const;
  const files = new Map([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
  const [first] = source.texts;
  return { ok: true, title: first?.title ?? input.trackSlug, language: first?.language ?? "en", files, losses };
}

type File = readonly [name: string, bytes: Uint8Array];
const text = (content: string) => new TextEncoder().encode(content);
const json = (value: unknown) => text(`${JSON.stringify(value, null, 2)}\n`);

const always: readonly Loss[] = [
  {
    file: "",
    item: "",
    what: "earlier versions, comments and reviews",
    why: "the file holds the texts as they are now; learners and what they did are never part of it",
  },
];

function textFiles({ file, texts, lessons, drawings, bank, bankTexts }: PublicationSource): File[] {
  const questions = [...bank.questions].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ["track.json", json(file)],
    ...texts.map((words): File => [`text.${words.language}.json`, json(words)]),
    ...Object.entries(lessons).map(([name, markdown]): File => [`lessons/${name}.md`, text(markdown)]),
    ...Object.entries(drawings).map(([name, svg]): File => [`drawings/${name}.svg`, text(svg)]),
    ["bank/bank.json", json({ slug: bank.slug, title: bank.title, language: "en", questions })],
    ...bankTexts.map((words): File => [`bank/bank.${words.language}.json`, json(words)]),
  ];
}

function unfinishedLanguages({ file }: PublicationSource, texts: readonly DraftText[]): Loss[] {
  return texts
    .filter(({ part, language }) => part === "words" && !file.languages.some((offered) => offered === language))
    .map(({ language }) => ({
      file: `text.${language}.json`,
      item: language,
      what: `the translation into "${language}"`,
      why: "it isn't offered to learners; export it as XLIFF",
    }));
}

async function packMedia(
  { file }: PublicationSource,
  withVideo: boolean,
): Promise<{ files: readonly File[]; losses: readonly Loss[] }> {
  const lessons = file.modules.flatMap((module) => module.lessons);
  const packed = await Promise.all(
    lessons.flatMap((lesson) => (lesson.kind === "webinar" ? [packRecording(lesson.media, lesson.id, withVideo)] : [])),
  );
  return { files: packed.flatMap(({ files }) => files), losses: packed.flatMap(({ losses }) => losses) };
}

async function packRecording(
  media: string,
  lessonId: string,
  withVideo: boolean,
): Promise<{ files: File[]; losses: Loss[] }> {
  const lost = (what: string, why: string): Loss => ({ file: `${media}/webinar.mp4`, item: lessonId, what, why });
  const asset = await db.mediaAsset.findUnique({
    where: { id: media },
    select: { host: true, durationMs: true, bytes: true, sha256: true, width: true, height: true },
  });
  if (asset === null) return { files: [], losses: [lost("the recording", "none has been chosen for this webinar")] };
  const { host, ...facts } = asset;
  const files: File[] = [
    [`${media}/media.json`, json(facts)],
    ...listMediaTexts(media).map(
      ({ kind, language }): File => [
        `${media}/${kind}.${language}.vtt`,
        text(findMediaText(media, kind, language) ?? ""),
      ],
    ),
  ];
  if (!withVideo) return { files, losses: [lost("the video", "it was left out; ask for it when you export")] };
  const video = host === "local" ? await readVideo(media) : null;
  if (video === null) return { files, losses: [lost("the video", "its file isn't on this server")] };
  return { files: [...files, [`${media}/webinar.mp4`, video.mp4], [`${media}/poster.webp`, video.poster]], losses: [] };
}

async function readVideo(media: string): Promise<{ mp4: Uint8Array; poster: Uint8Array } | null> {
  const [mp4, poster] = await Promise.all(
    ["mp4", "webp"].map((ending) => readFile(mediaFile(`${media}.${ending}`)).catch(() => null)),
  );
  return mp4 == null || poster == null ? null : { mp4, poster };
}

/** The same files give the same bytes. */
export async function writePackage(files: ReadonlyMap<string, Uint8Array>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, bytes] of files)
    zip.addBuffer(Buffer.from(bytes), name, { mtime: new Date(Date.UTC(2000, 0, 1)), forceDosTimestamp: true });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
}
