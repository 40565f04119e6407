import { statement } from "../platform/db.server";
import { getTextFor } from "./edition-store.server";
import type { ParticipantQuery } from "./participant-query";
import { type Participant, readParticipants } from "./read-participants.server";
import { selectParticipants } from "./select-participants.server";

export interface ParticipantPage {
  readonly participants: readonly Participant[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  /** Every track of the society that somebody can be enrolled in, by title. */
  readonly tracks: readonly { readonly slug: string; readonly title: string; readonly language: string }[];
}

const perPage = 25;

/** One page of a society's participants. A page behind the last is the last. */
export async function listParticipants(input: {
  societyId: string;
  query: ParticipantQuery;
  locale: string;
  now: Date;
}): Promise<ParticipantPage> {
  const selected = await selectParticipants(input);
  const pageCount = Math.max(1, Math.ceil(selected.count / perPage));
  const page = Math.min(input.query.page, pageCount);
  const ids = selected.slice((page - 1) * perPage, perPage);
  return {
    participants: readParticipants(ids, input.locale).map((record) => record.participant),
    count: selected.count,
    page,
    pageCount,
    tracks: tracksOf(input.societyId, input.locale),
  };
}

const publishedTracksOf = statement<[string], { slug: string; editionId: string }>(`
  SELECT t.slug, (SELECT e.id FROM Edition e WHERE e.trackId = t.id ORDER BY e.number DESC LIMIT 1) AS editionId
    FROM Track t WHERE t.societyId = ? AND EXISTS (SELECT 1 FROM Edition e WHERE e.trackId = t.id)`);

function tracksOf(societyId: string, locale: string): ParticipantPage["tracks"] {
  return publishedTracksOf
    .all(societyId)
    .map(({ slug, editionId }) => {
      const { title, language } = getTextFor(editionId, locale).text;
      return { slug, title, language };
    })
    .sort((a, b) => a.title.localeCompare(b.title, locale));
}
