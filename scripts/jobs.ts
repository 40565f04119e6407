/**
 * npm run jobs -- list: jobs that were given up, with what they last said.
 * npm run jobs -- retry [ID]: tries one of them again, or all. The running site takes them up within a second.
 * Exit 0: done; 1: refused, with the reason; 2: wrong usage. A server may run beside it.
 */
import process from "node:process";
import { databaseIsReady } from "./database-ready";

const usage = `Usage: npm run jobs -- list
       npm run jobs -- retry [ID]`;

async function list(): Promise<number> {
  const { listDeadJobs } = await import("../app/jobs/dead-jobs.server");
  const dead = await listDeadJobs();
  if (dead.length === 0) console.log("No job has been given up.");
  for (const { id, name, deadAt, lastError } of dead)
    console.log(`${id}  ${name}  given up ${deadAt?.toISOString().slice(0, 16) ?? ""}  ${lastError ?? ""}`);
  return 0;
}

async function retry(id: string | null): Promise<number> {
  const { retryDeadJobs } = await import("../app/jobs/dead-jobs.server");
  const count = await retryDeadJobs({ id, now: new Date() });
  if (count === 0 && id !== null) {
    console.error("No job with this id has been given up.");
    return 1;
  }
  console.log(`${String(count)} ${count === 1 ? "job is" : "jobs are"} tried again.`);
  return 0;
}

async function main(): Promise<number> {
  const [order, id, ...more] = process.argv.slice(2);
  const isKnown = (order === "list" && id === undefined) || order === "retry";
  if (!isKnown || more.length > 0) {
    console.error(usage);
    return 2;
  }
  if (!(await databaseIsReady())) return 1;
  const status = await (order === "list" ? list() : retry(id ?? null));
  const { closeDatabase } = await import("../app/platform/db.server");
  await closeDatabase();
  return status;
}

process.exitCode = await main();
