import { type SearchIndex, makeSearchIndex } from "../search/search-index";
import { statement } from "../platform/db.server";
import { log } from "../platform/log.server";
import { type EditionText, lessonsOf, type Manifest, minutesOf } from "./manifest";
import type { SocietyLogo } from "../ui/society-mark";
import { getEdition, getText, rememberSocieties } from "./edition-store.server";

/**
 * What the public pages know of every published track, in memory. It is read again when the catalogue's version rises,
 * which every publication and every change of availability or of a society makes it do, and the job that opens a track
 * at its moment. Codes of invitations stay in the database.
 */

const availabilities = ["open", "unlisted", "invited", "withdrawn"] as const;
export type Availability = (typeof availabilities)[number];

export interface TrackSociety {
  readonly id: string;
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly website: string;
  readonly description: string;
  readonly isDemonstration: boolean;
  /** "#rrggbb" or "". */
  readonly colour: string;
  readonly logo: SocietyLogo | null;
}

/** One language of a track, as lists and search need it. */
export interface TrackWords {
  readonly textId: string;
  readonly title: string;
  readonly summary: string;
  readonly lessonTitles: readonly string[];
}

export interface PublishedTrack {
  readonly slug: string;
  readonly availability: Availability;
  readonly withdrawnReason: string | null;
  /** ISO moment at which it will open; null where it is open, or never said when. */
  readonly opensAt: string | null;
  readonly editionId: string;
  readonly editionNumber: number;
  /** ISO moment. */
  readonly publishedAt: string;
  readonly society: TrackSociety;
  readonly modality: Manifest["modality"];
  readonly professions: readonly string[];
  readonly minutes: number;
  readonly lessonCount: number;
  readonly creditHundredths: number;
  /** ISO dates. */
  readonly preparedOn: string;
  readonly reviewBy: string;
  /** Latest text of each language, English first. */
  readonly words: Readonly<Record<string, TrackWords>>;
  readonly languages: readonly string[];
}

export interface PublishedTracks {
  readonly stamp: string;
  readonly bySlug: ReadonlyMap<string, PublishedTrack>;
  /** Tracks that everybody may find and take, the latest prepared first. */
  readonly open: readonly PublishedTrack[];
  readonly societies: readonly TrackSociety[];
  readonly index: SearchIndex;
}

/**
 * SQL of the stamp that names the state of the catalogue. The newest ids stand beside the counter, so that another
 * database (a restored one) that has counted to the same number is not taken for this one.
 */
export const stampSql = `(SELECT coalesce((SELECT version FROM PublicVersion WHERE name = 'catalogue'), 0)
  || ' ' || coalesce((SELECT max(id) FROM Edition), '') || ' ' || coalesce((SELECT max(id) FROM Society), ''))`;
const findStamp = statement<[], { stamp: string }>(`SELECT ${stampSql} AS stamp`);

/** Names the present state of the catalogue: part of a public page's key. One statement. */
export function catalogueStamp(): string {
  return findStamp.get()?.stamp ?? "";
}

let kept: PublishedTracks | null = null;

/** Every published track at a stamp. @param stamp from `catalogueStamp` or a statement with `stampSql` */
export function publishedTracks(stamp: string = catalogueStamp()): PublishedTracks {
  if (kept?.stamp !== stamp) kept = readTracks(stamp);
  return kept;
}

interface TrackRow {
  readonly slug: string;
  readonly availability: string;
  readonly withdrawnReason: string | null;
  readonly opensAt: string | null;
  readonly editionId: string;
  readonly societyId: string;
  readonly texts: string;
}

const listTracks = statement<[], TrackRow>(`
  SELECT t.slug, t.availability, t.withdrawnReason, t.opensAt, t.currentEditionId AS editionId, t.societyId,
         (SELECT json_group_array(json_array(x.language, x.id)) FROM EditionText x
           WHERE x.editionId = t.currentEditionId
             AND x.revision = (SELECT max(revision) FROM EditionText WHERE editionId = x.editionId AND language = x.language)) AS texts
    FROM Track t WHERE t.currentEditionId IS NOT NULL ORDER BY t.slug`);
