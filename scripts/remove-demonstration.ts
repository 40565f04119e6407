/** npm run demo:remove: takes the demonstration accounts out, so that the site can start with APP_URL set. */
import { existsSync } from "node:fs";
import process from "node:process";

async function main(): Promise<number> {
  // Settings are read while the app's modules load, so .env comes first.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { pendingMigrations } = await import("../app/platform/migrations.server");
  if (pendingMigrations().length > 0) {
    console.error("The database is not up to date. Run npm start once, then this command again.");
    return 1;
  }
  const accounts = await import("../app/accounts/demonstration-accounts.server");
  const { closeDatabase } = await import("../app/platform/db.server");
  if (await accounts.demonstrationAccountsExist()) {
    const { deleted, emptied } = await accounts.removeDemonstrationAccounts();
    console.log(
      `Demonstration accounts: ${String(deleted)} deleted, ${String(emptied)} with evidence emptied and shut.`,
    );
  } else {
    console.log("There are no demonstration accounts.");
  }
  await closeDatabase();
  return 0;
}

process.exitCode = await main();
