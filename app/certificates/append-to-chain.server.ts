import { randomBytes } from "node:crypto";
import type { Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { chainStart, linkHash } from "./chain.server";
import { commitment } from "./commitment.server";
import type { CertificateFacts, PersonalFacts } from "./facts";

/**
 * Freezes a certificate as the last link of the chain, still without its PDF.
 * @param certificate.issue 1, or one more than that of the certificate which this one replaces
 * @returns its id
 */
export async function appendToChain(
  tx: Transaction,
  certificate: {
    readonly enrolmentId: string;
    readonly issue: number;
    readonly personId: string;
    readonly facts: CertificateFacts;
    readonly personal: PersonalFacts;
    readonly expiresAt: Date | null;
  },
): Promise<string> {
  const { enrolmentId, issue, personId, facts, personal, expiresAt } = certificate;
  const last = await tx.certificate.findFirst({
    orderBy: { sequence: "desc" },
    select: { sequence: true, hash: true },
  });
  const salt = randomBytes(32);
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    issue,
    facts: JSON.stringify(facts),
    commitment: commitment(personal, salt),
    expiresAt,
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
      personId,
      trackSlug: facts.trackSlug,
      personalFacts: JSON.stringify(personal),
      salt: salt.toString("hex"),
      issuedAt: facts.issuedAt,
      isDemonstration: facts.demonstration,
    },
  });
  return id;
}
