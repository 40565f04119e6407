import { statement } from "../platform/db.server";
import { BoundedCache } from "../platform/still.server";
import { type EditionChanges, editionChanges } from "./edition-changes";
import { getEdition, getTextFor } from "./edition-store.server";

/** A newer edition of a track that somebody is enrolled in, with what changed since theirs. */
export interface EditionOffer {
  readonly yours: number;
  readonly number: number;
  /** Language of titles and notes. */
  readonly language: string;
  readonly changes: EditionChanges;
  /** What the authors say about each edition since, the oldest first. */
  readonly notes: readonly { readonly number: number; readonly isCorrection: boolean; readonly text: string }[];
}

const editionsSince = statement<[string, number, number], { number: number; isCorrection: 0 | 1; text: string }>(
  `SELECT number, isCorrection, changeNote AS text FROM Edition WHERE trackId = ? AND number > ? AND number <= ?
    ORDER BY number LIMIT 50`,
);

const known = new BoundedCache<EditionOffer>(2 * 1_048_576);

/**
 * What a learner of one edition is told about another, or null where that one is not newer. Editions never change, so
 * an offer is computed once; a corrected translation makes another text, and so another offer. Two statements for the
 * texts, one more the first time.
 */
export function findEditionOffer(from: string, to: string | null, language: string): EditionOffer | null {
  if (to === null || to === from) return null;
  const [mine, newer] = [getEdition(from), getEdition(to)];
  if (newer.number <= mine.number) return null;
  // Texts are compared in one language: a translation beside its original differs in everything.
  const common = mine.languages.includes(language) && newer.languages.includes(language) ? language : "en";
  const [before, after] = [getTextFor(from, common), getTextFor(to, common)];
  const key = `${before.id} ${after.id}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const offer: EditionOffer = {
    yours: mine.number,
    number: newer.number,
    language: after.text.language,
    changes: editionChanges(
      { manifest: mine.manifest, text: before.text },
      { manifest: newer.manifest, text: after.text },
    ),
    notes: editionsSince
      .all(newer.trackId, mine.number, newer.number)
      .map(({ isCorrection, ...note }) => ({ ...note, isCorrection: isCorrection === 1 }))
      .filter(({ text, isCorrection }) => text !== "" || isCorrection),
  };
  known.set(key, offer, JSON.stringify(offer).length * 2);
  return offer;
}
