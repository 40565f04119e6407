import type { JobPayload } from "../jobs/catalogue";
import { mailer } from "./mailer.server";

/** Handles `mail.send`. A crash between the sending and its note sends the mail once more: better twice than never. */
export async function sendMailJob(mail: JobPayload<"mail.send">): Promise<void> {
  await mailer.send(mail);
}
