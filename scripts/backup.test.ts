import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { dbTest } from "../tests/support/db-test";

dbTest("a backup takes the database that .env names, and says how to restore it", async ({ given }) => {
  await given.person();
  const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-backup-"));
  const data = process.env["DATA_DIR"] ?? "";
  writeFileSync(path.join(folder, ".env"), `DATA_DIR=${data}\n`);
  const env = { ...process.env };
  delete env["DATA_DIR"];
  const script = [
    "--import",
    pathToFileURL(path.resolve("node_modules/tsx/dist/loader.mjs")).href,
    path.resolve("scripts/backup.ts"),
    path.join(folder, "copies"),
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { cwd: folder, env, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toMatch(/: 1 people, /);
  expect(stdout).toContain(path.join(data, "stepwedge.db"));
  expect(stdout).toContain("stepwedge.db-wal");
  expect(readdirSync(path.join(folder, "copies")).filter((name) => name.endsWith(".db"))).toHaveLength(1);
  rmSync(folder, { recursive: true });
});
