import { issueCertificateJob } from "./certificates/issue-certificate.job.server";
import { stopCertificateThread } from "./certificates/render-pdf.server";
import { openTrackJob } from "./authoring/access/open-track.job.server";
import { sweepUploads } from "./authoring/banks/upload-store.server";
import { sweepAccounts } from "./accounts/sweep-accounts.server";
import { endExpiredSessions } from "./auth/sessions.server";
import { sendCorrectionNoticeJob } from "./courses/correction-notice.job.server";
import { settleAllOverdue } from "./courses/settle-overdue.server";
import { releaseEvaluations } from "./evaluations/store-evaluation.server";
import type { JobHandlers } from "./jobs/catalogue";
import { enqueue } from "./jobs/enqueue.server";
import { type Runner, startRunner, sweepFinishedJobs } from "./jobs/runner.server";
import { sendMailJob } from "./mail/send-mail.job.server";
import { now } from "./platform/clock.server";
import { transact } from "./platform/db.server";
import { env } from "./platform/env.server";
import { log } from "./platform/log.server";
import { sweepRateLimits } from "./platform/rate-limit.server";
import { sweepInvitations } from "./societies/sweep-invitations.server";

/** Which folder handles which job. A composition root: the only place where all of them meet. */
const jobHandlers: JobHandlers = {
  "certificate.issue": issueCertificateJob,
  "edition.correction-notice": sendCorrectionNoticeJob,
  "mail.send": sendMailJob,
  "track.open": openTrackJob,
  "daily.upkeep": runDailyUpkeep,
};

let runner: Runner | null = null;

/** Once a day: what was said in evaluations is released in random order; what has expired is swept away. */
async function runDailyUpkeep({ day }: { day: string }, at: Date): Promise<void> {
  await releaseEvaluations(day);
  await sweepRateLimits(at);
  await endExpiredSessions(at);
  await sweepAccounts(at);
  await sweepInvitations(at);
  sweepUploads(at);
  await sweepFinishedJobs(at);
}

/** Each minute: sittings whose time ran out unseen are ended, and the day's upkeep is asked for once. */
async function keepTime(at: Date): Promise<void> {
  await settleAllOverdue(at);
  const day = at.toISOString().slice(0, 10);
  await transact((tx) => enqueue(tx, { name: "daily.upkeep", payload: { day }, key: `daily:${day}`, runAt: at }));
}

const minute = 60_000;

/** Starts the job runner in this process, unless RUN_JOBS is 0. */
export function startWorker(): { stop: () => Promise<void> } {
  if (!env.RUN_JOBS) return { stop: stopCertificateThread };
  runner = startRunner(jobHandlers, now);
  const tick = () => {
    keepTime(now()).catch((error: unknown) => {
      log.error({ err: error }, "the minute's work failed");
    });
  };
  const timer = setInterval(tick, minute);
  tick();
  return {
    stop: async () => {
      clearInterval(timer);
      await runner?.stop();
      await stopCertificateThread();
    },
  };
}

export function workerIsAlive(): boolean {
  return runner?.isAlive() ?? false;
}
