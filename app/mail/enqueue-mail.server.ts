import { bulkMark } from "../jobs/catalogue";
import { enqueue } from "../jobs/enqueue.server";
import type { Transaction } from "../platform/db.server";
import type { Mail } from "./mail";

/**
 * Sends a mail soon, together with the change that causes it: both are on disk or neither.
 * @param input.key a second mail under the same key is not sent
 * @param input.isBulk one of many with the same news: mails that somebody waits for go first
 */
export async function enqueueMail(
  tx: Transaction,
  input: { mail: Mail; key: string; isBulk?: boolean; now: Date },
): Promise<void> {
  const { to, subject, text, html } = input.mail;
  await enqueue(tx, {
    name: "mail.send",
    payload: { to, subject, text, html },
    key: `${input.isBulk === true ? bulkMark : ""}mail ${input.key}`,
    runAt: input.now,
  });
}
