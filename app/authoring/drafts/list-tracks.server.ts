import { statement } from "../../platform/db.server";
import type { TrackQuery } from "./track-query";

/** One track of a society, for those who write it. */
export interface ListedTrack {
  readonly slug: string;
  readonly title: string;
  readonly modality: string | null;
  readonly isWithdrawn: boolean;
  /** Null while nothing was published. */
  readonly edition: { readonly number: number; readonly publishedAt: string } | null;
  /** When the working copy was saved last; null where there is none. */
  readonly savedAt: string | null;
  /** Whether the working copy was saved after the edition was published. */
  readonly hasChanges: boolean;
}

export interface TrackPage {
  readonly tracks: readonly ListedTrack[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
}

const perPage = 20;

interface Row {
  readonly slug: string;
  readonly title: string;
  readonly modality: string | null;
  readonly availability: string;
  readonly number: number | null;
  readonly publishedAt: string | null;
  readonly savedAt: string | null;
}

const titled = `
  WITH own AS (
    SELECT t.id, t.slug, t.availability, t.currentEditionId,
           (SELECT s.content FROM DraftText s WHERE s.trackId = t.id AND s.part = 'structure' AND s.language = ''
             ORDER BY s.version DESC LIMIT 1) AS structure
      FROM Track t WHERE t.societyId = @societyId),
  titled AS (
    SELECT o.*, coalesce(
             (SELECT json_extract(w.content, '$.title') FROM DraftText w
               WHERE w.trackId = o.id AND w.part = 'words' AND w.language = json_extract(o.structure, '$.languages[0]')
               ORDER BY w.version DESC LIMIT 1),
             (SELECT json_extract(x.content, '$.title') FROM EditionText x WHERE x.editionId = o.currentEditionId
               ORDER BY x.language = 'en' DESC, x.revision DESC LIMIT 1),
             o.slug) AS title
      FROM own o),
  asked AS (
    SELECT * FROM titled WHERE @pattern = '' OR title LIKE @pattern ESCAPE '~' OR slug LIKE @pattern ESCAPE '~')`;

interface Asked {
  readonly societyId: string;
  readonly pattern: string;
}

const countAsked = statement<[Asked], { count: number }>(`${titled} SELECT count(*) AS count FROM asked`);
const rowsAsked = statement<[Asked & { skip: number }], Row>(`${titled}
  SELECT a.slug, a.title, json_extract(a.structure, '$.modality') AS modality, a.availability, e.number, e.publishedAt,
         (SELECT max(d.at) FROM DraftText d WHERE d.trackId = a.id AND a.structure IS NOT NULL) AS savedAt
    FROM asked a LEFT JOIN Edition e ON e.id = a.currentEditionId
   ORDER BY a.title COLLATE NOCASE, a.id LIMIT ${String(perPage)} OFFSET @skip`);

/** One page of a society's tracks by title. A page behind the last is the last. The society's id comes from a guard. */
export function listTracks(societyId: string, query: TrackQuery): TrackPage {
  const pattern = query.q === "" ? "" : `%${query.q.replace(/[%_~]/g, "~$&")}%`;
  const count = countAsked.get({ societyId, pattern })?.count ?? 0;
  const pageCount = Math.max(1, Math.ceil(count / perPage));
  const page = Math.min(query.page, pageCount);
  const rows = rowsAsked.all({ societyId, pattern, skip: (page - 1) * perPage });
  return { tracks: rows.map(listed), count, page, pageCount };
}

function listed({ availability, number, publishedAt, ...row }: Row): ListedTrack {
  const edition = number === null || publishedAt === null ? null : { number, publishedAt };
  return {
    ...row,
    isWithdrawn: availability === "withdrawn",
    edition,
    hasChanges: edition !== null && row.savedAt !== null && row.savedAt > edition.publishedAt,
  };
}
