import { publishedTracks, type TrackSociety } from "./published-tracks.server";
import { toTrackRow, type TrackRow } from "./track-row";

export interface SocietyRow {
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly trackCount: number;
}

/** Every society by its name, with the number of its open tracks. @param stamp from `catalogueStamp` */
export function listSocieties(stamp?: string): SocietyRow[] {
  const { open, societies } = publishedTracks(stamp);
  return societies.map(({ id, slug, acronym, name, isDemonstration }) => ({
    slug,
    acronym,
    name,
    isDemonstration,
    trackCount: open.filter((track) => track.society.id === id).length,
  }));
}

export interface SocietyPage {
  readonly society: TrackSociety;
  readonly rows: readonly TrackRow[];
}

/** A society and its open tracks, or null. @param stamp from `catalogueStamp` */
export function findSocietyPage({ societySlug, locale, stamp }: { societySlug: string; locale: string; stamp?: string }): SocietyPage | null {
  const { open, societies } = publishedTracks(stamp);
  const society = societies.find(({ slug }) => slug === societySlug);
  if (society === undefined) return null;
  return { society, rows: open.filter((track) => track.society.id === society.id).map((track) => toTrackRow(track, locale)) };
}
