import { existsSync } from "node:fs";
import process from "node:process";

/**
 * What a command does before it touches the site's database: it reads .env, because settings are read while the app's
 * modules load, and says so when the database is behind the program.
 * @returns whether the command may go on
 */
export async function databaseIsReady(): Promise<boolean> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { pendingMigrations } = await import("../app/platform/migrations.server");
  if (pendingMigrations().length === 0) return true;
  console.error("The database is not up to date. Run npm start once, then this command again.");
  return false;
}
