import path from "node:path";
import { env } from "../platform/env.server";
import { makeFolderMailer } from "./adapters/folder-mailer.server";
import { makeMemoryMailer } from "./adapters/memory-mailer";
import { makeSmtpMailer } from "./adapters/smtp-mailer.server";
import type { Mailer } from "./mail";

type Way = "smtp" | "folder" | "memory";

/** Where the folder mailer writes and the demonstration inbox reads. */
export const mailFolder = path.join(env.DATA_DIR, "mail");

const makers: Record<Way, () => Mailer> = {
  smtp: () => makeSmtpMailer({ url: env.SMTP_URL ?? "", from: env.MAIL_FROM }),
  folder: () => makeFolderMailer({ folder: mailFolder, from: env.MAIL_FROM }),
  memory: () => makeMemoryMailer([]),
};

function chooseWay(): Way {
  if (env.SMTP_URL !== undefined) return "smtp";
  return env.NODE_ENV === "test" ? "memory" : "folder";
}

/** The mailer of this process, chosen once by the settings. */
export const mailer: Mailer = makers[chooseWay()]();
