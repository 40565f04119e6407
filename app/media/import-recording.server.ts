import { copyFile, mkdir, readFile, rename, stat } from "node:fs/promises";
import path from "node:path";
import { db, type Transaction, transact } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import { mediaFile, mediaFolder } from "./local.server";

export interface FinishedRecording {
  /** Lower-case words joined by hyphens: the first part of the asset's id. */
  readonly name: string;
  readonly title: string;
  readonly videoFile: string;
  /** A WebP image, shown until the recording plays. */
  readonly posterFile: string;
  /** As measured when the file was made; size and hash are checked against the file. */
  readonly durationMs: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly width: number;
  readonly height: number;
  readonly audience: "anyone" | "enrolled";
  readonly texts: readonly MediaTextFile[];
  readonly now: Date;
}

export interface MediaTextFile {
  readonly kind: "captions" | "chapters";
  readonly language: string;
  readonly vtt: string;
}

export type Imported =
  | { readonly ok: true; readonly assetId: string; readonly changed: boolean }
  | { readonly ok: false; readonly reason: "no-file" | "other-file" | "no-poster" };

/**
 * Takes a finished MP4 into the local host: copies it, checks its hash, registers it with captions and chapters.
 * The id follows from name and content, so importing the same file again finds the first import.
 */
export async function importRecording(recording: FinishedRecording): Promise<Imported> {
  const assetId = `${recording.name}-${recording.sha256.slice(0, 12)}`;
  if ((await sizeOf(recording.posterFile)) === null) return { ok: false, reason: "no-poster" };
  const size = await sizeOf(recording.videoFile);
  if (size === null) return { ok: false, reason: "no-file" };
  if (size !== recording.bytes) return { ok: false, reason: "other-file" };

  const video = mediaFile(`${assetId}.mp4`);
  const isNewFile = (await sizeOf(video)) !== recording.bytes;
  if (isNewFile) {
    const content = await readFile(recording.videoFile);
    if (sha256(content) !== recording.sha256) return { ok: false, reason: "other-file" };
    await place(recording.videoFile, video);
  }
  const poster = mediaFile(`${assetId}.webp`);
  if ((await sizeOf(poster)) !== (await sizeOf(recording.posterFile))) await place(recording.posterFile, poster);
  const isRegistered = await isUpToDate(assetId, recording);
  if (!isRegistered) await transact((tx) => register(tx, assetId, recording));
  return { ok: true, assetId, changed: isNewFile || !isRegistered };
}

async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(() => null))?.size ?? null;
}

/** Copies beside the target and renames, so that a reader never meets half a file. */
async function place(from: string, to: string): Promise<void> {
  await mkdir(mediaFolder(), { recursive: true });
  const beside = path.join(mediaFolder(), `.${path.basename(to)}.part`);
  await copyFile(from, beside);
  await rename(beside, to);
}

function textKey({ kind, language, vtt }: MediaTextFile): string {
  return `${kind}.${language} ${sha256(vtt)}`;
}

async function isUpToDate(assetId: string, { title, audience, texts }: FinishedRecording): Promise<boolean> {
  const asset = await db.mediaAsset.findUnique({
    where: { id: assetId },
    select: { title: true, audience: true, state: true, tracks: true },
  });
  if (asset === null || asset.title !== title || asset.audience !== audience || asset.state !== "ready") return false;
  const wanted = texts.map(textKey).sort().join();
  // Kinds are written by `register` alone.
  return (
    wanted ===
    asset.tracks
      .map((track) => textKey({ ...track, kind: track.kind as MediaTextFile["kind"] }))
      .sort()
      .join()
  );
}

async function register(tx: Transaction, assetId: string, recording: FinishedRecording): Promise<void> {
  const { title, durationMs, bytes, width, height, audience, now } = recording;
  const facts = {
    host: "local",
    state: "ready",
    title,
    durationMs,
    bytes,
    width,
    height,
    sha256: recording.sha256,
    locator: `${assetId}.mp4`,
    audience,
  };
  await tx.mediaAsset.upsert({
    where: { id: assetId },
    create: { id: assetId, ...facts, createdAt: now },
    update: facts,
  });
  await tx.mediaText.deleteMany({ where: { assetId } });
  await tx.mediaText.createMany({
    data: recording.texts.map(({ kind, language, vtt }) => ({ assetId, kind, language, vtt })),
  });
}
