import type { Transaction } from "../platform/db.server";
import { type MarkedBefore, markChanged } from "./regrade-before.server";
import { type Regraded, type RulingOn, writeStandings } from "./regrade-sittings.server";

/** A ruling as it goes on record. */
export interface NewRuling extends RulingOn {
  /** Made by the page that asks for it, so that a second click is the same ruling. */
  readonly id: string;
  readonly reason: string;
  readonly byPersonId: string;
  readonly at: Date;
}

/**
 * Puts a ruling on record, with what it does to each of these sittings, and does it. Must be the first that its
 * transaction writes. A pass once given stays.
 * @param before what the ruling does to them, as `markBefore` found it
 * @returns the results before and after, in the order of the ids
 */
export async function regradeQuestion(
  tx: Transaction,
  { id, revisionId, ruling, ...record }: NewRuling,
  sittingIds: readonly string[],
  before: MarkedBefore,
): Promise<Regraded[]> {
  const regraded = await markChanged(sittingIds, { ruling: { revisionId, ruling } }, before);
  await tx.questionRuling.create({ data: { id, revisionId, ruling: JSON.stringify(ruling), ...record } });
  for (let from = 0; from < regraded.length; from += 500) {
    const rows = regraded
      .slice(from, from + 500)
      .map(({ sittingId, before, after }) => [sittingId, ...columnsOf(before), ...columnsOf(after)]);
    await tx.$executeRaw`
      INSERT INTO RegradeChange (rulingId, sittingId, scoreBeforeHundredths, maxBeforeHundredths, passedBefore,
                                 scoreAfterHundredths, maxAfterHundredths, passedAfter)
      SELECT ${id}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6
        FROM json_each(${JSON.stringify(rows)})`;
  }
  await writeStandings(tx, regraded);
  return regraded;
}

/** The table knows passed and not passed; a sitting that waits for its marker has not passed yet. */
function columnsOf({ scoreHundredths, maxHundredths, passed }: Regraded["before"]): (number | boolean)[] {
  return [scoreHundredths, maxHundredths, passed === true];
}
