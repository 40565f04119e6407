/** Migrates and seeds the embedded database at the start. Needs the dependencies, not the build. */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { runNode, step, stopWith } from "./prepare.mjs";

/** Where the data lives, by the same rule as app/platform/env.server. */
export const dataFolder = () => path.resolve(process.env.DATA_DIR || "data");

const databaseFile = () => path.join(dataFolder(), "stepwedge.db");
const forTools = () => ({ env: { ...process.env, DATA_DIR: dataFolder(), DATABASE_URL: `file:${databaseFile()}` } });

/** Opens the database for one question. @returns null while there is no such file or table. */
async function ask(table, sql) {
  if (!existsSync(databaseFile())) return null;
  const { default: Database } = await import("better-sqlite3");
  const connection = new Database(databaseFile(), { readonly: true });
  try {
    const exists = connection.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table);
    return exists === undefined ? null : connection.prepare(sql).pluck().all();
  } finally {
    connection.close();
  }
}

/** Applies what is missing. The comparison is made here, because Prisma's command takes two seconds to say "nothing". */
export async function ensureMigrated() {
  const shipped = readdirSync("prisma/migrations", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const applied =
    (await ask(
      "_prisma_migrations",
      "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    )) ?? [];
  const unknown = applied.filter((name) => !shipped.includes(name));
  if (unknown.length > 0) {
    stopWith(
      `The database in ${dataFolder()} was made by a newer version: it has ${unknown.join(", ")}, which this version does not know. ` +
        "Start the newer version, or restore a backup that fits this one.",
    );
  }
  if (shipped.every((name) => applied.includes(name))) return;
  mkdirSync(dataFolder(), { recursive: true });
  await step("Migrating the database", () =>
    runNode("node_modules/prisma/build/index.js", ["migrate", "deploy"], forTools()),
  );
}

/** Accounts whose password is published must be gone before anybody else can reach the site. */
export async function refuseDemonstrationAccounts() {
  if (!process.env.APP_URL) return;
  const [accounts = 0] = (await ask("Person", "SELECT count(*) FROM Person WHERE isDemonstration = 1")) ?? [];
  if (accounts > 0) {
    stopWith(
      `APP_URL is set, but the database still has ${accounts} demonstration accounts with a published password. ` +
        "Remove them with: npm run demo:remove",
    );
  }
}

/** Brings the shipped tracks into a database that has none. One that was interrupted is taken up again. */
export async function ensureSeeded() {
  const isUnderWay = path.join(dataFolder(), "seeding");
  const [tracks = 0] = (await ask("Track", "SELECT count(*) FROM Track")) ?? [];
  if (tracks > 0 && !existsSync(isUnderWay)) return;
  writeFileSync(isUnderWay, "The shipped tracks are being written. This file goes when they are complete.\n");
  await step("Seeding the shipped tracks", () =>
    runNode("node_modules/tsx/dist/cli.mjs", ["prisma/seed/main.ts"], forTools()),
  );
  rmSync(isUnderWay);
}
