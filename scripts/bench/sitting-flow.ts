import { Agent, type IncomingMessage, request as httpRequest } from "node:http";
import path from "node:path";
import Database from "better-sqlite3";
import { type BenchData, readBenchData } from "./bench-data";
import { type LoadResult, type SittingPlan, summarise } from "./load-plan";

/** Whole sittings as a browser makes them: start, open, ten answers one after the other, hand in, result. */
export async function runSittings(plan: SittingPlan): Promise<LoadResult> {
  const data = readBenchData(plan.dataFolder);
  const database = new Database(path.join(plan.dataFolder, "stepwedge.db"), { readonly: true });
  const agent = new Agent({ keepAlive: true, maxSockets: plan.connections });
  const durations: number[] = [];
  const faults: string[] = [];
  const browser: Browser = { agent, origin: plan.origin, bytes: 0 };
  const waiting = data.candidates.slice(plan.firstCandidate, plan.firstCandidate + plan.count);
  const cpuBefore = process.cpuUsage();
  const start = performance.now();
  const goOn = async () => {
    for (let candidate = waiting.shift(); candidate !== undefined; candidate = waiting.shift()) {
      const from = performance.now();
      const fault = await sitOnce(browser, database, data, candidate);
      durations.push(performance.now() - from);
      if (fault !== null) faults.push(fault);
    }
  };
  await Promise.all(Array.from({ length: plan.connections }, goOn));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  agent.destroy();
  database.close();
  return summarise({ durations, seconds, bytes: browser.bytes, faults, cpuMicroseconds: user + system });
}

interface Browser {
  readonly agent: Agent;
  readonly origin: string;
  bytes: number;
}

type Candidate = BenchData["candidates"][number];

/** An answer that was not the one expected ends the sitting. */
class WrongAnswer extends Error {}

function demand(isRight: boolean, step: string, answered: Answered): void {
  if (!isRight)
    throw new WrongAnswer(`${step}: status ${answered.status}, ${answered.location ?? answered.text.slice(0, 80)}`);
}

/** One sitting from start to result. @returns what went wrong, or null */
async function sitOnce(
  browser: Browser,
  database: Database.Database,
  data: BenchData,
  candidate: Candidate,
): Promise<string | null> {
  const lesson = `/learn/${data.track.slug}/${data.quiz.lessonId}`;
  try {
    const started = await ask(browser, candidate, lesson, "intent=start&identity=yes");
    const sitting = started.location ?? "";
    demand(sitting.startsWith(`${lesson}/sitting/`), "start", started);
    await answerAll(browser, database, data, candidate, sitting);
    const handedIn = await ask(browser, candidate, sitting, "intent=hand-in");
    const result = handedIn.location ?? "";
    demand(result.startsWith(`${lesson}/result/`), "hand-in", handedIn);
    const shown = await ask(browser, candidate, result);
    const isOwn = shown.text.includes(candidate.name) && shown.text.includes(data.quiz.title);
    demand(shown.status === 200 && isOwn, "result", shown);
    return null;
  } catch (error) {
    if (error instanceof WrongAnswer) return error.message;
    throw error;
  }
}

async function answerAll(
  browser: Browser,
  database: Database.Database,
  data: BenchData,
  candidate: Candidate,
  sitting: string,
): Promise<void> {
  // The generator's own look at the paper: a browser has it from the page.
  const row = database
    .prepare("SELECT id, paper FROM Sitting WHERE personId = ? ORDER BY number DESC LIMIT 1")
    .get(candidate.personId);
  // The statement selects these columns; the paper is JSON of ours.
  const { id, paper } = row as { id: string; paper: string };
  const { items } = JSON.parse(paper) as { items: { questionId: string }[] };
  const page = await ask(browser, candidate, sitting);
  demand(page.status === 200 && page.text.includes(id) && items.length === 10, "sitting page", page);
  for (const [sequence, { questionId }] of items.entries()) {
    const response = data.responses[questionId];
    const answer = { sittingId: id, questionId, device: "bench-browser", sequence, response };
    const saved = await ask(browser, candidate, "/hot/answers", JSON.stringify(answer));
    demand(saved.status === 200 && saved.text.includes('"ok":true'), "answer", saved);
  }
}

interface Answered {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

function ask(browser: Browser, candidate: Candidate, address: string, body?: string): Promise<Answered> {
  const url = new URL(address, browser.origin);
  const headers: Record<string, string> = { cookie: candidate.cookie };
  if (body !== undefined) {
    headers["origin"] = browser.origin;
    headers["content-type"] = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
    headers["content-length"] = String(Buffer.byteLength(body));
  }
  return new Promise((resolve, reject) => {
    const sent = httpRequest(
      url,
      { agent: browser.agent, method: body === undefined ? "GET" : "POST", headers },
      (response) => {
        readText(response).then((text) => {
          browser.bytes += text.length;
          const { location } = response.headers;
          resolve({
            status: response.statusCode ?? 0,
            location: location === undefined ? null : new URL(location, url).pathname,
            text,
          });
        }, reject);
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  // A response's chunks are buffers while no encoding is set.
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
