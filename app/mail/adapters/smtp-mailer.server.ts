import { createTransport } from "nodemailer";
import type { Mailer } from "../mail";

/** @param url `smtp://user:password@host:587`, or `smtps://` for TLS from the first byte. */
export function makeSmtpMailer(settings: { url: string; from: string }): Mailer {
  const transport = createTransport(settings.url, { from: settings.from });
  return {
    send: async (mail) => {
      await transport.sendMail({ to: mail.to, subject: mail.subject, text: mail.text, html: mail.html });
    },
  };
}
