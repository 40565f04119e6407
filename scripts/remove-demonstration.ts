/** npm run demo:remove: takes the demonstration accounts out, so that the site can start with APP_URL set. */
import { demonstrationAccountsExist, removeDemonstrationAccounts } from "../app/accounts/demonstration-accounts.server";
import { closeDatabase } from "../app/platform/db.server";
import { pendingMigrations } from "../app/platform/migrations.server";

if (pendingMigrations().length > 0) {
  console.error("The database is not up to date. Run npm start once, then this command again.");
  process.exit(1);
}
if (await demonstrationAccountsExist()) {
  const { deleted, emptied } = await removeDemonstrationAccounts();
  console.log(`Demonstration accounts: ${String(deleted)} deleted, ${String(emptied)} with evidence emptied and shut.`);
} else {
  console.log("There are no demonstration accounts.");
}
await closeDatabase();
