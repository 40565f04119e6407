/** npm run demo:remove: takes the demonstration accounts out, so that the site can start with APP_URL set. */
import process from "node:process";
import { databaseIsReady } from "./database-ready";

async function main(): Promise<number> {
  if (!(await databaseIsReady())) return 1;
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
