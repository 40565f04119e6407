import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A built server of its own, on its own port, with its own copy of the seeded data. */
export interface Site {
  readonly url: string;
  readonly dataFolder: string;
  /** Messages of the error lines that the server has logged so far. */
  readonly errors: readonly string[];
  /** Ends the process without a word, as a power cut does, and starts it again on the same data and port. */
  killAndRestart: () => Promise<void>;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}

/** Settings that a developer's .env may hold; an empty value means "not set" and keeps .env out. */
const unset = Object.fromEntries(
  [
    "APP_URL",
    "SITE_TITLE",
    "TRUST_PROXY",
    "SMTP_URL",
    "MAIL_FROM",
    "METRICS_TOKEN",
    "RUN_JOBS",
    "MUX_TOKEN_ID",
    "MUX_TOKEN_SECRET",
    "MUX_WEBHOOK_SECRET",
    "MUX_SIGNING_KEY_ID",
    "MUX_SIGNING_PRIVATE_KEY",
    "MUX_API_URL",
  ].map((name) => [name, ""]),
);

const errorLevel = 50;

function collectErrors(chunk: string, errors: string[]): void {
  for (const line of chunk.split("\n").filter((text) => text.startsWith("{"))) {
    // Pino writes one JSON object a line.
    const { level, msg, err } = JSON.parse(line) as { level: number; msg?: string; err?: { message?: string } };
    if (level >= errorLevel) errors.push(`${msg ?? ""}: ${err?.message ?? ""}`);
  }
}

async function launch(port: number, dataFolder: string, errors: string[]) {
  const child = spawn(process.execPath, ["server/main.mjs"], {
    env: {
      ...process.env,
      ...unset,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: dataFolder,
      LOG_LEVEL: "warn",
    },
    cwd: process.env["SITE_FOLDER"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let said = "";
  let rest = "";
  child.stdout?.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
    const complete = (rest + chunk).lastIndexOf("\n") + 1;
    collectErrors((rest + chunk).slice(0, complete), errors);
    rest = (rest + chunk).slice(complete);
  });
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  const ended = once(child, "exit");
  await Promise.race([
    once(child, "message"),
    ended.then(() => {
      throw new Error(`The server did not start:\n${said}`);
    }),
  ]);
  return { child, ended };
}

/** @param seeded the folder that holds a seeded database; it is copied, never used. */
export async function startSite(seeded: string): Promise<Site> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), "stepwedge-e2e-"));
  cpSync(seeded, dataFolder, { recursive: true });
  const port = await freePort();
  const errors: string[] = [];
  let running = await launch(port, dataFolder, errors);
  return {
    url: `http://localhost:${String(port)}`,
    dataFolder,
    errors,
    killAndRestart: async () => {
      running.child.kill("SIGKILL");
      await running.ended;
      running = await launch(port, dataFolder, errors);
    },
    stop: async () => {
      running.child.kill("SIGTERM");
      const [status] = (await running.ended) as [number | null];
      rmSync(dataFolder, { recursive: true, force: true });
      if (status !== 0) throw new Error(`The server ended with status ${String(status)}`);
    },
  };
}
