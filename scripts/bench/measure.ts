import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { z } from "zod";
import { LoadResult, type Plan } from "./load-plan";
import { median, type Row, row } from "./results";
import type { Scenario } from "./scenarios";
import type { Site } from "./site-process";

export interface Settings {
  readonly seconds: number;
  readonly rounds: number;
  readonly connections: number;
}

/** The load generator, in its own process. */
export interface Generator {
  run: (plan: Plan) => Promise<LoadResult>;
  stop: () => void;
}

const Message = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), result: LoadResult }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

export async function startGenerator(): Promise<Generator> {
  const child: ChildProcess = fork("scripts/bench/main.ts", ["generator"], { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return {
    async run(plan) {
      child.send(plan);
      // The one thing that a generator sends is the answer to its plan.
      const [raw] = (await once(child, "message")) as [unknown];
      const message = Message.parse(raw);
      if (!message.ok) throw new Error(message.error);
      return message.result;
    },
    stop: () => {
      child.disconnect();
    },
  };
}

/** Warms a scenario up, measures its rounds and takes the round in the middle. */
export async function measureLoad(
  site: Site,
  generator: Generator,
  scenario: Scenario,
  settings: Settings,
): Promise<Row> {
  const { connections, seconds } = settings;
  const plan = { kind: "load", origin: site.origin, connections, requests: scenario.requests } as const;
  const { name, title } = scenario;
  const warm = await generator.run({ ...plan, seconds: Math.min(2, seconds) });
  if (warm.completed === 0 || warm.faults === warm.completed) {
    return row({
      name,
      title,
      value: null,
      unit: "/s",
      faults: warm.faults,
      firstFault: warm.firstFault ?? "no answer",
    });
  }
  const before = await site.metrics();
  const rounds: LoadResult[] = [];
  for (let i = 0; i < settings.rounds; i++) rounds.push(await generator.run({ ...plan, seconds }));
  const after = await site.metrics();
  const completed = rounds.reduce((sum, round) => sum + round.completed, 0);
  return fromRounds({ name, title, unit: "/s" }, rounds, {
    reads: (after.preparedReads - before.preparedReads) / completed,
    cpuMs: ((after.cpuSeconds - before.cpuSeconds) * 1000) / completed,
    rssMb: after.rssMb,
  });
}

/** Whole sittings: time of one alone, or how many a second side by side. Uses up `rounds * count` candidates. */
export async function measureSittings(
  site: Site,
  generator: Generator,
  given: {
    name: string;
    title: string;
    connections: number;
    count: number;
    rounds: number;
    firstCandidate: number;
    dataFolder: string;
  },
): Promise<Row> {
  const rounds: LoadResult[] = [];
  const before = await site.metrics();
  for (let i = 0; i < given.rounds; i++) {
    const { connections, count, dataFolder } = given;
    rounds.push(
      await generator.run({
        kind: "sittings",
        origin: site.origin,
        connections,
        count,
        dataFolder,
        firstCandidate: given.firstCandidate + i * count,
      }),
    );
  }
  const after = await site.metrics();
  const cpuMs = ((after.cpuSeconds - before.cpuSeconds) * 1000) / (given.rounds * given.count);
  const measured = fromRounds({ name: given.name, title: given.title, unit: "/s" }, rounds, {
    cpuMs,
    rssMb: after.rssMb,
  });
  if (given.connections > 1) return measured;
  const values = rounds.map((round) => round.p50);
  return { ...measured, value: median(values), unit: "ms", rounds: values };
}

function fromRounds(
  named: Pick<Row, "name" | "title" | "unit">,
  rounds: readonly LoadResult[],
  more: Partial<Row>,
): Row {
  const rates = rounds.map((one) => one.completed / one.seconds);
  const middle = median(rates);
  const round = rounds[rates.indexOf(middle)];
  const ofMiddle = round && {
    p50: round.p50,
    p95: round.p95,
    p99: round.p99,
    bytes: round.bytes,
    generatorLoad: round.generatorLoad,
  };
  return row({
    ...named,
    ...ofMiddle,
    value: middle,
    faults: rounds.reduce((sum, one) => sum + one.faults, 0),
    firstFault: rounds.find((one) => one.firstFault !== null)?.firstFault ?? null,
    rounds: rates,
    ...more,
  });
}
