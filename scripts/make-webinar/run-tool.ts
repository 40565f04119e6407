import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";

/** First of these programs that the PATH holds, as a full path; null if none. */
function findProgram(names: readonly string[], searchPath: string): string | null {
  for (const name of names) {
    for (const folder of searchPath.split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here: look in the next folder.
      }
    }
  }
  return null;
}

/** Runs a program to its end and gives what it printed. Throws with the end of its own messages when it fails. */
export function runTool(program: string, args: readonly string[]): { stdout: string; stderr: string } {
  const run = spawnSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (run.error) throw run.error;
  if (run.status !== 0)
    throw new Error(`${path.basename(program)} failed (${run.status}):\n${run.stderr.slice(-2000)}`);
  return { stdout: run.stdout, stderr: run.stderr };
}

export type Tools = { ffmpeg: string; ffprobe: string; espeak: string; chromium: string };

const WANTED = [
  { key: "ffmpeg", names: ["ffmpeg"], get: "ffmpeg" },
  { key: "ffprobe", names: ["ffprobe"], get: "ffmpeg" },
  { key: "espeak", names: ["espeak-ng"], get: "espeak-ng" },
  { key: "chromium", names: ["chromium", "chromium-browser", "google-chrome"], get: "chromium" },
] as const;

/** Finds the four programs, or throws one message that names each missing one and the package to install. */
export function findTools(searchPath: string): Tools {
  const found = WANTED.map((wanted) => ({ ...wanted, file: findProgram(wanted.names, searchPath) }));
  const missing = found.filter((tool) => tool.file === null);
  if (missing.length > 0) {
    const names = missing.map((tool) => tool.names[0]).join(", ");
    const packages = [...new Set(missing.map((tool) => tool.get))].join(" ");
    throw new Error(`Missing on this machine: ${names}. On Debian or Ubuntu: apt-get install ${packages}`);
  }
  const fileOf = (key: (typeof WANTED)[number]["key"]) => found.find((tool) => tool.key === key)?.file ?? "";
  return {
    ffmpeg: fileOf("ffmpeg"),
    ffprobe: fileOf("ffprobe"),
    espeak: fileOf("espeak"),
    chromium: fileOf("chromium"),
  };
}
