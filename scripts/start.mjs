/**
 * `npm start`: from a fresh clone to a running site in one command. `npm run dev` is the same with Vite's server
 * instead of a build. The site runs in this process, so that Ctrl-C reaches it.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { ensureBuilt, ensureGenerated, ensureInstalled, requireNode } from "./prepare.mjs";

requireNode();
process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), ".."));
if (existsSync(".env")) process.loadEnvFile(".env");
const isDevelopment = process.argv.includes("--dev");

await ensureInstalled();
await ensureGenerated();
const { ensureMigrated, ensureSeeded, refuseDemonstrationAccounts } = await import("./database.mjs");
await ensureMigrated();
await refuseDemonstrationAccounts();
await ensureSeeded();
if (!isDevelopment) await ensureBuilt();
process.stdout.write("Starting … ");
await import("../server/main.mjs");
await waitUntilReady();
await introduce();

/** Any answer will do: what is behind it, /readyz says to those who watch it. */
async function waitUntilReady() {
  const host =
    process.env.HOST && process.env.HOST !== "0.0.0.0" && process.env.HOST !== "::" ? process.env.HOST : "127.0.0.1";
  const address = `http://${host.includes(":") ? `[${host}]` : host}:${process.env.PORT || "3000"}/readyz`;
  for (let tries = 0; tries < 300; tries++) {
    try {
      await fetch(address);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** The demonstration accounts, for as long as they work. */
async function introduce() {
  if (process.env.APP_URL) return;
  const { tsImport } = await import("tsx/esm/api");
  const { demonstrationPassword, demonstrationPeople } = await tsImport(
    "../app/accounts/demonstration-people.ts",
    import.meta.url,
  );
  const width = Math.max(...demonstrationPeople.map(({ email }) => email.length));
  console.log(
    "\nThis is a demonstration. It answers on this machine only; to open it to others, see docs/operations.md.",
  );
  console.log(`Accounts, all with the password "${demonstrationPassword}":`);
  for (const { email, name, key } of demonstrationPeople) console.log(`  ${email.padEnd(width)}  ${key}, ${name}`);
  console.log("Ctrl-C stops the site.");
}
