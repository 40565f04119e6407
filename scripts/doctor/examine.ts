import { existsSync, statfsSync } from "node:fs";
import path from "node:path";
import { closeDatabase, readPragmas, statement } from "../../app/platform/db.server";
import { env, settingWarnings } from "../../app/platform/env.server";
import { pendingMigrations } from "../../app/platform/migrations.server";
import { clockFinding, diskFinding, type Finding, jobFindings, migrationFinding, pragmaFindings } from "./findings";

/** Looks at everything once. A database that isn't there, or can't be read, is a finding and no crash. */
export async function examine(now: Date): Promise<Finding[]> {
  const file = path.join(env.DATA_DIR, "stepwedge.db");
  if (!existsSync(file))
    return [
      { isWell: false, sentence: `There is no database in ${env.DATA_DIR}. Run npm start once, or set DATA_DIR.` },
    ];
  const { bavail, bsize } = statfsSync(env.DATA_DIR);
  const found = [
    ...settingWarnings(env).map((sentence) => ({ isWell: false, sentence })),
    migrationFinding(pendingMigrations()),
    diskFinding(bavail * bsize),
  ];
  try {
    return [...found, ...(await examineDatabase(now))];
  } catch (error) {
    return [
      ...found,
      {
        isWell: false,
        sentence: `The database can't be read: ${error instanceof Error ? error.message : String(error)}`,
      },
    ];
  } finally {
    await closeDatabase();
  }
}

async function examineDatabase(now: Date): Promise<Finding[]> {
  const integrity = statement<[], { quick_check: string }>("PRAGMA quick_check(1)").get()?.quick_check ?? "no answer";
  const foreign = statement<[], { table: string }>("PRAGMA foreign_key_check").all();
  return [
    ...pragmaFindings(await readPragmas()),
    {
      isWell: integrity === "ok" && foreign.length === 0,
      sentence:
        integrity === "ok" && foreign.length === 0
          ? "The database file is whole, and every reference in it leads somewhere."
          : `The database file is damaged (${integrity}; ${String(foreign.length)} references lead nowhere). Restore a backup.`,
    },
    ...jobFindings(readJobs(), now),
    clockFinding(readLatest(), now),
  ];
}

function readJobs() {
  const counts = statement<[], { waiting: number; dead: number }>(
    "SELECT count(*) FILTER (WHERE deadAt IS NULL) AS waiting, count(*) FILTER (WHERE deadAt IS NOT NULL) AS dead FROM Job WHERE doneAt IS NULL",
  ).get();
  const oldest = statement<[], { runAt: string | null }>(
    "SELECT min(runAt) AS runAt FROM Job WHERE doneAt IS NULL AND deadAt IS NULL",
  ).get();
  return {
    waiting: counts?.waiting ?? 0,
    dead: counts?.dead ?? 0,
    oldestDue: oldest?.runAt == null ? null : new Date(oldest.runAt),
  };
}

/** The latest moment that the server itself has written. */
function readLatest(): Date | null {
  const row = statement<[], { at: string | null }>(
    `SELECT max(at) AS at FROM (
       SELECT max(createdAt) AS at FROM Session UNION ALL SELECT max(enrolledAt) FROM Enrolment
       UNION ALL SELECT max(issuedAt) FROM Certificate UNION ALL SELECT max(at) FROM AuditEvent)`,
  ).get();
  return row?.at == null ? null : new Date(row.at);
}
