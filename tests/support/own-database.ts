import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { migratedTemplate } from "./migrated-file";

/**
 * Gives each test file its own data folder before any module of the app is loaded, because the app reads its settings
 * once, while it is loaded. A developer's .env plays no part.
 */
const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-test-"));
copyFileSync(migratedTemplate(), path.join(folder, "stepwedge.db"));

const settings = ["APP_URL", "SMTP_URL", "MAIL_FROM", "METRICS_TOKEN", "TRUST_PROXY", "SITE_TITLE", "HOST", "PORT"];
for (const name of Object.keys(process.env)) {
  if (settings.includes(name) || name.startsWith("MUX_")) Reflect.deleteProperty(process.env, name);
}
process.env["NODE_ENV"] = "test";
process.env["DATA_DIR"] = folder;
process.env["LOG_LEVEL"] = "warn";
process.env["RUN_JOBS"] = "0";

// Hooks run in reverse order, so this one comes after the file's own, which closes the database.
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
