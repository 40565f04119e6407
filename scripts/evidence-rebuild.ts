import { existsSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import type { LessonState } from "../app/courses/progress";

const state = (value: LessonState | null) =>
  value === null ? "nothing" : `${(value.fraction / 100).toFixed(2)} %${value.done ? ", done" : ""}`;

const completion = {
  missing: "is complete, but no moment of completion is stored",
  unfounded: "is stored as complete, but the evidence is not there; look at it by hand",
} as const;

/**
 * `npm run evidence:rebuild [-- --write]`: recomputes every learner's progress from the evidence and prints where the
 * stored progress differs; `--write` repairs it. Exit 0: nothing differs, or all was repaired; 1: something does.
 */
async function main(): Promise<number> {
  const { write = false } = parseArgs({ options: { write: { type: "boolean" } } }).values;
  // Settings are read while the app's modules load, so .env comes first.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { rebuildProgress } = await import("../app/courses/rebuild-progress.server");
  const { closeDatabase } = await import("../app/platform/db.server");
  const { enrolments, differences, completions } = await rebuildProgress({ write, now: new Date() });
  await closeDatabase();
  for (const { enrolmentId, lessonId, stored, recomputed } of differences) {
    console.log(
      `enrolment ${enrolmentId}, lesson ${lessonId}: stored ${state(stored)}, by the evidence ${state(recomputed)}`,
    );
  }
  for (const { enrolmentId, fault } of completions) console.log(`enrolment ${enrolmentId} ${completion[fault]}`);
  const count = differences.length + completions.length;
  console.log(
    `${String(enrolments)} enrolments, ${String(count)} differences${write && count > 0 ? ", repaired where that is possible" : ""}.`,
  );
  const left = write ? completions.filter(({ fault }) => fault === "unfounded").length : count;
  return left === 0 ? 0 : 1;
}

process.exitCode = await main();
