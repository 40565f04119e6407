import { db, transact } from "../platform/db.server";

interface DeadJob {
  readonly id: string;
  readonly name: string;
  readonly deadAt: Date | null;
  readonly lastError: string | null;
}

/** Jobs that were given up, the latest last. Their payloads stay out of sight: a mail is a person's. */
export function listDeadJobs(): Promise<DeadJob[]> {
  return db.job.findMany({
    where: { NOT: { deadAt: null } },
    select: { id: true, name: true, deadAt: true, lastError: true },
    orderBy: { deadAt: "asc" },
  });
}

/**
 * Has jobs that were given up tried again from the beginning, once somebody has mended what made them fail.
 * @param input.id one of them, or null for all
 * @returns how many
 */
export async function retryDeadJobs(input: { id: string | null; now: Date }): Promise<number> {
  const { count } = await transact((tx) =>
    tx.job.updateMany({
      where: { NOT: { deadAt: null }, ...(input.id === null ? {} : { id: input.id }) },
      data: { deadAt: null, attempts: 0, leasedUntil: null, runAt: input.now },
    }),
  );
  return count;
}
