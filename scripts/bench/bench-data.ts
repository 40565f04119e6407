import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

/** What the seeded database holds, as the load generator needs to know it: `bench.json` in the data folder. */

/** Every learner's name has this form, so that a page that shows somebody else's is found out. */
export const namePattern = /Bench Learner \d{4}/g;
export const learnerName = (index: number) => `Bench Learner ${String(index).padStart(4, "0")}`;

const Learner = z.object({ name: z.string(), cookie: z.string() });

export const BenchData = z.object({
  track: z.object({ slug: z.string(), title: z.string() }),
  lessons: z.array(z.object({ id: z.string(), title: z.string() })),
  webinar: z.object({ lessonId: z.string(), durationMs: z.int() }),
  quiz: z.object({ lessonId: z.string(), title: z.string() }),
  /** An answer to each question of the pool, as a browser would send it. */
  responses: z.record(z.string(), z.unknown()),
  /** 64 learners on their way through the track, who have completed the other one. */
  readers: z.array(Learner),
  /** Those completed enrolments, in the same order. */
  certified: z.array(z.string()),
  /** Learners with a sitting under way. */
  answering: z.array(Learner.extend({ sittingId: z.string(), questionIds: z.array(z.string()) })),
  /** Learners who have not sat yet. */
  candidates: z.array(Learner.extend({ personId: z.string() })),
  /** Other enrolments that are complete and wait for their certificate. */
  complete: z.array(z.string()),
});
export type BenchData = z.infer<typeof BenchData>;

export function writeBenchData(dataFolder: string, data: BenchData): void {
  writeFileSync(path.join(dataFolder, "bench.json"), JSON.stringify(data));
}

export function readBenchData(dataFolder: string): BenchData {
  return BenchData.parse(JSON.parse(readFileSync(path.join(dataFolder, "bench.json"), "utf8")));
}
