import { editDistance } from "./edit-distance";
import { queryTerms, termsOf } from "./fold";

/**
 * Search in memory, the same for every database: folded terms, prefixes, parts of compounds, typing errors, ranks.
 * Pure: an index is made of documents and never changes.
 */

/** Where a word stands decides how much it counts: a title before a lesson's title, a society, a summary. */
const weights = { title: 8, lessons: 4, society: 2, summary: 1 } as const;
export type SearchField = keyof typeof weights;
// Object.keys forgets the literal names.
const fields = Object.keys(weights) as SearchField[];

export interface SearchDocument {
  readonly id: string;
  /** Every text of the document by its field, in all languages that it speaks. */
  readonly texts: Readonly<Record<SearchField, readonly string[]>>;
}

/** Document id -> the weight of the best field in which the term stands. */
type Places = Map<string, number>;

export interface SearchIndex {
  readonly places: ReadonlyMap<string, Places>;
  /** Every term, sorted: prefixes are neighbours. */
  readonly terms: readonly string[];
}

export interface SearchResult {
  /** Ids, the best first. Equal ranks keep the order of the documents. */
  readonly ids: readonly string[];
  /** Words that no document holds, with the terms that were taken in their place. */
  readonly corrections: readonly { readonly typed: string; readonly taken: readonly string[] }[];
}

export function makeSearchIndex(documents: readonly SearchDocument[]): SearchIndex {
  const places = new Map<string, Places>();
  for (const { id, texts } of documents) {
    for (const field of fields) {
      for (const term of texts[field].flatMap(termsOf)) {
        const known = places.get(term) ?? new Map<string, number>();
        known.set(id, Math.max(known.get(id) ?? 0, weights[field]));
        places.set(term, known);
      }
    }
  }
  return { places, terms: [...places.keys()].sort() };
}

const mostWords = 12;

/**
 * Documents that hold every word of the query. A word of one or two letters that nothing holds is passed over, as long
 * as others remain: "in", "de", "la".
 * @returns null when the query holds no word at all
 */
export function searchIndex(index: SearchIndex, query: string): SearchResult | null {
  const typed = [...new Set(queryTerms(query))].slice(0, mostWords);
  if (typed.length === 0) return null;
  const matches = typed.map((word) => ({ word, ...matchWord(index, word) }));
  const telling = matches.filter(({ word, terms }) => terms.length > 0 || word.length > 2);
  const wanted = telling.length > 0 ? telling : matches;
  const scores = wanted.map(({ terms }) => scoresOf(index, terms));
  const ids = [...(scores[0]?.keys() ?? [])].filter((id) => scores.every((score) => score.has(id)));
  const total = (id: string) => scores.reduce((sum, score) => sum + (score.get(id) ?? 0), 0);
  const corrections = wanted
    .filter(({ isGuess }) => isGuess)
    .map(({ word, terms }) => ({ typed: word, taken: terms.map(({ term }) => term) }));
  return { ids: ids.sort((a, b) => total(b) - total(a)), corrections };
}

interface Match {
  readonly terms: readonly { readonly term: string; readonly quality: number }[];
  /** The word stands nowhere; its nearest neighbours were taken. */
  readonly isGuess: boolean;
}

function scoresOf(index: SearchIndex, terms: Match["terms"]): Places {
  const scores: Places = new Map();
  for (const { term, quality } of terms) {
    for (const [id, weight] of index.places.get(term) ?? [])
      scores.set(id, Math.max(scores.get(id) ?? 0, weight * quality));
  }
  return scores;
}

/** The word itself and what begins with it; where nothing does, compounds that contain it and its likely spellings. */
function matchWord(index: SearchIndex, word: string): Match {
  const begins = withPrefix(index.terms, word).map((term) => ({ term, quality: term === word ? 1 : 0.75 }));
  if (begins.length > 0) return { terms: begins, isGuess: false };
  const inside =
    word.length < 4 ? [] : index.terms.filter((term) => term.includes(word)).map((term) => ({ term, quality: 0.5 }));
  const near = nearest(index.terms, word).map((term) => ({ term, quality: 0.4 }));
  return { terms: [...inside, ...near], isGuess: inside.length === 0 && near.length > 0 };
}

/** A single letter is no prefix: it would match nearly everything. */
function withPrefix(terms: readonly string[], prefix: string): string[] {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < terms.length && terms[end]?.startsWith(prefix)) end++;
  const found = terms.slice(low, end);
  return prefix.length === 1 ? found.filter((term) => term === prefix) : found;
}

/** One error in a word of four letters, two from eight on. Numbers are never corrected: 32 mGy is not 22 mGy. */
function nearest(terms: readonly string[], word: string): string[] {
  if (word.length < 4 || /\d/.test(word)) return [];
  const limit = word.length < 8 ? 1 : 2;
  let best = limit;
  let found: string[] = [];
  for (const term of terms) {
    if (Math.abs(term.length - word.length) > best || term.length < 3) continue;
    const distance = editDistance(word, term, best);
    if (distance > best) continue;
    if (distance < best) found = [];
    best = distance;
    found.push(term);
  }
  return found;
}
