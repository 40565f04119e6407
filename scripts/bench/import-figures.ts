import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";
import { median, type Row, row } from "./results";

const Imported = z.object({ questions: z.int(), ms: z.number(), cpuMs: z.number(), mb: z.number() });

/** Importing 1,000 Moodle questions, each time in a new process: how long, and how much memory the process had. */
export async function measureImport(rounds: number): Promise<Row[]> {
  const found: z.infer<typeof Imported>[] = [];
  for (let i = 0; i < rounds; i++) {
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/bench/import.ts"]);
    found.push(Imported.parse(JSON.parse(stdout)));
  }
  const faults = found.filter(({ questions }) => questions !== 1000).length;
  const firstFault = faults === 0 ? null : "questions were lost";
  const times = found.map(({ ms }) => ms);
  const sizes = found.map(({ mb }) => mb);
  const title = "Import of 1,000 Moodle questions";
  return [
    row({
      name: "import-time",
      title,
      value: median(times),
      unit: "ms",
      rounds: times,
      cpuMs: median(found.map(({ cpuMs }) => cpuMs)),
      faults,
      firstFault,
    }),
    row({
      name: "import-memory",
      title: `${title}, memory`,
      value: Math.max(...sizes),
      unit: "MB",
      rounds: sizes,
      faults,
      firstFault,
    }),
  ];
}
