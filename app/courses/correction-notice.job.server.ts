import { enqueue } from "../jobs/enqueue.server";
import type { JobPayload } from "../jobs/catalogue";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { type Transaction, transact } from "../platform/db.server";
import { correctionMail } from "./correction-mail.server";

/** A batch holds the writer for a fraction of a second. */
const batchSize = 50;

type Notice = JobPayload<"edition.correction-notice">;

/**
 * Tells everybody who takes or has completed a track that it was corrected, batch after batch: each batch and the job
 * for the next one are one transaction. The key of a mail names correction and enrolment, so a repeat sends nothing
 * twice. Who was ended without completing is left in peace.
 */
export async function sendCorrectionNoticeJob(notice: Notice, now: Date): Promise<void> {
  await transact(async (tx) => {
    const edition = await tx.edition.findUniqueOrThrow({
      where: { id: notice.editionId },
      select: { trackId: true },
    });
    const batch = await tx.enrolment.findMany({
      where: {
        trackId: edition.trackId,
        id: { gt: notice.after },
        OR: [{ endedAt: null }, { completedAt: { not: null } }],
      },
      orderBy: { id: "asc" },
      take: batchSize,
      select: {
        id: true,
        language: true,
        person: { select: { email: true, locale: true, certificateName: true } },
      },
    });
    for (const { id, language, person } of batch) {
      const mail = correctionMail(person, { editionId: notice.editionId, note: notice.note, language });
      await enqueueMail(tx, { mail, key: `correction ${notice.correction} ${id}`, isBulk: true, now });
    }
    const last = batch.at(-1);
    if (batch.length === batchSize && last !== undefined)
      await enqueueCorrectionNotice(tx, { ...notice, after: last.id }, now);
  });
}

/** @param notice.after "" begins with the first enrolment */
export function enqueueCorrectionNotice(tx: Transaction, notice: Notice, now: Date): Promise<void> {
  return enqueue(tx, {
    name: "edition.correction-notice",
    payload: notice,
    key: `correction ${notice.correction} after ${notice.after}`,
    runAt: now,
  });
}
