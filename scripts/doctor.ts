import { existsSync } from "node:fs";

/**
 * `npm run doctor`: looks at the settings, the database and the machine of DATA_DIR, and says in sentences what is
 * well and what is not. It changes nothing and may be run beside the site. Exit 0 when all is well, 1 when something
 * needs a hand.
 */

// Settings are read while the app's modules load, so .env comes first.
if (existsSync(".env")) process.loadEnvFile(".env");
const { examine } = await import("./doctor/examine");
const findings = await examine(new Date());
for (const { isWell, sentence } of findings) console.log(`${isWell ? "well  " : "CARE  "}${sentence}`);
const cares = findings.filter(({ isWell }) => !isWell).length;
console.log(
  cares === 0 ? "\nAll is well." : `\n${cares === 1 ? "One thing needs" : `${String(cares)} things need`} a hand.`,
);
process.exitCode = cares === 0 ? 0 : 1;
