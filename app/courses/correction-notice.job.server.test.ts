import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { registerAllMessages } from "../i18n/all-messages.server";
import type { JobHandlers } from "../jobs/catalogue";
import { runDueJobs } from "../jobs/runner.server";
import { enqueueCorrectionNotice, sendCorrectionNoticeJob } from "./correction-notice.job.server";

beforeAll(registerAllMessages);

const nothing = () => Promise.resolve();
const handlers: JobHandlers = {
  "certificate.issue": nothing,
  "edition.correction-notice": sendCorrectionNoticeJob,
  "track.open": nothing,
  // Kept as they are, so that the inbox can be read.
  "mail.send": nothing,
  "daily.upkeep": nothing,
};

dbTest("a correction reaches who is enrolled and who has completed, once, in batches", async (context) => {
  const { given, db, transact, now } = context;
  const edition = await given.edition();
  const learners = [];
  for (let i = 0; i < 52; i++) learners.push(await given.enrolled({ edition }));
  const [ended, completed, other] = [learners[0], learners[1], await given.enrolled()];
  await transact(async (tx) => {
    await tx.enrolment.update({ where: { id: ended?.enrolment.id ?? "" }, data: { endedAt: now } });
    await tx.enrolment.update({
      where: { id: completed?.enrolment.id ?? "" },
      data: { endedAt: now, completedAt: now },
    });
  });
  const notice = { editionId: edition.id, note: "The unit of KAP was wrong.", correction: "one", after: "" };
  const ask = (at: Date) => transact((tx) => enqueueCorrectionNotice(tx, notice, at));
  await ask(now);
  await sendCorrectionNoticeJob(notice, now);
  const first = await given.inbox();
  expect(first).toHaveLength(50);
  expect(first[0]?.text).toContain("What was corrected: The unit of KAP was wrong.");
  await runDueJobs(handlers, () => now);
  await ask(now);
  await runDueJobs(handlers, () => now);
  const keys = (await db.job.findMany({ where: { name: "mail.send" } })).map(({ key }) => key);
  expect(keys).toHaveLength(51);
  const isTold = (id: string | undefined) => keys.some((key) => key.endsWith(id ?? "?"));
  expect([ended, completed, other].map((learner) => isTold(learner?.enrolment.id))).toEqual([false, true, false]);
});
