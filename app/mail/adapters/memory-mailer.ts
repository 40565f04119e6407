import type { Mail, Mailer } from "../mail";

/** Keeps the mails in a list: for tests, which read it. */
export function makeMemoryMailer(sent: Mail[]): Mailer {
  return {
    send: (mail) => {
      sent.push({ ...mail });
      return Promise.resolve();
    },
  };
}
