import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";

const folder = "prisma/migrations";

interface Migration {
  readonly name: string;
  readonly sql: string;
}

function shippedMigrations(): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(path.join(folder, name, "migration.sql"), "utf8") }));
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Prisma's own record of what it has applied, as `prisma migrate deploy` makes it. */
const migrationsTable = `
  CREATE TABLE "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "checksum" TEXT NOT NULL,
    "finished_at" DATETIME,
    "migration_name" TEXT NOT NULL,
    "logs" TEXT,
    "rolled_back_at" DATETIME,
    "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0
  )`;

/**
 * The path of an empty database with every migration applied. Made once per state of prisma/migrations and kept in
 * .cache, because Prisma's command costs seconds and running the SQL costs milliseconds.
 */
export function migratedTemplate(): string {
  const migrations = shippedMigrations();
  const file = path.join(".cache/tests", `migrated-${sha256(JSON.stringify(migrations)).slice(0, 16)}.db`);
  if (existsSync(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const connection = new Database(draft);
  connection.pragma("journal_mode = DELETE");
  connection.exec(migrationsTable);
  const record = connection.prepare(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES (?, ?, 0, ?, 0, 1)`,
  );
  for (const { name, sql } of migrations) {
    connection.exec(sql);
    record.run(randomUUID(), sha256(sql), name);
  }
  connection.close();
  renameSync(draft, file);
  return file;
}
