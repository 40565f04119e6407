import { gunzipSync } from "node:zlib";
import autocannon, { type Client, type Request } from "autocannon";
import { namePattern } from "./bench-data";
import { type LoadPlan, type LoadResult, type Plan, type PlannedRequest, summarise } from "./load-plan";
import { runSittings } from "./sitting-flow";

/** The load generator: a process of its own, so that it takes no turn on the server's event loop. */
export function serveGenerator(): void {
  process.on("message", (plan: Plan) => {
    const run = plan.kind === "load" ? runLoad(plan) : runSittings(plan);
    run.then(
      (result) => process.send?.({ ok: true, result }),
      (error: unknown) => process.send?.({ ok: false, error: String(error) }),
    );
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.("ready");
}

let sequence = 0;
let round = 0;

async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  round++;
  const faults: string[] = [];
  const durations: number[] = [];
  let bytes = 0;
  const requests = plan.requests.map((planned) => toRequest(planned, faults));
  let client = 0;
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  let last = start;
  const run = autocannon({
    url: plan.origin,
    connections: plan.connections,
    duration: plan.seconds,
    sampleInt: 100,
    timeout: 10,
    requests,
    setupClient(connection) {
      keepBytes(connection);
      // Each connection begins elsewhere, so that eight learners are on eight pages.
      const from = Math.floor((client++ * requests.length) / plan.connections);
      connection.setRequests([...requests.slice(from), ...requests.slice(0, from)]);
    },
  });
  run.on("response", (_client, _status, size, milliseconds) => {
    bytes += size;
    durations.push(milliseconds);
    last = performance.now();
  });
  run.on("reqError", (error) => faults.push(error.message));
  await run;
  const { user, system } = process.cpuUsage(cpuBefore);
  return summarise({ durations, seconds: (last - start) / 1000, bytes, faults, cpuMicroseconds: user + system });
}

/** autocannon reads answers as UTF-8, which breaks compressed ones. Latin-1 keeps each byte. */
function keepBytes(client: Client): void {
  const queue = client.pipelinedRequests;
  queue.addBody = (data) => {
    const pending = queue.peek();
    if (pending) pending.body += data.toString("latin1");
  };
}

/**
 * Checks each answer in full. An answer that equals, byte for byte, one that was checked for the same request needs
 * no second look; this keeps the generator's own work small.
 */
function toRequest(planned: PlannedRequest, faults: string[]): Request {
  let checked: string | null = null;
  const request: Request = {
    method: planned.method,
    path: planned.path,
    headers: { "accept-encoding": "gzip", ...planned.headers },
    onResponse(status, body) {
      if (status === 200 && body === checked) return;
      const fault = findFault(planned, status, body);
      if (fault === null) checked = body;
      else faults.push(`${planned.method} ${planned.path}: ${fault}`);
    },
  };
  const { body } = planned;
  if (body !== undefined) {
    request.body = fillBody(body);
    request.setupRequest = (asked) => ({ ...asked, body: fillBody(body) });
  }
  return request;
}

const fillBody = (body: string) =>
  body
    .replace("%SEQUENCE%", () => String(sequence++))
    .replace("%DEVICE%", `bench-${String(process.pid)}-${String(round)}`);

/** What is wrong with an answer, or null. */
function findFault(planned: PlannedRequest, status: number, body: string): string | null {
  if (status !== 200) return `status ${String(status)}`;
  const raw = Buffer.from(body, "latin1");
  const text = (raw[0] === 0x1f && raw[1] === 0x8b ? gunzipSync(raw) : raw).toString("utf8");
  const missing = planned.texts.find((wanted) => !text.includes(wanted));
  if (missing !== undefined) return `"${missing}" is missing`;
  const names = new Set(text.match(namePattern));
  if (planned.name === undefined) return names.size === 0 ? null : `it names ${[...names].join(", ")}`;
  return names.size === 1 && names.has(planned.name)
    ? null
    : `it names ${[...names].join(", ") || "nobody"} instead of ${planned.name}`;
}
