import { db, dbTime, hot, prepareHot } from "../platform/db.server";
import { log } from "../platform/log.server";
import { bulkMark, type JobHandlers, type JobName, jobPayloads } from "./catalogue";
import { onWake } from "./wake.server";

const leaseSeconds = 60;
const maxAttempts = 6;
const idleMs = 1000;

/**
 * Jobs of one lane run one after the other, and lanes beside each other: a slow mail server holds up no certificate,
 * and a long piece of upkeep holds up neither.
 */
const lanes = {
  certificates: ["certificate.issue"],
  mail: ["mail.send"],
  rest: ["track.open", "edition.correction-notice", "daily.upkeep"],
} as const satisfies Readonly<Record<string, readonly JobName[]>>;
type Lane = keyof typeof lanes;
const laneNames = ["certificates", "mail", "rest"] as const satisfies readonly Lane[];

interface LeasedJob {
  readonly id: string;
  readonly name: string;
  readonly payload: string;
  readonly attempts: number;
}

/**
 * Leases the next job of a lane that is due, or gives undefined. A lease that ran out belongs to nobody. What many get
 * at once waits until nobody waits for something of their own.
 */
export function leaseNext(now: Date, lane: Lane): Promise<LeasedJob | undefined> {
  const until = dbTime(new Date(now.getTime() + leaseSeconds * 1000));
  return hot((connection) => {
    const row: unknown = prepareHot(
      connection,
      `UPDATE Job SET leasedUntil = ?, attempts = attempts + 1
        WHERE id = (SELECT id FROM Job WHERE doneAt IS NULL AND deadAt IS NULL AND runAt <= ?
                       AND (leasedUntil IS NULL OR leasedUntil < ?) AND name IN (SELECT value FROM json_each(?))
                     ORDER BY key LIKE '${bulkMark}%', runAt LIMIT 1)
        RETURNING id, name, payload, attempts`,
    ).get(until, dbTime(now), dbTime(now), JSON.stringify(lanes[lane]));
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

interface Watch {
  readonly isStopped: () => boolean;
  /** Called with the moment at which a job begins, and with null between jobs. */
  readonly onJob: (since: Date | null) => void;
}

/** Runs the jobs of a lane that are due, one after the other; a stop waits for the one in hand, not for the queue. */
async function runLane(lane: Lane, handlers: JobHandlers, clock: () => Date, watch: Watch): Promise<number> {
  for (let count = 0; ; count++) {
    const job = watch.isStopped() ? undefined : await leaseNext(clock(), lane);
    if (job === undefined) return count;
    watch.onJob(clock());
    await runJob(job, handlers, clock);
    watch.onJob(null);
  }
}

/** Runs every job that is due now, lane after lane. Tests use it. */
export async function runDueJobs(handlers: JobHandlers, clock: () => Date): Promise<number> {
  const watch = { isStopped: () => false, onJob: () => undefined };
  let count = 0;
  for (const lane of laneNames) count += await runLane(lane, handlers, clock, watch);
  return count;
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

/** Looks for work in one lane; `isWell` is false when a job runs longer than its lease, which another process may take. */
function startLane(lane: Lane, handlers: JobHandlers, clock: () => Date, isStopped: () => boolean) {
  let round: Promise<unknown> = Promise.resolve();
  let busy = false;
  let since: Date | null = null;
  let lastLook = clock();
  const age = (moment: Date) => (clock().getTime() - moment.getTime()) / 1000;
  const onJob = (moment: Date | null) => {
    since = moment;
    lastLook = clock();
  };
  const isDue = () =>
    db.job.findFirst({
      where: { name: { in: [...lanes[lane]] }, doneAt: null, deadAt: null, runAt: { lte: clock() } },
      select: { id: true },
    });
  const look = () => {
    if (busy || isStopped()) return;
    busy = true;
    round = isDue()
      .then((due) => (due === null ? 0 : runLane(lane, handlers, clock, { isStopped, onJob })))
      .catch((error: unknown) => {
        log.error({ err: error }, "the job runner could not look for work");
      })
      .finally(() => {
        busy = false;
        onJob(null);
      });
  };
  return {
    look,
    isWell: () => (since === null ? age(lastLook) < 30 : age(since) < leaseSeconds),
    ended: () => round,
  };
}

/** Looks for work when woken and once a second, until stopped; a stop waits for the jobs in hand. */
export function startRunner(handlers: JobHandlers, clock: () => Date): Runner {
  let stopped = false;
  const all = laneNames.map((lane) => startLane(lane, handlers, clock, () => stopped));
  const look = () => {
    for (const lane of all) lane.look();
  };
  const timer = setInterval(look, idleMs);
  onWake(look);
  look();
  return {
    isAlive: () => !stopped && all.every((lane) => lane.isWell()),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      onWake(null);
      await Promise.all(all.map((lane) => lane.ended()));
    },
  };
}
