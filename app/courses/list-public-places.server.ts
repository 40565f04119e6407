import { publishedTracks } from "./published-tracks.server";

/** A public page without its language, and the day of its last change where it is known. */
export interface PublicPlace {
  readonly place: string;
  /** ISO date. */
  readonly changedOn: string | null;
}

/** Pages about tracks and societies that search engines may list: only tracks that everybody may find and take. */
export function listPublicPlaces(): PublicPlace[] {
  const { open, societies } = publishedTracks();
  return [
    ...["/", "/catalogue", "/societies"].map((place) => ({ place, changedOn: null })),
    ...open.map((track) => ({ place: `/tracks/${track.slug}`, changedOn: track.publishedAt.slice(0, 10) })),
    ...societies.map(({ slug }) => ({ place: `/societies/${slug}`, changedOn: null })),
  ];
}
