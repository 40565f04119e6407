import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
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

/** Old templates go; those of the last hour may belong to a run that is under way. */
function removeOldTemplates(folder) {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const entry = path.join(folder, name);
    if (Date.now() - statSync(entry).mtimeMs > 3_600_000) rmSync(entry, { recursive: true, force: true });
  }
}

/** A data folder with the shipped tracks, made by the same code as `npm start`, once per state of the sources. */
async function seededTemplate() {
  const template = path.resolve(".cache/e2e", `seeded-${seedHash()}`);
  if (existsSync(template)) return template;
  removeOldTemplates(path.dirname(template));
  const draft = `${template}.${process.pid}`;
  process.env.DATA_DIR = draft;
  await ensureMigrated();
  await ensureSeeded();
  delete process.env.DATA_DIR;
  if (existsSync(template)) rmSync(draft, { recursive: true });
  else renameSync(draft, template);
  return template;
}

/** A folder that looks like the project but has its own copy of the build, so that a build beside the run can't hurt. */
function copyOfTheBuild() {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-site-"));
  for (const name of ["app", "node_modules", "package.json", "prisma", "public", "server"]) {
    symlinkSync(path.resolve(name), path.join(folder, name), "junction");
  }
  cpSync("build", path.join(folder, "build"), { recursive: true });
  return folder;
}

/** @returns what removes the copy of the build again */
export default async function setup() {
  await ensureGenerated();
  await ensureBuilt();
  process.env.SEEDED_DATA = await seededTemplate();
  const folder = copyOfTheBuild();
  process.env.SITE_FOLDER = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
