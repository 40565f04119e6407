import { type PictureRefusal, prepareLessonPicture, storeLessonPicture } from "../../media/lesson-pictures.server";
import { db, transact } from "../../platform/db.server";

export type UploadedPicture =
  | { readonly ok: true; readonly name: string; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly reason: PictureRefusal | "not-there" };

/** Keeps a picture for the lessons of a track of this society. It is shown once a figure names it. */
export async function uploadPicture(
  { societyId, trackSlug }: { societyId: string; trackSlug: string },
  bytes: Uint8Array,
  now: Date,
): Promise<UploadedPicture> {
  const track = await db.track.findFirst({ where: { slug: trackSlug, societyId }, select: { id: true } });
  if (track === null) return { ok: false, reason: "not-there" };
  const prepared = await prepareLessonPicture(bytes);
  if (!prepared.ok) return prepared;
  const { picture } = prepared;
  await transact((tx) => storeLessonPicture(tx, picture, now));
  return { ok: true, name: picture.name, width: picture.width, height: picture.height };
}
