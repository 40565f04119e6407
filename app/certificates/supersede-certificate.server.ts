import { randomBytes } from "node:crypto";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { absoluteUrl } from "../mail/site-address.server";
import { type Transaction, transact } from "../platform/db.server";
import { env } from "../platform/env.server";
import { appendToChain } from "./append-to-chain.server";
import {
  type CertificateToChange,
  type Holder,
  findCertificateToChange,
  recordChange,
} from "./change-certificate.server";
import { supersededMail } from "./change-mails.server";
import { type ReasonFault, readReason } from "../audit/reason";
import { CertificateFacts, type PersonalFacts } from "./facts";
import { personalFactsOf } from "./gather-facts.server";
import { makePdf } from "./make-pdf.server";
import { drawNumber } from "./number";

export interface SupersedeRequest {
  /** Of the certificate that is wrong, as an operator types it. */
  readonly number: string;
  /** Kept in the audit trail and told the holder; not public. */
  readonly reason: string;
  /** Null for a command at the server's own console. */
  readonly actorId: string | null;
  readonly now: Date;
}

export type Superseded =
  | { readonly ok: true; readonly id: string; readonly number: string; readonly replaced: string }
  /** `by`: the number of the certificate that stands in its place already. */
  | { readonly ok: false; readonly reason: "superseded"; readonly by: string }
  /**
   * `holder-gone`: the account was erased or shut, there is no name to print. `unchanged`: the new certificate would
   * say what the old one says.
   */
  | { readonly ok: false; readonly reason: "unknown" | "revoked" | "holder-gone" | "unchanged" | ReasonFault };

/**
 * Replaces a certificate by one with the same evidence and the name and profession of today's profile, under a number
 * of its own. The old one stays as it is, marked as replaced. Row, mark, mail and audit are one transaction; the PDF
 * follows it, and is made on the first download if this process ends before.
 */
export async function supersedeCertificate(request: SupersedeRequest): Promise<Superseded> {
  const superseded = await transact((tx) => supersede(tx, request));
  if (superseded.ok) await makePdf(superseded.id);
  return superseded;
}

async function supersede(tx: Transaction, request: SupersedeRequest): Promise<Superseded> {
  const old = await findCertificateToChange(tx, request.number);
  if (old === null) return { ok: false, reason: "unknown" };
  if (old.isRevoked) return { ok: false, reason: "revoked" };
  if (old.replacement !== null) return { ok: false, reason: "superseded", by: old.replacement.number };
  const { holder, personal } = old;
  if (holder === null || personal === null) return { ok: false, reason: "holder-gone" };
  const read = readReason(request.reason, [personal.name, holder.certificateName]);
  if (!read.ok) return read;
  const facts = reissuedFacts(old.facts, request.now);
  const corrected = personalFactsOf(holder, facts.language);
  if (statement(facts, corrected) === statement(old.facts, personal)) return { ok: false, reason: "unchanged" };
  const id = await replace(tx, { old, holder, facts, personal: corrected, reason: read.reason, request });
  return { ok: true, id, number: facts.number, replaced: old.number };
}

async function replace(
  tx: Transaction,
  change: {
    readonly old: CertificateToChange;
    readonly holder: Holder;
    readonly facts: CertificateFacts;
    readonly personal: PersonalFacts;
    readonly reason: string;
    readonly request: SupersedeRequest;
  },
): Promise<string> {
  const { old, holder, facts, personal, reason, request } = change;
  const { actorId, now } = request;
  const id = await appendToChain(tx, {
    enrolmentId: old.enrolmentId,
    issue: old.issue + 1,
    personId: holder.id,
    facts,
    personal,
    // A corrected name makes no training last longer.
    expiresAt: old.expiresAt,
  });
  await tx.certificate.update({ where: { id: old.id }, data: { supersededById: id } });
  const details = { number: old.number, newNumber: facts.number, issue: old.issue + 1, reason };
  await recordChange(tx, { action: "certificate.supersede", certificateId: old.id, details, actorId, now });
  const mail = supersededMail(holder, { facts, replaced: old.number, reason });
  await enqueueMail(tx, { mail, key: `certificate ${id}`, now });
  return id;
}

/** The evidence as it was, in a document of today: number, date and the site's name and address are its own. */
function reissuedFacts(old: CertificateFacts, now: Date): CertificateFacts {
  const number = drawNumber(randomBytes);
  const completed = new Date(old.completedAt);
  return CertificateFacts.parse({
    ...old,
    number,
    // What was a demonstration stays one, wherever it is issued anew.
    demonstration: old.demonstration || env.isDemonstration,
    issuedAt: (now < completed ? completed : now).toISOString(),
    verifyUrl: absoluteUrl(`/verify/${number}`),
    siteName: env.SITE_TITLE,
  });
}

/** All that a document says but its number and its date. */
function statement(facts: CertificateFacts, personal: PersonalFacts): string {
  const { number, verifyUrl, demonstration, siteName } = facts;
  return JSON.stringify([personal.name, personal.profession, demonstration, siteName, verifyUrl.replace(number, "")]);
}
