import { db } from "../platform/db.server";
import type { PublicationSource, RecordingLanguages } from "./publication";

/** Captions and chapters of those recordings that are ready, by the recording's id. */
export async function findRecordings({
  media,
}: Pick<PublicationSource, "media">): Promise<Record<string, RecordingLanguages>> {
  const assets = await db.mediaAsset.findMany({
    where: { id: { in: Object.values(media).map(({ assetId }) => assetId) }, state: "ready" },
    select: { id: true, tracks: { select: { kind: true, language: true } } },
  });
  const languages = (tracks: readonly { kind: string; language: string }[], kind: string) =>
    tracks.filter((track) => track.kind === kind).map(({ language }) => language);
  return Object.fromEntries(
    assets.map(({ id, tracks }) => [
      id,
      { captions: languages(tracks, "captions"), chapters: languages(tracks, "chapters") },
    ]),
  );
}
