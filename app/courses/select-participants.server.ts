import { setImmediate } from "node:timers/promises";
import { dbTime, statement } from "../platform/db.server";
import { queryTerms, termsOf } from "../search/fold";
import type { ParticipantQuery } from "./participant-query";
import { lastStep, lessonSittings } from "./participant-sql";

/** Ids of enrolments in one society's tracks, in the order of the learners' names. */
export interface SelectedParticipants {
  readonly count: number;
  /** The ids from a place on. */
  readonly slice: (from: number, size: number) => readonly string[];
}

interface Scope {
  readonly societyId: string;
  readonly track: string | null;
  readonly email: string | null;
  readonly state: ParticipantQuery["state"];
  readonly stoppedBefore: string;
}

// CROSS JOIN keeps SQLite to this order: from the society's few tracks to their enrolments, never through all of them.
const scope = `
  FROM Track t CROSS JOIN Enrolment e CROSS JOIN Person p
 WHERE t.societyId = @societyId AND e.trackId = t.id AND p.id = e.personId
   AND (@track IS NULL OR t.slug = @track) AND (@email IS NULL OR p.email = @email)
   AND CASE @state
         WHEN 'complete' THEN e.completedAt IS NOT NULL
         WHEN 'not-started' THEN NOT EXISTS (SELECT 1 FROM LessonState s WHERE s.enrolmentId = e.id AND s.done = 1)
                                 AND NOT EXISTS (SELECT 1 ${lessonSittings})
         WHEN 'stopped' THEN e.completedAt IS NULL AND ${lastStep} < @stoppedBefore
         ELSE 1
       END`;
const order = "ORDER BY p.certificateName COLLATE NOCASE, e.id";

const countInScope = statement<[Scope], { count: number }>(`SELECT count(*) AS count ${scope}`);
const idsInScope = statement<[Scope & { from: number; size: number }], { id: string }>(
  `SELECT e.id ${scope} ${order} LIMIT @size OFFSET @from`,
);
const namesInScope = statement<[Scope], { id: string; name: string }>(
  `SELECT e.id, p.certificateName AS name ${scope} ${order}`,
);

const stoppedAfterMs = 90 * 86_400_000;
const namesAtOnce = 2000;

/**
 * Selects what a query asks for. Without words, or with an e-mail address, the database counts and pages. SQLite can't
 * fold accents, so names are folded here, and other requests get their turn between blocks of them.
 *
 * An address fits only as a whole: the society sees no addresses, and parts of one would let it guess the rest.
 * @param input.societyId comes from a guard
 */
export async function selectParticipants(input: {
  societyId: string;
  query: Omit<ParticipantQuery, "page">;
  now: Date;
}): Promise<SelectedParticipants> {
  const { q, track, state } = input.query;
  const isAddress = q.includes("@");
  const wanted: Scope = {
    societyId: input.societyId,
    track: track === "" ? null : track,
    email: isAddress ? q.toLowerCase() : null,
    state,
    stoppedBefore: dbTime(new Date(input.now.getTime() - stoppedAfterMs)),
  };
  if (q === "" || isAddress) {
    return {
      count: countInScope.get(wanted)?.count ?? 0,
      slice: (from, size) => idsInScope.all({ ...wanted, from, size }).map(({ id }) => id),
    };
  }
  const ids = await idsOfNames(namesInScope.all(wanted), queryTerms(q));
  return { count: ids.length, slice: (from, size) => ids.slice(from, from + size) };
}

/** Every typed word begins a word of the name, whatever their accents. */
async function idsOfNames(rows: readonly { id: string; name: string }[], typed: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return [];
  const ids: string[] = [];
  for (let from = 0; from < rows.length; from += namesAtOnce) {
    if (from > 0) await setImmediate();
    for (const { id, name } of rows.slice(from, from + namesAtOnce)) {
      const terms = termsOf(name);
      if (typed.every((word) => terms.some((term) => term.startsWith(word)))) ids.push(id);
    }
  }
  return ids;
}
