import type { Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { type JobName, type JobPayload, jobPayloads } from "./catalogue";
import { wakeRunner } from "./wake.server";

/**
 * Puts a job beside the change that wants it, in the same transaction: either both are on disk or neither.
 * A second enqueue under the same key changes nothing.
 */
export async function enqueue<Name extends JobName>(
  tx: Transaction,
  job: { name: Name; payload: JobPayload<Name>; key: string; runAt: Date },
): Promise<void> {
  const payload = JSON.stringify(jobPayloads[job.name].parse(job.payload));
  await tx.job.upsert({
    where: { key: job.key },
    create: { id: newId(), name: job.name, payload, key: job.key, runAt: job.runAt },
    update: {},
  });
  wakeRunner();
}
