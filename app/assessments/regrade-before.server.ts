import { statement } from "../platform/db.server";
import { type Reconsidered, type Regraded, regradeSittings } from "./regrade-sittings.server";

/**
 * Marking thousands of sittings takes seconds, and whoever writes keeps every learner's answers waiting. So they are
 * marked before the transaction, and in it only those about which something has changed since.
 */

/** Results of a marking, with the state in which each sitting was found. */
export interface MarkedBefore {
  readonly regraded: ReadonlyMap<string, Regraded>;
  readonly states: ReadonlyMap<string, string>;
}

/** Everything that a sitting's marks depend on and that may change: all of it is only ever added to. */
const states = statement<[string], { id: string; state: string }>(`
  SELECT s.id, json_array(s.endedAt, s.scoreHundredths, s.maxHundredths, s.passed,
           (SELECT COUNT(*) FROM AnswerEvent a WHERE a.sittingId = s.id),
           (SELECT COUNT(*) FROM EssayAssessment e WHERE e.sittingId = s.id),
           (SELECT COUNT(*) FROM QuestionRuling)) AS state
    FROM json_each(?) j JOIN Sitting s ON s.id = j.value`);

function statesOf(ids: readonly string[]): Map<string, string> {
  return new Map(states.all(JSON.stringify(ids)).map(({ id, state }) => [id, state]));
}

export async function markBefore(ids: readonly string[], proposed: Reconsidered): Promise<MarkedBefore> {
  // Read first: what changes during the marking is marked again.
  const found = statesOf(ids);
  const regraded = await regradeSittings(ids, proposed);
  return { states: found, regraded: new Map(regraded.map((entry) => [entry.sittingId, entry])) };
}

/**
 * The same marking as it must be now. Inside a transaction that has not written yet.
 * @returns the results in the order of the ids
 */
export async function markChanged(
  ids: readonly string[],
  proposed: Reconsidered,
  before: MarkedBefore,
): Promise<Regraded[]> {
  const found = statesOf(ids);
  const isCurrent = (id: string) => before.regraded.has(id) && before.states.get(id) === found.get(id);
  const again = await regradeSittings(
    ids.filter((id) => !isCurrent(id)),
    proposed,
  );
  const all = new Map([...before.regraded, ...again.map((entry) => [entry.sittingId, entry] as const)]);
  return ids.flatMap((id) => all.get(id) ?? []);
}
