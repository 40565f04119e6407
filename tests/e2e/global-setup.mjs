import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { ensureMigrated, ensureSeeded } from "../../scripts/database.mjs";
import { ensureBuilt, ensureGenerated } from "../../scripts/prepare.mjs";

/** Everything that the seeded database is made from. */
const seedInputs = ["app", "prisma", "quizzes", "package-lock.json"];

function filesOf(entry) {
  if (!existsSync(entry)) return [];
  if (path.extname(entry) !== "" && !path.basename(entry).startsWith(".")) return [entry];
  return readdirSync(entry, { withFileTypes: true }).flatMap((child) =>
    child.isDirectory() ? filesOf(path.join(entry, child.name)) : [path.join(entry, child.name)],
  );
}

function seedHash() {
  const hash = createHash("sha256");
  for (const file of seedInputs.flatMap(filesOf).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/**
 * Builds when sources changed, and seeds one data folder by the same code as `npm start`; each worker's server gets a
 * copy of it.
 */
export default async function setup() {
  await ensureGenerated();
  await ensureBuilt();
  const template = path.resolve(".cache/e2e", `seeded-${seedHash()}`);
  process.env.SEEDED_DATA = template;
  if (existsSync(template)) return;
  rmSync(".cache/e2e", { recursive: true, force: true });
  const draft = `${template}.draft`;
  process.env.DATA_DIR = draft;
  await ensureMigrated();
  await ensureSeeded();
  delete process.env.DATA_DIR;
  renameSync(draft, template);
}
