import { z } from "zod";

/** What the benchmark's parent process tells its load generator, and what it hears back. */

/** One request of a plan, and what its answer must hold. */
export interface PlannedRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** `%SEQUENCE%` becomes a number that no other request of the run has, `%DEVICE%` the name of the round. */
  readonly body?: string;
  /** Texts of the decompressed answer, all of them. */
  readonly texts: readonly string[];
  /** The only learner whose name may stand in the answer. */
  readonly name?: string;
}

export interface LoadPlan {
  readonly kind: "load";
  readonly origin: string;
  readonly connections: number;
  readonly seconds: number;
  readonly requests: readonly PlannedRequest[];
}

/** Whole sittings, start to result, one after the other on each of `connections` paths. */
export interface SittingPlan {
  readonly kind: "sittings";
  readonly origin: string;
  readonly connections: number;
  readonly count: number;
  /** Candidates before this one have sat already. */
  readonly firstCandidate: number;
  readonly dataFolder: string;
}

export type Plan = LoadPlan | SittingPlan;

export const LoadResult = z.object({
  completed: z.int(),
  seconds: z.number(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  /** Of one answer, headers included, as it went over the wire. */
  bytes: z.number(),
  faults: z.int(),
  firstFault: z.string().nullable(),
  /** Share of one core that the generator itself used; near 1 it measures itself. */
  generatorLoad: z.number(),
});
export type LoadResult = z.infer<typeof LoadResult>;

/** Sums up a round. `durations` are milliseconds and are sorted in place. */
export function summarise(round: {
  durations: number[];
  seconds: number;
  bytes: number;
  faults: readonly string[];
  cpuMicroseconds: number;
}): LoadResult {
  const { durations, seconds, faults } = round;
  durations.sort((a, b) => a - b);
  const at = (share: number) => durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0;
  return {
    completed: durations.length,
    seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    bytes: durations.length === 0 ? 0 : Math.round(round.bytes / durations.length),
    faults: faults.length,
    firstFault: faults[0] ?? null,
    generatorLoad: seconds === 0 ? 0 : round.cpuMicroseconds / 1e6 / seconds,
  };
}
