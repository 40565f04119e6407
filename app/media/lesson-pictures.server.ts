import { createHash } from "node:crypto";
import sharp from "sharp";
import { statement, type Transaction } from "../platform/db.server";
import { readPictureHeader } from "./picture-header";

/**
 * Pictures of lessons. Whatever is uploaded is decoded and written anew as WebP: metadata (names, places, thumbnails),
 * second pictures and anything that hides in a file beside its pixels don't arrive.
 */

export interface LessonPicture {
  /** `<hash>-<width>x<height>.webp`: named by its content, with the size that a page keeps free for it. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** The whole picture, then its narrower copies. Width in pixels. */
  readonly copies: readonly { readonly width: number; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

export type PictureRefusal = "not-a-picture" | "too-large" | "too-many-pixels" | "unreadable";
export type PreparedLessonPicture =
  | { readonly ok: true; readonly picture: LessonPicture }
  | { readonly ok: false; readonly reason: PictureRefusal };

export const mostPictureBytes = 10 * 1_048_576;
const mostPixels = 50_000_000;
const mostOnASide = 12_000;
/** A lesson's column is 640 CSS pixels wide; this is enough for it on every screen and for zooming in. */
const widest = 2_400;
const narrowerWidths = [480, 960, 1_600];

/** Checks a file by its own first bytes, before anything is decoded, and writes it anew. */
export async function prepareLessonPicture(bytes: Uint8Array): Promise<PreparedLessonPicture> {
  if (bytes.length > mostPictureBytes) return { ok: false, reason: "too-large" };
  const header = readPictureHeader(bytes);
  if (header === null) return { ok: false, reason: "not-a-picture" };
  const { width, height } = header;
  if (Math.max(width, height) > mostOnASide || width * height > mostPixels)
    return { ok: false, reason: "too-many-pixels" };
  try {
    return { ok: true, picture: await encode(bytes, header.type === "image/jpeg") };
  } catch {
    // The decoder's own sentence is about its library; the sender only needs to know that the file is broken.
    return { ok: false, reason: "unreadable" };
  }
}

/** Photographs lose a little that nobody sees; drawings and screenshots lose nothing. */
async function encode(bytes: Uint8Array, isPhotograph: boolean): Promise<LessonPicture> {
  const format = isPhotograph ? { quality: 88 } : { lossless: true };
  const whole = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
    .autoOrient()
    .resize({ width: widest, withoutEnlargement: true })
    .webp(format)
    .toBuffer({ resolveWithObject: true });
  const { width, height } = whole.info;
  const copies = [{ width, bytes: new Uint8Array(whole.data) }];
  for (const narrower of narrowerWidths.filter((candidate) => candidate < width)) {
    const copy = await sharp(whole.data).resize({ width: narrower }).webp(format).toBuffer();
    copies.push({ width: narrower, bytes: new Uint8Array(copy) });
  }
  const hash = createHash("sha256").update(whole.data).digest("hex").slice(0, 40);
  return { name: `${hash}-${width}x${height}.webp`, width, height, copies };
}

/** Stores a picture with its copies. The same picture again changes nothing. */
export async function storeLessonPicture(
  tx: Transaction,
  { name, copies }: LessonPicture,
  createdAt: Date,
): Promise<void> {
  for (const { width, bytes } of copies) {
    await tx.lessonPicture.upsert({
      where: { name_width: { name, width } },
      create: { name, width, bytes, createdAt },
      update: {},
      select: { name: true },
    });
  }
}

const selectCopy = statement<[string, number], { bytes: Uint8Array }>(
  "SELECT bytes FROM LessonPicture WHERE name = ? AND ? IN (0, width) ORDER BY width DESC LIMIT 1",
);
const selectName = statement<[string], { name: string }>("SELECT name FROM LessonPicture WHERE name = ? LIMIT 1");

/** A stored picture, or one of its narrower copies; null where there is none. @param width 0 for the whole picture */
export function findLessonPicture(name: string, width: number): Uint8Array<ArrayBuffer> | null {
  const found = selectCopy.get(name, width);
  return found === undefined ? null : new Uint8Array(found.bytes);
}

/** Names among these that nothing is stored under. */
export function missingLessonPictures(names: readonly string[]): string[] {
  return [...new Set(names)].filter((name) => selectName.get(name) === undefined);
}
