import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import type { Finding, Place } from "./finding";
import { sayFinding } from "./say-finding";

let isReady = false;

/** A finding for the server's own console, with its place in front. */
export function inEnglish(finding: Finding): string {
  if (!isReady) registerAllMessages();
  isReady = true;
  return `${nameOf(finding.where)}: ${sayFinding(finding, translator("en"), "en")}`;
}

function nameOf(where: Place): string {
  if (where.at === "lesson") return `lesson "${where.id}"`;
  return where.at === "question" ? `question "${where.key}"` : where.at;
}
