import { statement } from "../platform/db.server";
import { present } from "../platform/invariant";
import { BoundedCache } from "../platform/still.server";
import { type EditionText, EditionTextSchema, type Manifest, ManifestSchema } from "./manifest";

/**
 * Editions, their texts and bodies in memory. They never change, so whatever was parsed once is right for ever;
 * 64 MB bound them together.
 */

interface EditionSociety {
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly isDemonstration: boolean;
}

export interface Edition {
  readonly id: string;
  readonly trackId: string;
  readonly trackSlug: string;
  readonly number: number;
  readonly publishedAt: string;
  /** As it is called now: editions never change, their society's name may. */
  readonly society: EditionSociety;
  readonly manifest: Manifest;
  /** The latest revision of each language, English first. A new revision is found when `texts` is read again. */
  readonly languages: readonly string[];
}

export interface FrozenText {
  readonly id: string;
  readonly hash: string;
  readonly revision: number;
  readonly text: EditionText;
}

/** Societies as they were last read, by id: with an edition, and with every new state of the catalogue. */
const societies = new Map<string, EditionSociety>();

export function rememberSocieties(read: readonly (EditionSociety & { readonly id: string })[]): void {
  for (const { id, slug, acronym, name, isDemonstration } of read)
    societies.set(id, { slug, acronym, name, isDemonstration });
}

const megabyte = 1_048_576;
const editions = new BoundedCache<Edition>(24 * megabyte);
const texts = new BoundedCache<FrozenText>(16 * megabyte);
const bodies = new BoundedCache<string>(24 * megabyte);

interface EditionRow {
  readonly id: string;
  readonly trackId: string;
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: string;
  readonly manifest: string;
  readonly societyId: string;
  readonly societySlug: string;
  readonly acronym: string;
  readonly societyName: string;
  readonly isDemonstration: 0 | 1;
  readonly languages: string;
}

const findEdition = statement<[string], EditionRow>(`
  SELECT e.id, e.trackId, t.slug, e.number, e.publishedAt, e.manifest, s.id AS societyId, s.slug AS societySlug, s.acronym, s.name AS societyName,
         s.isDemonstration,
         (SELECT json_group_array(language) FROM (SELECT DISTINCT language FROM EditionText WHERE editionId = e.id)) AS languages
    FROM Edition e JOIN Track t ON t.id = e.trackId JOIN Society s ON s.id = t.societyId WHERE e.id = ?`);

/** The edition with this id. @throws when there is none: ids of editions come from rows, never from a reader. */
export function getEdition(id: string): Edition {
  const kept = editions.get(id);
  if (kept !== undefined) return kept;
  const row = present(findEdition.get(id), `edition ${id}`);
  const { societyId, societySlug: slug, acronym, societyName: name } = row;
  const society = { slug, acronym, name, isDemonstration: row.isDemonstration === 1 };
  rememberSocieties([{ id: societyId, ...society }]);
  const edition: Edition = {
    id: row.id,
    trackId: row.trackId,
    trackSlug: row.slug,
    number: row.number,
    publishedAt: row.publishedAt,
    get society() {
      return societies.get(societyId) ?? society;
    },
    manifest: ManifestSchema.parse(JSON.parse(row.manifest)),
    // Built by the statement itself.
    languages: (JSON.parse(row.languages) as string[]).sort(
      (a, b) => Number(b === "en") - Number(a === "en") || a.localeCompare(b),
    ),
  };
  editions.set(id, edition, row.manifest.length * 4);
  return edition;
}

const findText = statement<[string], { id: string; hash: string; revision: number; content: string }>(
  "SELECT id, hash, revision, content FROM EditionText WHERE id = ?",
);

/** A frozen text by its id. @throws when there is none. */
export function getText(id: string): FrozenText {
  const kept = texts.get(id);
  if (kept !== undefined) return kept;
  const row = present(findText.get(id), `edition text ${id}`);
  const text: FrozenText = {
    id: row.id,
    hash: row.hash,
    revision: row.revision,
    text: EditionTextSchema.parse(JSON.parse(row.content)),
  };
  texts.set(id, text, row.content.length * 4);
  return text;
}

const findLatestTextId = statement<[string, string, string], { id: string }>(
  `SELECT id FROM EditionText WHERE editionId = ? AND language IN (?, ?)
    ORDER BY language = 'en', revision DESC LIMIT 1`,
);

/** The latest text of an edition in a language, or in English where the edition doesn't speak it. */
export function getTextFor(editionId: string, language: string): FrozenText {
  return getText(present(findLatestTextId.get(editionId, language, "en"), `text of edition ${editionId}`).id);
}

const findBody = statement<[string], { content: string }>("SELECT content FROM Body WHERE hash = ?");

/** A body by its hash. @throws when there is none. */
export function getBody(hash: string): string {
  const kept = bodies.get(hash);
  if (kept !== undefined) return kept;
  const { content } = present(findBody.get(hash), `body ${hash}`);
  bodies.set(hash, content, content.length * 2);
  return content;
}
