import { enqueueMail } from "../mail/enqueue-mail.server";
import { transact } from "../platform/db.server";
import { mistakeMail } from "./mistake-mail.server";

/**
 * Marks a report as resolved, or opens it again. Whoever wrote it gets one mail, the first time it is resolved, unless
 * the account is gone. A report on another society's track is not there.
 * @param input.societyId comes from a guard
 */
export async function resolveMistake(input: {
  societyId: string;
  reportId: string;
  resolved: boolean;
  now: Date;
}): Promise<boolean> {
  const { societyId, reportId, resolved, now } = input;
  return transact(async (tx) => {
    const report = await tx.mistakeReport.findUnique({ where: { id: reportId } });
    const edition = await tx.edition.findFirst({
      where: { id: report?.editionId ?? "", track: { societyId } },
      select: { id: true },
    });
    if (report === null || edition === null) return false;
    await tx.mistakeReport.update({ where: { id: reportId }, data: { resolvedAt: resolved ? now : null } });
    const reporter = await tx.person.findUnique({
      where: { id: report.personId ?? "" },
      select: { email: true, locale: true, certificateName: true },
    });
    if (resolved && reporter !== null)
      await enqueueMail(tx, { mail: mistakeMail(reporter, report), key: `mistake ${reportId}`, now });
    return true;
  });
}
