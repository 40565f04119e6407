import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Site } from "./site";

/**
 * Runs one of the project's commands on the data of a running server, in a process of its own, as an operator does.
 * @returns what it printed
 * @throws when it ends with another status than 0
 */
export async function runCommand(site: Site, file: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", file], {
    env: { ...process.env, DATA_DIR: site.dataFolder, NODE_ENV: "test", LOG_LEVEL: "warn" },
  });
  return stdout;
}