interface SocietyRow extends Omit<TrackSociety, "isDemonstration" | "logo"> {
  readonly isDemonstration: 0 | 1;
  readonly logoName: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

const listSocieties = statement<[], SocietyRow>(`
  SELECT s.id, s.slug, s.acronym, s.name, s.website, s.description, s.isDemonstration, s.colour, s.logoName, l.width, l.height
    FROM Society s LEFT JOIN SocietyLogo l ON l.name = s.logoName ORDER BY s.name`);

function toSociety({ logoName, width, height, ...row }: SocietyRow): TrackSociety {
  const logo = logoName === null || width === null || height === null ? null : { name: logoName, width, height };
  return { ...row, isDemonstration: row.isDemonstration === 1, logo };
}

function readTracks(stamp: string): PublishedTracks {
  const societies = listSocieties.all().map(toSociety);
  rememberSocieties(societies);
  const byId = new Map(societies.map((society) => [society.id, society]));
  const tracks = listTracks.all().flatMap((row) => {
    const society = byId.get(row.societyId);
    return isAvailability(row.availability) && society !== undefined
      ? readable({ ...row, availability: row.availability }, society)
      : [];
  });
  forgetOldWords(tracks);
  const open = tracks
    .filter(isListed)
    .sort(
      (a, b) =>
        b.preparedOn.localeCompare(a.preparedOn) ||
        b.publishedAt.localeCompare(a.publishedAt) ||
        a.slug.localeCompare(b.slug),
    );
  return {
    stamp,
    societies,
    open,
    bySlug: new Map(tracks.map((track) => [track.slug, track])),
    index: makeSearchIndex(open.map(toSearchDocument)),
  };
}

function isAvailability(value: string): value is Availability {
  return (availabilities as readonly string[]).includes(value);
}

/** Whether lists, search and sitemap know the track. */
export function isListed({ availability, opensAt }: Pick<PublishedTrack, "availability" | "opensAt">): boolean {
  return availability === "open" && opensAt === null;
}

/** A track whose rows can't be read is left out, and an operator is told: one broken edition must not hide all others. */
function readable(row: TrackRow & { availability: Availability }, society: TrackSociety): PublishedTrack[] {
  try {
    return [toTrack(row, society)];
  } catch (error) {
    log.error({ err: error, track: row.slug, edition: row.editionId }, "a published track can't be read");
    return [];
  }
}

function toTrack(row: TrackRow & { availability: Availability }, society: TrackSociety): PublishedTrack {
  const { manifest, number, publishedAt } = getEdition(row.editionId);
  // Built by the statement itself.
  const texts = (JSON.parse(row.texts) as [string, string][]).sort(
    ([a], [b]) => Number(b === "en") - Number(a === "en") || a.localeCompare(b),
  );
  return {
    slug: row.slug,
    availability: row.availability,
    withdrawnReason: row.withdrawnReason,
    opensAt: row.opensAt,
    editionId: row.editionId,
    editionNumber: number,
    publishedAt,
    society,
    modality: manifest.modality,
    professions: manifest.professions,
    minutes: minutesOf(manifest),
    lessonCount: lessonsOf(manifest).length,
    creditHundredths: manifest.creditHundredths,
    preparedOn: manifest.preparedOn,
    reviewBy: manifest.reviewBy,
    words: Object.fromEntries(texts.map(([language, textId]) => [language, wordsOf(textId, manifest)])),
    languages: texts.map(([language]) => language),
  };
}

/** Texts never change, so what was taken from one stays right; a new publication reads only the new texts. */
const knownWords = new Map<string, TrackWords>();

function wordsOf(textId: string, manifest: Manifest): TrackWords {
  const known = knownWords.get(textId);
  if (known !== undefined) return known;
  const { text } = getText(textId);
  const words = { textId, title: text.title, summary: text.summary, lessonTitles: titlesOf(text, manifest) };
  knownWords.set(textId, words);
  return words;
}

function titlesOf(text: EditionText, manifest: Manifest): string[] {
  return lessonsOf(manifest).map(({ id }) => text.lessons[id]?.title ?? id);
}

function forgetOldWords(tracks: readonly PublishedTrack[]): void {
  const wanted = new Set(tracks.flatMap((track) => Object.values(track.words).map(({ textId }) => textId)));
  for (const textId of knownWords.keys()) if (!wanted.has(textId)) knownWords.delete(textId);
}

function toSearchDocument(track: PublishedTrack) {
  const words = Object.values(track.words);
  return {
    id: track.slug,
    texts: {
      title: words.map(({ title }) => title),
      lessons: words.flatMap(({ lessonTitles }) => lessonTitles),
      society: [track.society.name, track.society.acronym],
      summary: words.map(({ summary }) => summary),
    },
  };
}
