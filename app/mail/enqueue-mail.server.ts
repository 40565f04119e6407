import { enqueue } from "../jobs/enqueue.server";
import type { Transaction } from "../platform/db.server";
import type { Mail } from "./mail";

/**
 * Sends a mail soon, together with the change that causes it: both are on disk or neither.
 * @param input.key a second mail under the same key is not sent
 */
export async function enqueueMail(tx: Transaction, input: { mail: Mail; key: string; now: Date }): Promise<void> {
  const { to, subject, text, html } = input.mail;
  await enqueue(tx, {
    name: "mail.send",
    payload: { to, subject, text, html },
    key: `mail ${input.key}`,
    runAt: input.now,
  });
}
