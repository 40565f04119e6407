import { dbTime, hot, prepareHot, statement } from "./db.server";

/** Counts failures per key in the database, so that several processes count together. */
export interface Limit {
  readonly attempts: number;
  readonly windowSeconds: number;
}

const findCount = statement<[string, string], { count: number; resetAt: string }>(
  "SELECT count, resetAt FROM RateLimit WHERE key = ? AND resetAt > ?",
);

/** Seconds until the key may try again, or 0. */
export function secondsToWait(key: string, limit: Limit, now: Date): number {
  const row = findCount.get(key, dbTime(now));
  if (row === undefined || row.count < limit.attempts) return 0;
  return Math.max(1, Math.ceil((new Date(row.resetAt).getTime() - now.getTime()) / 1000));
}

/** Counts one failure. The window starts with the first one. */
export async function countFailure(key: string, limit: Limit, now: Date): Promise<void> {
  const resetAt = dbTime(new Date(now.getTime() + limit.windowSeconds * 1000));
  await hot((connection) =>
    prepareHot(
      connection,
      `INSERT INTO RateLimit (key, count, resetAt) VALUES (?, 1, ?)
       ON CONFLICT (key) DO UPDATE SET
         count = CASE WHEN resetAt > ? THEN count + 1 ELSE 1 END,
         resetAt = CASE WHEN resetAt > ? THEN resetAt ELSE excluded.resetAt END`,
    ).run(key, resetAt, dbTime(now), dbTime(now)),
  );
}

export async function forgetFailures(key: string): Promise<void> {
  await hot((connection) => prepareHot(connection, "DELETE FROM RateLimit WHERE key = ?").run(key));
}

/** Removes windows that are over: called by the daily job. */
export async function sweepRateLimits(now: Date): Promise<void> {
  await hot((connection) => prepareHot(connection, "DELETE FROM RateLimit WHERE resetAt <= ?").run(dbTime(now)));
}
