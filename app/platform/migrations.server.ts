import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { env } from "./env.server";

/**
 * Names of the migrations in prisma/migrations that the database has not seen. Compared in process, because starting
 * Prisma's command costs seconds.
 */
export function pendingMigrations(): string[] {
  const shipped = readdirSync("prisma/migrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const file = path.join(env.DATA_DIR, "stepwedge.db");
  if (!existsSync(file)) return shipped;
  const connection = new Database(file, { readonly: true });
  try {
    const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get();
    if (table === undefined) return shipped;
    const rows = connection
      .prepare(
        "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
      )
      .all();
    // The column is declared NOT NULL by Prisma.
    const applied = new Set(rows.map((row) => (row as { name: string }).name));
    return shipped.filter((name) => !applied.has(name));
  } finally {
    connection.close();
  }
}
