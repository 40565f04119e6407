import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ImportRefused, type Loss } from "../../../quizzes/formats/imported";
import { recordEvent } from "../../audit/record-event.server";
import { importRecording } from "../../media/import-recording.server";
import { db, type Transaction, transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { freezeQuestion } from "../banks/freeze-question.server";
import { freeId } from "../banks/slug";
import { dropUpload, findUpload } from "../banks/upload-store.server";
import { writeDraftSource } from "../drafts/write-draft-source.server";
import type { Recording } from "../publication";
import { type CarriedPictures, preparePictures, storePictures } from "./carry-pictures.server";
import { type PackedRecording, readTrackPackage, type TrackPackage } from "./read-package.server";

/** Under this name an upload waits for its import: for this society and no other. */
export function trackUploadPlace(societyId: string): string {
  return `track ${societyId}`;
}

export interface KeptTrack {
  /** From a guard that proved the right to import. */
  readonly societyId: string;
  readonly societySlug: string;
  readonly uploadId: string;
  readonly personId: string;
  readonly now: Date;
}

export interface TrackPreview {
  readonly fileName: string;
  /** Why nothing of the file can be taken, as a sentence. */
  readonly refused: string | null;
  readonly holds: {
    readonly title: string;
    readonly languages: readonly string[];
    readonly modules: number;
    readonly lessons: number;
    readonly drawings: number;
    readonly questions: number;
    readonly pictures: number;
    readonly videos: number;
  } | null;
  readonly losses: readonly Loss[];
}

/** What a kept file holds, for the person who brought it; null for anybody else. Stores nothing. */
export async function previewTrack(kept: KeptTrack): Promise<TrackPreview | null> {
  const upload = findKept(kept);
  if (upload === null) return null;
  try {
    const track = await readTrackPackage(upload.bytes);
    const { losses } = await prepare(track);
    return { fileName: upload.fileName, refused: null, holds: contentsOf(track), losses };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { fileName: upload.fileName, refused: error.message, holds: null, losses: [] };
  }
}

export type ImportedTrack =
  | { readonly ok: true; readonly slug: string }
  | { readonly ok: false; readonly reason: "not-there" | "refused" };

/** Makes a new track of a kept file, with a bank of its own: all of it, or nothing. What is there stays as it is. */
export async function importTrack(kept: KeptTrack): Promise<ImportedTrack> {
  const upload = findKept(kept);
  if (upload === null) return { ok: false, reason: "not-there" };
  const prepared = await readTrackPackage(upload.bytes)
    .then(prepare)
    .catch((error: unknown) => {
      if (error instanceof ImportRefused) return null;
      throw error;
    });
  if (prepared === null) return { ok: false, reason: "refused" };
  const media = await takeRecordings(prepared, kept.now);
  const slug = await transact((tx) => store(tx, kept, prepared, media));
  dropUpload(kept.uploadId);
  return { ok: true, slug };
}

function findKept({ uploadId, personId, societyId, now }: KeptTrack) {
  return findUpload({ id: uploadId, personId, bankId: trackUploadPlace(societyId), now });
}

function contentsOf({ file, texts, drawings, bank, recordings, ...track }: TrackPackage): TrackPreview["holds"] {
  return {
    title: texts[0]?.title ?? file.slug,
    languages: file.languages,
    modules: file.modules.length,
    lessons: file.modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
    drawings: Object.keys(drawings).length,
    questions: bank.questions.length,
    pictures: track.pictures.size + track.lessonPictures.size,
    videos: [...recordings.values()].filter(({ video }) => video !== null).length,
  };
}

interface Prepared extends Omit<TrackPackage, keyof CarriedPictures>, CarriedPictures {
  /** Media folders whose recording is here already. */
  readonly here: ReadonlyMap<string, Recording>;
}

/** Checks pictures and looks for recordings that are here already. */
async function prepare(track: TrackPackage): Promise<Prepared> {
  const carried = await preparePictures(track);
  const here = await recordingsHere(track);
  const losses = [...track.losses, ...carried.losses, ...missingRecordings(track, here)];
  return { ...track, ...carried, here, losses };
}

/** A recording that this installation has by the same id and content is used as it is; captions here are not overwritten. */
async function recordingsHere({ recordings }: TrackPackage): Promise<Map<string, Recording>> {
  const assets = await db.mediaAsset.findMany({
    where: { id: { in: [...recordings.keys()] }, state: "ready" },
    select: { id: true, sha256: true, durationMs: true },
  });
  return new Map(
    assets
      .filter(({ id, sha256 }) => recordings.get(id)?.facts.sha256 === sha256)
      .map(({ id, durationMs }) => [id, { assetId: id, durationMs }]),
  );
}

function missingRecordings({ file, recordings }: TrackPackage, here: ReadonlyMap<string, Recording>): Loss[] {
  return file.modules
    .flatMap(({ lessons }) => lessons)
    .flatMap((lesson) => {
      if (lesson.kind !== "webinar" || here.has(lesson.media) || recordings.get(lesson.media)?.video != null) return [];
      const why = "the file comes without its video, and it isn't on this server: choose one in the editor";
      return [{ file: `${lesson.media}/webinar.mp4`, item: lesson.id, what: "the recording", why }];
    });
}

async function takeRecordings({ recordings, here, texts }: Prepared, now: Date): Promise<Record<string, Recording>> {
  const media = new Map(here);
  for (const [folder, recording] of recordings) {
    if (here.has(folder) || recording.video === null) continue;
    const title = texts[0]?.title ?? folder;
    const taken = await takeRecording(folder, recording, recording.video, { title, now });
    if (taken !== null) media.set(folder, taken);
  }
  return Object.fromEntries(media);
}

/** Null where the video isn't the file that media.json describes. */
async function takeRecording(
  folder: string,
  { facts, texts }: PackedRecording,
  video: NonNullable<PackedRecording["video"]>,
  about: { title: string; now: Date },
): Promise<Recording | null> {
  const place = await mkdtemp(path.join(tmpdir(), "stepwedge-track-"));
  try {
    const [videoFile, posterFile] = [path.join(place, "webinar.mp4"), path.join(place, "poster.webp")];
    await writeFile(videoFile, video.mp4);
    await writeFile(posterFile, video.poster);
    const ending = `-${facts.sha256.slice(0, 12)}`;
    const name = folder.endsWith(ending) ? folder.slice(0, -ending.length) : folder;
    const taken = await importRecording({
      ...{ ...about, ...facts, name, videoFile, posterFile, texts },
      audience: "enrolled",
    });
    return taken.ok ? { assetId: taken.assetId, durationMs: facts.durationMs } : null;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function store(
  tx: Transaction,
  { societyId, societySlug, personId, now }: KeptTrack,
  track: Prepared,
  media: Readonly<Record<string, Recording>>,
): Promise<string> {
  const slug = await freeSlug(track.file.slug, (startsWith) =>
    tx.track.findMany({ where: { slug: { startsWith } }, select: { slug: true } }),
  );
  const bankSlug = await freeSlug(track.bank.slug, (startsWith) =>
    tx.bank.findMany({ where: { slug: { startsWith } }, select: { slug: true } }),
  );
  const trackId = newId();
  await tx.track.create({ data: { id: trackId, slug, societyId, availability: "open" } });
  await storeBank(tx, { ...track.bank, slug: bankSlug }, { societyId, personId, now });
  await storePictures(tx, track, now);
  const { texts, lessons, drawings } = track;
  const source = {
    ...{ texts, lessons, drawings, media },
    file: { ...track.file, slug, society: societySlug, bank: bankSlug },
    bank: { slug: bankSlug, title: track.bank.title, questions: track.bank.questions },
    bankTexts: track.bankTexts.map((words) => ({ ...words, slug: bankSlug })),
  };
  await writeDraftSource(tx, { trackId, source, byPersonId: personId, now });
  const details = { questions: track.bank.questions.length, losses: track.losses.length };
  await recordEvent(tx, { actorId: personId, action: "track.import", subject: `track:${slug}`, details, now });
  return slug;
}

async function freeSlug(wanted: string, find: (start: string) => Promise<{ slug: string }[]>): Promise<string> {
  const taken = new Set((await find(wanted.slice(0, 60))).map(({ slug }) => slug));
  return freeId(wanted, (slug) => taken.has(slug));
}

async function storeBank(
  tx: Transaction,
  bank: TrackPackage["bank"],
  { societyId, personId, now }: { societyId: string; personId: string; now: Date },
): Promise<void> {
  const bankId = newId();
  await tx.bank.create({ data: { id: bankId, slug: bank.slug, title: bank.title, societyId } });
  const rows = bank.questions.map((question) => ({ question, id: newId(), ...freezeQuestion(bank.slug, question) }));
  await tx.question.createMany({ data: rows.map(({ id, question }) => ({ id, bankId, key: question.id })) });
  await tx.questionRevision.createMany({
    data: rows.map(({ id, revisionId, hash, content }) => ({
      ...{ id: revisionId, questionId: id, number: 1, hash, content },
      ...{ createdAt: now, byPersonId: personId },
    })),
  });
}
