import { execFile } from "node:child_process";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";
import { type Row, row } from "./results";

const Measured = z.object({ median: z.number(), p95: z.number() });
const Edited = z.object({ open: Measured, step: Measured, lesson: Measured, publishMs: z.number() });

/** The editor of a track of 200 lessons, on the server: opened, saved and published in a process of its own. */
export async function measureEditor(): Promise<Row[]> {
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/bench/editor.ts"]);
  const { open, step, lesson, publishMs } = Edited.parse(JSON.parse(stdout));
  const timed = (name: string, title: string, { median, p95 }: z.infer<typeof Measured>) =>
    row({ name, title, value: p95, unit: "ms", p50: median, p95 });
  return [
    timed("editor-open", "Editor of 200 lessons, opened, p95", open),
    timed("editor-step", "A step in its outline, saved, p95", step),
    timed("editor-lesson", "A lesson of it, saved, p95", lesson),
    row({ name: "editor-publish", title: "200 lessons in two languages, published", value: publishMs, unit: "ms" }),
  ];
}
