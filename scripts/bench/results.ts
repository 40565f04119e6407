import { readFileSync } from "node:fs";
import { z } from "zod";

/** One line of the benchmark's table and of its JSON file. Numbers that a measurement doesn't have are null. */
export const Row = z.object({
  name: z.string(),
  title: z.string(),
  /** What the value counts: requests, sittings or documents each second, or a plain size or time. */
  value: z.number().nullable(),
  unit: z.string(),
  /** Milliseconds. */
  p50: z.number().nullable(),
  p95: z.number().nullable(),
  p99: z.number().nullable(),
  /** Of one answer over the wire, headers included. */
  bytes: z.number().nullable(),
  /** Prepared statements that one request read; the query builder's aren't counted. */
  reads: z.number().nullable(),
  /** Processor milliseconds of the server for one request: the one number that busy neighbours hardly change. */
  cpuMs: z.number().nullable(),
  rssMb: z.number().nullable(),
  generatorLoad: z.number().nullable(),
  faults: z.int(),
  firstFault: z.string().nullable(),
  /** The value of each round; `value` is their median. */
  rounds: z.array(z.number()),
  figure: z.string(),
  verdict: z.enum(["reached", "missed", "faulty", "no figure"]),
});
export type Row = z.infer<typeof Row>;

export const Results = z.object({
  at: z.string(),
  machine: z.object({ cpu: z.string(), cores: z.int(), memoryGb: z.number(), node: z.string(), sqlite: z.string() }),
  settings: z.object({ seconds: z.number(), rounds: z.int(), connections: z.int() }),
  /** Load average of the machine before the first and after the last round: neighbours make figures worse. */
  loadBefore: z.number(),
  loadAfter: z.number(),
  rows: z.array(Row),
});
export type Results = z.infer<typeof Results>;

/** A file of an earlier run. @throws ZodError when it is none */
export function readResults(file: string): Results {
  return Results.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The middle one; of an even number the lower middle. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;
}

/** A row that has only what is given. */
export function row(given: Pick<Row, "name" | "title" | "value" | "unit"> & Partial<Row>): Row {
  return {
    p50: null,
    p95: null,
    p99: null,
    bytes: null,
    reads: null,
    cpuMs: null,
    rssMb: null,
    generatorLoad: null,
    faults: 0,
    firstFault: null,
    rounds: given.value === null ? [] : [given.value],
    figure: "",
    verdict: "no figure",
    ...given,
  };
}
