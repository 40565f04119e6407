import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { mailFolder } from "./mailer.server";
import { readMailFile, type StoredMail } from "./read-mail-file";

export interface InboxEntry extends StoredMail {
  /** The file's name without its ending. */
  readonly id: string;
}

/** Names that the folder mailer gives. Anything else is no mail of ours, and no way out of the folder. */
const mailName = /^[0-9a-z]{25}\.eml$/;

/**
 * Mails in the folder, the newest first, at most 200.
 * @param address shows only mails to addresses that contain it; empty shows all
 */
export async function listStoredMails(address: string): Promise<InboxEntry[]> {
  const names = (await readdir(mailFolder).catch(() => []))
    .filter((name) => mailName.test(name))
    .sort()
    .reverse();
  const entries: InboxEntry[] = [];
  for (const name of names) {
    if (entries.length === 200) break;
    const entry = await findStoredMail(name.slice(0, -".eml".length));
    if (entry?.to.toLowerCase().includes(address.toLowerCase())) entries.push(entry);
  }
  return entries;
}

/** One mail of the folder, or null. */
export async function findStoredMail(id: string): Promise<InboxEntry | null> {
  const name = `${id}.eml`;
  if (!mailName.test(name)) return null;
  const raw = await readFile(path.join(mailFolder, name), "utf8").catch(() => null);
  return raw === null ? null : { id, ...readMailFile(raw) };
}
