import { getTextFor } from "../../courses/edition-store.server";
import { statement } from "../../platform/db.server";
import { queryTerms, termsOf } from "../../search/fold";

/** A published track of a society, with how many take it. */
export interface InsightTrack {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly enrolled: number;
  readonly completed: number;
}

const tracksOf = statement<[string], { slug: string; editionId: string; enrolled: number; completed: number }>(`
  SELECT t.slug, (SELECT e.id FROM Edition e WHERE e.trackId = t.id ORDER BY e.number DESC LIMIT 1) AS editionId,
         (SELECT COUNT(*) FROM Enrolment n WHERE n.trackId = t.id) AS enrolled,
         (SELECT COUNT(n.completedAt) FROM Enrolment n WHERE n.trackId = t.id) AS completed
    FROM Track t WHERE t.societyId = ? AND EXISTS (SELECT 1 FROM Edition e WHERE e.trackId = t.id) ORDER BY t.slug`);

/**
 * The society's published tracks whose titles hold every typed word, by title.
 * @param input.societyId comes from a guard
 */
export function listInsightTracks(input: { societyId: string; q: string; locale: string }): InsightTrack[] {
  const typed = queryTerms(input.q);
  return tracksOf
    .all(input.societyId)
    .map(({ editionId, ...track }) => {
      const { text } = getTextFor(editionId, input.locale);
      return { ...track, title: text.title, language: text.language };
    })
    .filter(({ title }) => {
      const terms = termsOf(title);
      return typed.every((word) => terms.some((term) => term.startsWith(word)));
    })
    .sort((a, b) => a.title.localeCompare(b.title, input.locale));
}
