import { enqueueMail } from "../mail/enqueue-mail.server";
import { statement, transact } from "../platform/db.server";
import { log } from "../platform/log.server";
import { appendToChain } from "./append-to-chain.server";
import { gatherFacts } from "./gather-facts.server";
import { makePdf } from "./make-pdf.server";
import { readyMail } from "./ready-mail.server";

export type Issued =
  /** `already`: an earlier run had issued it. */
  | { readonly ok: true; readonly id: string; readonly number: string; readonly already: boolean }
  | { readonly ok: false; readonly reason: "no-such-enrolment" | "not-complete" };

interface FirstIssue {
  readonly id: string;
  readonly number: string;
}

const findFirstIssue = statement<[string], FirstIssue>(
  "SELECT id, number FROM Certificate WHERE enrolmentId = ? AND issue = 1",
);

/**
 * Issues the certificate of a completed enrolment: freezes one row and makes its PDF. Each step finds what an earlier
 * run left: a row isn't made twice, and a row without its PDF gets it.
 */
export async function issueCertificate(input: { enrolmentId: string }, now: Date): Promise<Issued> {
  const first = findFirstIssue.get(input.enrolmentId);
  const issued =
    first === undefined ? await freeze(input.enrolmentId, now) : { ok: true as const, ...first, already: true };
  if (issued.ok) await makePdf(issued.id);
  return issued;
}

/** Handles `certificate.issue`. */
export async function issueCertificateJob(payload: { enrolmentId: string }, now: Date): Promise<void> {
  const issued = await issueCertificate(payload, now);
  if (!issued.ok) log.warn({ enrolmentId: payload.enrolmentId, reason: issued.reason }, "no certificate was issued");
}

async function freeze(enrolmentId: string, now: Date): Promise<Issued> {
  const gathered = await gatherFacts(enrolmentId, now);
  if (!gathered.ok) return gathered;
  return transact(async (tx): Promise<Issued> => {
    const first = await tx.certificate.findUnique({
      where: { enrolmentId_issue: { enrolmentId, issue: 1 } },
      select: { id: true, number: true },
    });
    if (first !== null) return { ok: true, ...first, already: true };
    const { facts, personal, holder } = gathered;
    // No track sets an end: how long training counts is a country's rule, not this certificate's.
    const link = { enrolmentId, issue: 1, personId: holder.id, facts, personal, expiresAt: null };
    const id = await appendToChain(tx, link);
    const mail = readyMail(holder, facts);
    await enqueueMail(tx, { mail, key: `certificate ${id}`, now });
    return { ok: true, id, number: facts.number, already: false };
  });
}
