import { db, dbTime, hot, prepareHot } from "../platform/db.server";
import { log } from "../platform/log.server";
import { type JobHandlers, type JobName, jobPayloads } from "./catalogue";
import { onWake } from "./wake.server";

const leaseSeconds = 60;
const maxAttempts = 6;
const idleMs = 1000;

interface LeasedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: string;
  readonly attempts: number;
}

/** Leases the next job that is due, or gives undefined. A lease that ran out belongs to nobody. */
export function leaseNext(now: Date): Promise<LeasedJob | undefined> {
  const until = dbTime(new Date(now.getTime() + leaseSeconds * 1000));
  return hot((connection) => {
    const row: unknown = prepareHot(
      connection,
      `UPDATE Job SET leasedUntil = ?, attempts = attempts + 1
        WHERE id = (SELECT id FROM Job WHERE doneAt IS NULL AND deadAt IS NULL AND runAt <= ?
                       AND (leasedUntil IS NULL OR leasedUntil < ?) ORDER BY runAt LIMIT 1)
        RETURNING id, name, payload, attempts`,
    ).get(until, dbTime(now), dbTime(now));
    // The statement's own RETURNING names these columns.
    return row as LeasedJob | undefined;
  });
}

/** A mail that was sent keeps nothing of its text: its links are secrets, and its address is a person's. */
const finish = (id: string, now: Date) =>
  hot((connection) =>
    prepareHot(
      connection,
      `UPDATE Job SET doneAt = ?, leasedUntil = NULL, lastError = NULL,
                      payload = CASE WHEN name = 'mail.send' THEN '{}' ELSE payload END WHERE id = ?`,
    ).run(dbTime(now), id),
  );

/** Later and later: 2 s, 8 s, 32 s, 2 min, 8 min; after the sixth failure the job waits for a person. */
function putOff(job: LeasedJob, reason: string, now: Date) {
  const isDead = job.attempts >= maxAttempts;
  const runAt = dbTime(new Date(now.getTime() + 500 * 4 ** job.attempts));
  return hot((connection) =>
    prepareHot(connection, "UPDATE Job SET leasedUntil = NULL, runAt = ?, lastError = ?, deadAt = ? WHERE id = ?").run(
      runAt,
      reason.slice(0, 500),
      isDead ? dbTime(now) : null,
      job.id,
    ),
  );
}

function isJobName(name: string): name is JobName {
  return name in jobPayloads;
}

async function runJob(job: LeasedJob, handlers: JobHandlers, clock: () => Date): Promise<void> {
  try {
    if (!isJobName(job.name)) throw new Error(`No job is called ${job.name}`);
    const payload: unknown = jobPayloads[job.name].parse(JSON.parse(job.payload));
    // The schema of the same name has just parsed it; TypeScript can't follow the pairing through the table.
    await (handlers[job.name] as (payload: unknown, now: Date) => Promise<void>)(payload, clock());
    await finish(job.id, clock());
  } catch (error) {
    log.error({ err: error, job: job.name, id: job.id, attempts: job.attempts }, "a job failed");
    await putOff(job, error instanceof Error ? error.message : String(error), clock());
  }
}

/** Runs every job that is due now, one after the other. Tests and `stop` use it too. */
export async function runDueJobs(handlers: JobHandlers, clock: () => Date): Promise<number> {
  for (let count = 0; ; count++) {
    const job = await leaseNext(clock());
    if (job === undefined) return count;
    await runJob(job, handlers, clock);
  }
}

/** Forgets jobs that were done a month ago; those that died stay until a person has looked at them. */
export function sweepFinishedJobs(now: Date): Promise<unknown> {
  const before = dbTime(new Date(now.getTime() - 30 * 86_400_000));
  return hot((connection) =>
    prepareHot(connection, "DELETE FROM Job WHERE doneAt < ? AND name <> 'certificate.issue'").run(before),
  );
}

export interface Runner {
  readonly isAlive: () => boolean;
  stop: () => Promise<void>;
}

/** Looks for work when woken and once a second, until stopped; a stop waits for the job in hand. */
export function startRunner(handlers: JobHandlers, clock: () => Date): Runner {
  let stopped = false;
  let round: Promise<unknown> = Promise.resolve();
  let busy = false;
  let lastLook = clock().getTime();
  const look = () => {
    if (busy || stopped) return;
    busy = true;
    round = db.job
      .findFirst({ where: { doneAt: null, deadAt: null, runAt: { lte: clock() } }, select: { id: true } })
      .then((due) => (due === null ? 0 : runDueJobs(handlers, clock)))
      .catch((error: unknown) => {
        log.error({ err: error }, "the job runner could not look for work");
      })
      .finally(() => {
        busy = false;
        lastLook = clock().getTime();
      });
  };
  const timer = setInterval(look, idleMs);
  onWake(look);
  look();
  return {
    isAlive: () => !stopped && (busy || clock().getTime() - lastLook < 30_000),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      onWake(null);
      await round;
    },
  };
}
