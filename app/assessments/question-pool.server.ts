import { QuestionPool, type QuestionTags } from "../../quizzes/engine/draw";
import { statement } from "../platform/db.server";
import { invariant, present } from "../platform/invariant";

/** One question of an edition's pool. */
export interface PoolEntry {
  readonly key: string;
  readonly revisionId: string;
}

/** What a paper is drawn from: the tags of thousands of questions, without their texts. */
export interface DrawTable {
  readonly pool: QuestionPool;
  readonly revisionOf: (key: string) => string;
}

/** By the pool of a manifest, which never changes: the table goes when the edition leaves the memory. */
const tables = new WeakMap<readonly PoolEntry[], DrawTable>();

interface TagRow {
  readonly kind: QuestionTags["kind"];
  readonly topic: string;
  readonly difficulty: QuestionTags["difficulty"];
  readonly outcomes: string;
  readonly professions: string | null;
}

/** The database takes the tags out of the questions: parsing thousands of whole ones would hold up every other request. */
const tagsOf = statement<[string], TagRow>(`
  SELECT r.content ->> 'kind' AS kind, r.content ->> 'topic' AS topic, r.content ->> 'difficulty' AS difficulty,
         r.content -> 'outcomes' AS outcomes, r.content -> 'professions' AS professions
    FROM json_each(?) j JOIN QuestionRevision r ON r.id = j.value ORDER BY j.key`);

/** The table of a pool, made where it isn't known yet: outside the hot lane, so that no save waits for it. */
export function drawTable(pool: readonly PoolEntry[]): DrawTable {
  const known = tables.get(pool);
  if (known !== undefined) return known;
  const rows = tagsOf.all(JSON.stringify(pool.map(({ revisionId }) => revisionId)));
  invariant(rows.length === pool.length, "every revision of a pool is there");
  const revisions = new Map(pool.map(({ key, revisionId }) => [key, revisionId]));
  const made: DrawTable = {
    pool: new QuestionPool(pool.map(({ key }, i) => readTags(key, present(rows[i], `tags of ${key}`)))),
    revisionOf: (key) => present(revisions.get(key), `revision of ${key}`),
  };
  tables.set(pool, made);
  return made;
}

function readTags(id: string, { kind, topic, difficulty, outcomes, professions }: TagRow): QuestionTags {
  // Revisions hold checked questions, so these are lists of texts.
  const list = (text: string) => JSON.parse(text) as string[];
  const tags = { id, kind, topic, difficulty, outcomes: list(outcomes) };
  return professions === null ? tags : { ...tags, professions: list(professions) };
}
