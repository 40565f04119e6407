import { mkdir, open, rename } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { newId } from "../../platform/ids.server";
import type { Mailer } from "../mail";

/**
 * Writes each mail as an .eml file, for machines without a mail server. A file appears under its name only when it is
 * whole and on disk. Names begin with the time, so that they sort by it.
 */
export function makeFolderMailer(settings: { folder: string; from: string }): Mailer {
  const transport = createTransport(
    { streamTransport: true, buffer: true, newline: "windows" },
    { from: settings.from },
  );
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
      });
      await mkdir(settings.folder, { recursive: true });
      const name = newId();
      const draft = path.join(settings.folder, `${name}.part`);
      const file = await open(draft, "wx");
      try {
        // `buffer: true` makes it one; the type covers streams too.
        await file.writeFile(message as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path.join(settings.folder, `${name}.eml`));
    },
  };
}
