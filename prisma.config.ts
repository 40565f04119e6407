import { PrismaBetterSQLite3 } from "@prisma/adapter-better-sqlite3";
import { defineConfig } from "prisma/config";

// The commands of this configuration work on the default database unless told otherwise.
const url = process.env.DATABASE_URL ?? "file:data/stepwedge.db";
process.env.DATABASE_URL = url;

// The JS engine needs no downloaded binary: generate, validate, diff and deploy run with no network.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: () => Promise.resolve(new PrismaBetterSQLite3({ url })),
});
