import { publishedTracks } from "./published-tracks.server";

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
