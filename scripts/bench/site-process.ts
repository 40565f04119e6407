import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import path from "node:path";
import process from "node:process";

/** The built site as a child process, as an operator would run it. */
export interface Site {
  readonly origin: string;
  /** From the process's start to the first 200 of /readyz. */
  readonly startMs: number;
  readonly pid: number;
  metrics: () => Promise<Metrics>;
  /** Ends it as an operator would, and waits. */
  stop: () => Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill: () => Promise<void>;
}

export interface Metrics {
  readonly rssMb: number;
  readonly preparedReads: number;
  /** Processor time of the process since its start, all of its threads. */
  readonly cpuSeconds: number;
}

/** Runs one of the project's programs to its end. @throws with its output when it fails */
export async function runProgram(args: readonly string[], dataFolder: string): Promise<void> {
  const child = spawn(process.execPath, args, { env: siteEnvironment(dataFolder), stdio: ["ignore", "pipe", "pipe"] });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
  // "close" gives the exit code first.
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`node ${args.join(" ")} failed:\n${Buffer.concat(chunks).toString("utf8")}`);
}

/** The settings of every process of a run: nothing of the caller's own site gets in. */
function siteEnvironment(dataFolder: string): NodeJS.ProcessEnv {
  const own = ["APP_URL", "HOST", "METRICS_TOKEN", "TRUST_PROXY", "SMTP_URL", "RUN_JOBS", "SITE_TITLE", "PORT"];
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || own.includes(name) || name.startsWith("MUX_") ? [] : [[name, value] as const],
  );
  return {
    ...Object.fromEntries(inherited),
    NODE_ENV: "production",
    LOG_LEVEL: "warn",
    DATA_DIR: dataFolder,
    DATABASE_URL: `file:${path.join(dataFolder, "stepwedge.db")}`,
  };
}

/** A loopback port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}

interface Start {
  readonly dataFolder: string;
  /** Of Node: for a profile, say. */
  readonly nodeArguments?: readonly string[];
  /** What is started; the server itself unless told otherwise. */
  readonly program?: string;
  /** The same port again after a kill. */
  readonly port?: number;
}

/** Starts the site and waits until it says that it is ready. @throws when it ends, or isn't ready in 20 s */
export async function startSite({
  dataFolder,
  nodeArguments = [],
  program = "server/main.mjs",
  port,
}: Start): Promise<Site> {
  const listensOn = port ?? (await freePort());
  const origin = `http://127.0.0.1:${String(listensOn)}`;
  const from = performance.now();
  const child = spawn(process.execPath, [...nodeArguments, program], {
    env: { ...siteEnvironment(dataFolder), PORT: String(listensOn) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  child.once("exit", () => process.off("exit", endWithUs));
  await untilReady(child, origin);
  const startMs = performance.now() - from;
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  };
  return {
    origin,
    startMs,
    pid: child.pid ?? 0,
    metrics: () => readMetrics(origin),
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

async function untilReady(child: ChildProcess, origin: string): Promise<void> {
  for (let tries = 0; tries < 2000; tries++) {
    if (child.exitCode !== null)
      throw new Error(`The site ended with code ${String(child.exitCode)} before it was ready`);
    const status = await fetch(`${origin}/readyz`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  child.kill("SIGKILL");
  throw new Error("The site was not ready in 20 s");
}

async function readMetrics(origin: string): Promise<Metrics> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} ([\\d.]+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return {
    rssMb: value("process_resident_memory_bytes") / 1_048_576,
    preparedReads: value("stepwedge_prepared_reads_total"),
    cpuSeconds: value("process_cpu_seconds_total"),
  };
}
