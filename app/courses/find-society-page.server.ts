import { publishedTracks, type TrackSociety } from "./published-tracks.server";
import { toTrackRow, type TrackRow } from "./track-row";

export interface SocietyPage {
  readonly society: TrackSociety;
  readonly rows: readonly TrackRow[];
}

/** A society and its open tracks, or null. @param stamp from `catalogueStamp` */
export function findSocietyPage({
  societySlug,
  locale,
  stamp,
}: {
  societySlug: string;
  locale: string;
  stamp?: string;
}): SocietyPage | null {
  const { open, societies } = publishedTracks(stamp);
  const society = societies.find(({ slug }) => slug === societySlug);
  if (society === undefined) return null;
  return {
    society,
    rows: open.filter((track) => track.society.id === society.id).map((track) => toTrackRow(track, locale)),
  };
}
