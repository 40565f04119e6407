import { createTransport } from "nodemailer";
import type { Mailer } from "../mail";

/** Together less than a job's lease, so that no second process sends what this one is still trying to send. */
const patience = { dnsTimeout: 5000, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 20_000 };

/** @param url `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
export function makeSmtpMailer(settings: { url: string; from: string }): Mailer {
  const transport = createTransport({ url: settings.url, ...patience }, { from: settings.from });
  return {
    send: async (mail) => {
      await transport.sendMail({ to: mail.to, subject: mail.subject, text: mail.text, html: mail.html });
    },
  };
}
