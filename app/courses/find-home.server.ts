import { findAssetNamed, listMediaTexts } from "../media/find-asset.server";
import { publishedTracks } from "./published-tracks.server";
import { toTrackRow, type TrackRow } from "./track-row";

const rowsOnHome = 6;

/** The film on the first page. Null: this installation has none. */
export interface Introduction {
  readonly assetId: string;
  readonly durationMs: number;
  readonly captions: readonly string[];
}

export interface HomePage {
  readonly rows: readonly TrackRow[];
  /** Languages of all open tracks, English first. */
  readonly languages: readonly string[];
  readonly societies: readonly {
    readonly slug: string;
    readonly acronym: string;
    readonly name: string;
    readonly isDemonstration: boolean;
  }[];
  readonly introduction: Introduction | null;
}

/** @param stamp from `catalogueStamp` */
export function findHome({ locale, stamp }: { locale: string; stamp: string }): HomePage {
  const { open, societies } = publishedTracks(stamp);
  const languages = new Set(open.flatMap((track) => track.languages));
  return {
    rows: open.slice(0, rowsOnHome).map((track) => toTrackRow(track, locale)),
    languages: [...languages].sort((a, b) => Number(b === "en") - Number(a === "en") || a.localeCompare(b)),
    societies: societies.map(({ slug, acronym, name, isDemonstration }) => ({ slug, acronym, name, isDemonstration })),
    introduction: findIntroduction(),
  };
}

function findIntroduction(): Introduction | null {
  const asset = findAssetNamed("introduction");
  // Addresses of another host run out, and this page is kept; the introduction is a file of ours.
  if (asset?.audience !== "anyone" || asset.host !== "local") return null;
  const captions = listMediaTexts(asset.id).filter(({ kind }) => kind === "captions");
  return { assetId: asset.id, durationMs: asset.durationMs, captions: captions.map(({ language }) => language) };
}
