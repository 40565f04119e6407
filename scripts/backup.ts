import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { pipeline } from "node:stream/promises";
import { open } from "sqlite";
import sqlite3 from "sqlite3";

/**
 * `npm run backup -- FOLDER`: a snapshot of the running site. The database is copied by SQLite itself into one
 * consistent file, on a connection of its own that never blocks the server's; recordings are added when the folder
 * doesn't hold them yet. Ends with the counts and the sum of the snapshot.
 */

const target = process.argv[2];
if (target === undefined) {
  console.error("Say where to: npm run backup -- /path/to/folder");
  process.exit(2);
}

// Settings are read while the module is loaded, so .env comes first.
if (existsSync(".env")) process.loadEnvFile(".env");
const { env } = await import("../app/platform/env.server");
const database = path.resolve(env.DATA_DIR, "stepwedge.db");

const started = new Date();
const name = `stepwedge-${started.toISOString().slice(0, 19).replace(/[:T]/g, "-")}.db`;
await mkdir(path.join(target, "media"), { recursive: true });
const file = path.join(target, name);

const source = await open({
  filename: database,
  driver: sqlite3.Database,
  mode: sqlite3.OPEN_READONLY,
});
await source.run("VACUUM INTO ?", `${file}.part`);
await source.close();

const copy = await open({ filename: `${file}.part`, driver: sqlite3.Database, mode: sqlite3.OPEN_READONLY });
const check = await copy.get<{ integrity_check: string }>("PRAGMA integrity_check");
const counts = await copy.get<{ people: number; certificates: number; answers: number }>(
  "SELECT (SELECT count(*) FROM Person) AS people, (SELECT count(*) FROM Certificate) AS certificates, (SELECT count(*) FROM AnswerEvent) AS answers",
);
await copy.close();
if (check?.integrity_check !== "ok") {
  console.error(`The copy is damaged: ${check?.integrity_check ?? "no answer"}. Nothing was kept.`);
  process.exit(1);
}
await rename(`${file}.part`, file);

const mediaFolder = path.join(env.DATA_DIR, "media");
let added = 0;
for (const entry of await readdir(mediaFolder).catch(() => [])) {
  const to = path.join(target, "media", entry);
  const [from, before] = await Promise.all([stat(path.join(mediaFolder, entry)), stat(to).catch(() => null)]);
  if (before?.size === from.size) continue;
  await copyFile(path.join(mediaFolder, entry), `${to}.part`);
  await rename(`${to}.part`, to);
  added++;
}

const hash = createHash("sha256");
await pipeline(createReadStream(file), hash);
const sum = hash.digest("hex");
await writeFile(`${file}.sha256`, `${sum}  ${name}\n`);
console.log(
  `${name}: ${String(counts?.people)} people, ${String(counts?.certificates)} certificates, ${String(counts?.answers)} answers, ${String(added)} media files added.`,
);
console.log(`SHA-256 ${sum}`);
console.log(`A copy of ${database}`);
console.log(
  "To restore: stop the server, copy the file to DATA_DIR/stepwedge.db and media/ to DATA_DIR/media, remove stepwedge.db-wal and stepwedge.db-shm there, start.",
);
