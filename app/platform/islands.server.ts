import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { env } from "./env.server";
import { present } from "./invariant";

/**
 * Scripts of still pages. The build (scripts/build-islands) bundles app/islands/*.ts under hashed names and writes
 * this list; in development Vite serves the sources.
 */
const list = "build/islands.json";
const built =
  existsSync(list) && env.NODE_ENV !== "development"
    ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(list, "utf8")))
    : null;

/** Address of an island's script. */
export function islandUrl(name: string): string {
  return built === null ? `/app/islands/${name}.ts` : present(built[name], `island ${name}`);
}
