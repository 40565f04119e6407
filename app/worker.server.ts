import type { JobHandlers } from "./jobs/catalogue";
import { type Runner, startRunner } from "./jobs/runner.server";
import { sendMailJob } from "./mail/send-mail.job.server";
import { now } from "./platform/clock.server";
import { env } from "./platform/env.server";

/** Which folder handles which job. A composition root: the only place where all of them meet. */
export const jobHandlers: JobHandlers = {
  "certificate.issue": () => Promise.resolve(),
  "mail.send": sendMailJob,
  "daily.upkeep": () => Promise.resolve(),
};

let runner: Runner | null = null;

/** Starts the job runner in this process, unless RUN_JOBS is 0. */
export function startWorker(): Promise<{ stop: () => Promise<void> }> {
  runner = env.RUN_JOBS ? startRunner(jobHandlers, now) : null;
  return Promise.resolve({ stop: () => runner?.stop() ?? Promise.resolve() });
}

export function workerIsAlive(): boolean {
  return runner?.isAlive() ?? false;
}
