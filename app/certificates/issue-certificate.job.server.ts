import { randomBytes } from "node:crypto";
import { enqueueMail } from "../mail/enqueue-mail.server";
import { statement, type Transaction, transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { log } from "../platform/log.server";
import { chainStart, linkHash } from "./chain.server";
import { commitment } from "./commitment.server";
import { type GatheredFacts, gatherFacts } from "./gather-facts.server";
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
    const id = await appendToChain(tx, enrolmentId, gathered);
    const mail = readyMail(gathered.holder, gathered.facts);
    await enqueueMail(tx, { mail, key: `certificate ${id}`, now });
    return { ok: true, id, number: gathered.facts.number, already: false };
  });
}

async function appendToChain(
  tx: Transaction,
  enrolmentId: string,
  { facts, personal, holder }: GatheredFacts,
): Promise<string> {
  const last = await tx.certificate.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const salt = randomBytes(32);
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    issue: 1,
    facts: JSON.stringify(facts),
    commitment: commitment(personal, salt),
    // No track sets an end: how long training counts is a country's rule, not this certificate's.
    expiresAt: null,
    previousHash: last?.hash ?? chainStart,
  };
  const id = newId();
  await tx.certificate.create({
    data: {
      ...link,
      id,
      hash: linkHash(link),
      number: facts.number,
      enrolmentId,
      personId: holder.id,
      trackSlug: facts.trackSlug,
      personalFacts: JSON.stringify(personal),
      salt: salt.toString("hex"),
      issuedAt: facts.issuedAt,
      isDemonstration: facts.demonstration,
    },
  });
  return id;
}
