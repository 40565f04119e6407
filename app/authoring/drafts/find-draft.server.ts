import { statement } from "../../platform/db.server";
import { BoundedCache } from "../../platform/still.server";
import { type Draft, DraftFile, DraftWords } from "./draft-file";
import type { DraftBase } from "./draft-base";

/** The working copy of a track in its latest version. */
export interface FoundDraft extends Draft {
  readonly trackId: string;
  readonly slug: string;
  readonly base: DraftBase;
  readonly savedAt: string;
  readonly availability: string;
  /** Null while nothing was published. */
  readonly edition: { readonly number: number; readonly publishedAt: string } | null;
}

interface Row {
  readonly id: string;
  readonly slug: string;
  readonly availability: string;
  readonly structure: string;
  readonly structureVersion: number;
  readonly words: string;
  readonly wordsVersion: number;
  readonly savedAt: string;
  readonly number: number | null;
  readonly publishedAt: string | null;
}

const latest = (alias: string, part: string, language: string) => `
  JOIN DraftText ${alias} ON ${alias}.trackId = t.id AND ${alias}.part = '${part}' AND ${alias}.language = ${language}
   AND ${alias}.version = (SELECT max(v.version) FROM DraftText v
        WHERE v.trackId = t.id AND v.part = '${part}' AND v.language = ${alias}.language)`;

const draftOf = statement<[string, string], Row>(`
  SELECT t.id, t.slug, t.availability, s.content AS structure, s.version AS structureVersion, w.content AS words,
         w.version AS wordsVersion, max(s.at, w.at) AS savedAt, e.number, e.publishedAt
    FROM Track t ${latest("s", "structure", "''")} ${latest("w", "words", "json_extract(s.content, '$.languages[0]')")}
    LEFT JOIN Edition e ON e.id = t.currentEditionId
   WHERE t.societyId = ? AND t.slug = ?`);

/** The working copy of one of this society's tracks, or null. The society's id comes from a guard. */
export function findDraft(societyId: string, trackSlug: string): FoundDraft | null {
  const row = draftOf.get(societyId, trackSlug);
  if (row === undefined) return null;
  const { id: trackId, slug, availability, savedAt, number, publishedAt } = row;
  return {
    trackId,
    slug,
    availability,
    savedAt,
    ...readDraft(row.structure, row.words),
    base: { structure: row.structureVersion, words: row.wordsVersion },
    edition: number === null || publishedAt === null ? null : { number, publishedAt },
  };
}

const partAt = statement<[string, string, string, number], { content: string }>(
  "SELECT content FROM DraftText WHERE trackId = ? AND part = ? AND language = ? AND version = ?",
);

/** The draft as it was in these versions, or null where there were none. */
export function findFormerDraft(trackId: string, language: string, base: DraftBase): Draft | null {
  const structure = partAt.get(trackId, "structure", "", base.structure);
  const words = partAt.get(trackId, "words", language, base.words);
  return structure === undefined || words === undefined ? null : readDraft(structure.content, words.content);
}

// A version of a text never changes, and each step of an author reads the same one several times.
const files = new BoundedCache<DraftFile>(8 * 1_048_576);
const texts = new BoundedCache<DraftWords>(8 * 1_048_576);

function parsed<Value>(cache: BoundedCache<Value>, content: string, parse: (value: unknown) => Value): Value {
  const kept = cache.get(content);
  if (kept !== undefined) return kept;
  const value = parse(JSON.parse(content));
  cache.set(content, value, content.length * 6);
  return value;
}

/** @throws when what stands there is no draft: only checked ones are written */
export function readDraft(structure: string, words: string): Draft {
  return {
    file: parsed(files, structure, (value) => DraftFile.parse(value)),
    words: parsed(texts, words, (value) => DraftWords.parse(value)),
  };
}
