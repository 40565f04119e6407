/**
 * `npm run migrate:new -- a_name`: writes the SQL from the committed schema to the one in the working tree.
 * Prisma's own `migrate dev` needs a shadow database, which the JS engine can't make.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { run, runNode, stopWith } from "./prepare.mjs";

const [name] = process.argv.slice(2);
if (name === undefined || !/^[a-z0-9_]+$/.test(name))
  stopWith("Name the migration: npm run migrate:new -- add_a_column");

const schema = "prisma/schema.prisma";
const committed = await run("git", ["show", `HEAD:${schema}`]);
if (committed.status !== 0) stopWith(`The committed ${schema} can't be read:\n${committed.output}`);

const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-schema-"));
const before = path.join(folder, "schema.prisma");
// Prisma opens a database even where it compares two files; the default one may not be there yet.
process.env.DATABASE_URL = `file:${path.join(folder, "empty.db")}`;
writeFileSync(before, committed.output);
const sql = path.join(folder, "migration.sql");
const { status, output } = await runNode("node_modules/prisma/build/index.js", [
  "migrate",
  "diff",
  ...["--from-schema-datamodel", before, "--to-schema-datamodel", schema, "--script", "--output", sql],
]);
if (status !== 0) stopWith(output);

const text = readFileSync(sql, "utf8");
rmSync(folder, { recursive: true });
if (/^-- This is an empty migration/m.test(text))
  stopWith(`${schema} is as it was committed: there is nothing to migrate.`);
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const target = path.join("prisma/migrations", `${stamp}_${name}`);
mkdirSync(target);
writeFileSync(path.join(target, "migration.sql"), text);
console.log(`${target}/migration.sql is written. Read it, then apply it with: npm run migrate`);
