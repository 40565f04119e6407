import type { Manifest } from "./manifest";
import type { PublishedTrack, TrackSociety } from "./published-tracks.server";

/** A track as a row of a register: home, catalogue, society. */
export interface TrackRow {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Language of title and summary: the reader's, or English where the track doesn't speak it. */
  readonly language: string;
  readonly modality: Manifest["modality"];
  readonly professions: readonly string[];
  readonly society: Pick<TrackSociety, "slug" | "name" | "isDemonstration" | "logo">;
  readonly minutes: number;
  readonly lessonCount: number;
  readonly languages: readonly string[];
  readonly preparedOn: string;
}

export function toTrackRow(track: PublishedTrack, locale: string): TrackRow {
  const language = track.words[locale] === undefined ? (track.languages[0] ?? "en") : locale;
  const words = track.words[language];
  const { slug, name, isDemonstration, logo } = track.society;
  return {
    slug: track.slug,
    title: words?.title ?? track.slug,
    summary: words?.summary ?? "",
    language,
    modality: track.modality,
    professions: track.professions,
    society: { slug, name, isDemonstration, logo },
    minutes: track.minutes,
    lessonCount: track.lessonCount,
    languages: track.languages,
    preparedOn: track.preparedOn,
  };
}
