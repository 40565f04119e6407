import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import Database from "better-sqlite3";
import { demonstrationPassword, demonstrationPeople } from "../../app/accounts/demonstration-people";
import { BankSchema } from "../../quizzes/bank-schema";
import { expect, test } from "./fixtures";

/** What stands in the log when it says as much as it can: nothing about a person, no answer, no token. */

interface Logged {
  readonly folder: string;
  readonly url: string;
  readonly text: () => string;
  stop: () => Promise<void>;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("No port is free");
  return address.port;
}

/** @param nodeOptions what the process is started with besides */
async function startTalkative(nodeOptions = ""): Promise<Logged> {
  const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-log-"));
  cpSync(process.env["SEEDED_DATA"] ?? "", folder, { recursive: true });
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    HOST: "127.0.0.1",
    PORT: String(port),
    DATA_DIR: folder,
    LOG_LEVEL: "debug",
    NODE_OPTIONS: nodeOptions,
  };
  const child: ChildProcess = spawn(process.execPath, ["server/main.mjs"], {
    env,
    cwd: process.env["SITE_FOLDER"],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  }
  await once(child, "message");
  return {
    folder,
    url: `http://localhost:${String(port)}`,
    text: () => text,
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const bank = BankSchema.parse(JSON.parse(readFileSync("quizzes/banks/ct-orientation/bank.json", "utf8")));
const numericIds = bank.questions.flatMap(({ id, kind }) => (kind === "numeric" ? [id] : []));

/** The only sitting, and a question of its paper that asks for a number. */
function onlySitting(folder: string): { sittingId: string; questionId: string } {
  const database = new Database(path.join(folder, "stepwedge.db"), { readonly: true });
  // The statement selects these columns.
  const row = database.prepare("SELECT id, paper FROM Sitting").get() as { id: string; paper: string };
  database.close();
  return { sittingId: row.id, questionId: numericIds.find((id) => row.paper.includes(`"questionId":"${id}"`)) ?? "" };
}

/** Signs in, learns and sits on a server of its own. @returns what of it all stands in the log */
async function findSecrets(request: APIRequestContext, site: Logged): Promise<string[]> {
  const headers = { Origin: site.url };
  const post = (address: string, form: Record<string, string>) =>
    request.post(site.url + address, { headers, form, maxRedirects: 0 });
  const learner = demonstrationPeople.find(({ key }) => key === "learner");
  const email = learner?.email ?? "";
  await post("/sign-in", { email, password: "a wrong secret phrase" });
  await post("/forgot-password", { email });
  await post("/forgot-password", { email: "stranger@example.org" });
  const signedIn = await post("/sign-in", { email, password: demonstrationPassword });
  expect(signedIn.headers()["location"]).toBe("/my");
  await post("/learn/ct-orientation-session", {});
  const quiz = "/learn/ct-orientation-session/final-assessment";
  await post(quiz, { intent: "start", identity: "yes" });
  expect((await request.get(`${site.url}${quiz}/sitting/1`)).status()).toBe(200);
  const { sittingId, questionId } = onlySitting(site.folder);
  const answer = {
    sittingId,
    questionId,
    device: "device-one",
    sequence: 1,
    response: { kind: "numeric", text: "123.456", unit: "mGy" },
  };
  const saved = await request.post(`${site.url}/hot/answers`, { headers, data: answer });
  expect(saved.status()).toBe(200);
  await request.post(`${site.url}/hot/answers`, { headers, data: { ...answer, device: "?" } });
  await post("/learn/ct-orientation-session/evaluation", { intent: "evaluation", text: "What I think of it" });
  await request.get(`${site.url}/reset-password/made-up-secret-token-of-a-mail`);
  await request.delete(`${site.url}/my`, { headers });
  const cookie = (await request.storageState()).cookies.find(({ name }) => name === "session")?.value ?? "";
  expect(cookie.length).toBeGreaterThan(20);
  await site.stop();
  const secrets = [
    email,
    "stranger@example.org",
    learner?.name ?? "",
    "a wrong secret phrase",
    demonstrationPassword,
    "123.456",
    "What I think of it",
    "made-up-secret-token-of-a-mail",
    cookie,
    sittingId,
  ];
  expect(site.text()).toContain("Listening on");
  return secrets.filter((secret) => site.text().includes(secret));
}

test("the log names nobody and repeats no answer", async ({ request }) => {
  expect(await findSecrets(request, await startTalkative())).toEqual([]);
});

test("a server that logs cookies and addresses is found out", async ({ request }) => {
  // A log line for each request, as a careless server would write it.
  const careless = `import { Server } from "node:http";
    const emit = Server.prototype.emit;
    Server.prototype.emit = function (name, request, ...rest) {
      if (name === "request") console.log(JSON.stringify({ level: 20, url: request.url, cookie: request.headers.cookie }));
      return emit.call(this, name, request, ...rest);
    };`;
  const site = await startTalkative(`--import=data:text/javascript,${encodeURIComponent(careless)}`);
  const found = await findSecrets(request, site);
  expect(found).toContain("made-up-secret-token-of-a-mail");
  // And the session's cookie.
  expect(found).toHaveLength(2);
});
