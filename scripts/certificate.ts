/**
 * npm run certificate -- reissue NUMBER --reason "…": replaces a certificate by one with today's name and profession.
 * npm run certificate -- revoke NUMBER --reason "…": takes a certificate back; the reason stands on the check page.
 * Exit 0: done; 1: refused, with the reason; 2: wrong usage. A server may run beside it.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import type { Revoked } from "../app/certificates/revoke-certificate.server";
import type { Superseded } from "../app/certificates/supersede-certificate.server";
import { databaseIsReady } from "./database-ready";

const usage = `Usage: npm run certificate -- reissue NUMBER --reason "why it is corrected"
       npm run certificate -- revoke NUMBER --reason "why it is taken back"`;

interface Order {
  readonly deed: "reissue" | "revoke";
  readonly number: string;
  readonly reason: string;
}

/** What is to be done, or null when the words don't say so. */
function readOrder(words: readonly string[]): Order | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { reason: { type: "string" } },
      allowPositionals: true,
    });
    const [deed, number, ...more] = positionals;
    if ((deed !== "reissue" && deed !== "revoke") || number === undefined || more.length > 0) return null;
    return values.reason === undefined ? null : { deed, number, reason: values.reason };
  } catch {
    // parseArgs throws for an option that it doesn't know.
    return null;
  }
}

type Refusal = Extract<Superseded | Revoked, { ok: false }>["reason"];
const refusals: Record<Refusal, string> = {
  unknown: "There is no certificate with this number.",
  superseded: "It was replaced already.",
  revoked: "It is revoked already.",
  "holder-gone": "The holder's account is erased or shut: there is no name to put on a new one.",
  unchanged: "Name and profession in the profile are those on the certificate. The holder corrects the profile first.",
  "reason-missing": "A reason in words is needed.",
  "reason-long": "The reason may have 300 characters.",
  "reason-names-holder": "The reason is kept for ever: write it without the holder's name and without an address.",
};

interface Answer {
  readonly isDone: boolean;
  readonly text: string;
}

function sayReissued(done: Superseded): Answer {
  if (done.ok) {
    const text = `${done.replaced} is replaced by ${done.number}. The holder gets a mail.`;
    return { isDone: true, text };
  }
  const text = refusals[done.reason];
  return { isDone: false, text: done.reason === "superseded" ? `${text} ${done.by} stands in its place.` : text };
}

function sayRevoked(done: Revoked): Answer {
  if (!done.ok) return { isDone: false, text: refusals[done.reason] };
  const mail = done.isMailed ? "The holder gets a mail." : "The holder's account is gone, so there is no mail.";
  const other =
    done.stillCounts === null
      ? ""
      : ` It had been replaced: ${done.stillCounts} still counts, and is revoked by itself.`;
  return { isDone: true, text: `${done.number} is revoked. ${mail}${other}` };
}

async function carryOut({ deed, ...order }: Order): Promise<Answer> {
  const request = { ...order, actorId: null, now: new Date() };
  if (deed === "revoke") {
    const { revokeCertificate } = await import("../app/certificates/revoke-certificate.server");
    return sayRevoked(await revokeCertificate(request));
  }
  const { supersedeCertificate } = await import("../app/certificates/supersede-certificate.server");
  const { stopCertificateThread } = await import("../app/certificates/render-pdf.server");
  try {
    return sayReissued(await supersedeCertificate(request));
  } finally {
    await stopCertificateThread();
  }
}

async function main(): Promise<number> {
  const order = readOrder(process.argv.slice(2));
  if (order === null) {
    console.error(usage);
    return 2;
  }
  if (!(await databaseIsReady())) return 1;
  const { registerAllMessages } = await import("../app/i18n/all-messages.server");
  registerAllMessages();
  const { closeDatabase } = await import("../app/platform/db.server");
  const { isDone, text } = await carryOut(order);
  await closeDatabase();
  (isDone ? console.log : console.error)(text);
  return isDone ? 0 : 1;
}

process.exitCode = await main();
