import { existsSync } from "node:fs";
import type { Published } from "../../app/authoring/publish-edition.server";

/** `npm run seed`: fills the database of DATA_DIR with the shipped content. Exit 1 with sentences when it can't. */
async function main(): Promise<number> {
  // Settings are read while the app's modules load, so .env comes first.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { pendingMigrations } = await import("../../app/platform/migrations.server");
  if (pendingMigrations().length > 0) {
    console.error("The database is not up to date: run `npm run migrate` first.");
    return 1;
  }
  const { seed } = await import("./seed");
  const { ContentError } = await import("./read-content");
  const { closeDatabase } = await import("../../app/platform/db.server");
  try {
    for (const { slug, published } of await seed({ now: new Date() })) console.log(`${slug}: ${say(published)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await closeDatabase();
  }
}

function say(published: Published): string {
  if (!published.ok && published.reason === "unchanged") return `edition ${String(published.number)}, unchanged`;
  if (!published.ok) return `no new edition. ${published.reason === "not-yours" ? "" : published.problems.join("; ")}`;
  return published.made === "edition"
    ? `edition ${String(published.number)} published`
    : `edition ${String(published.number)}, new texts published`;
}

process.exitCode = await main();
