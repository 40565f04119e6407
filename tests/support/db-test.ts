import { afterAll, beforeEach, test } from "vitest";
import { closeDatabase, db, hot, transact } from "../../app/platform/db.server";
import { type Given, makeGiven } from "./given";

/** What a test with a database works with. */
export interface DbTestContext {
  readonly db: typeof db;
  readonly transact: typeof transact;
  readonly given: Given;
  /** A fixed moment: Monday 2 March 2026, 09:00 UTC. */
  readonly now: Date;
}

const now = new Date("2026-03-02T09:00:00.000Z");

/** Removes every row of every table, and nothing of the tables themselves. */
async function emptyDatabase(): Promise<void> {
  await hot((connection) => {
    const tables = connection
      .prepare(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> '_prisma_migrations'",
      )
      .pluck()
      .all();
    connection.pragma("defer_foreign_keys = ON");
    for (const table of tables) connection.exec(`DELETE FROM "${String(table)}"`);
  });
}

beforeEach(emptyDatabase);
afterAll(closeDatabase);

/** A test that starts from an empty, migrated database of its own. Its name is a sentence that states a rule. */
export function dbTest(sentence: string, body: (context: DbTestContext) => Promise<void> | void): void {
  test(sentence, async () => {
    await body({ db, transact, given: makeGiven(now), now });
  });
}
