import { recordEvent } from "../audit/record-event.server";
import type { Transaction } from "../platform/db.server";
import { CertificateFacts, PersonalFacts } from "./facts";
import { parseNumber } from "./number";

/** Who holds a certificate, as the account says at this moment. */
export interface Holder {
  readonly id: string;
  readonly email: string;
  readonly locale: string;
  readonly certificateName: string;
  readonly profession: string;
}

/** A certificate as a change finds it. */
export interface CertificateToChange {
  readonly id: string;
  readonly number: string;
  readonly enrolmentId: string;
  readonly issue: number;
  readonly expiresAt: Date | null;
  readonly facts: CertificateFacts;
  /** Null once the holder has been erased. */
  readonly personal: PersonalFacts | null;
  readonly isRevoked: boolean;
  readonly replacement: { readonly number: string; readonly isRevoked: boolean } | null;
  /** Null where the account is gone, or has been emptied and shut. */
  readonly holder: Holder | null;
}

/**
 * Finds a certificate. The transaction holds the database's lock from its beginning (platform/db), so nobody else
 * changes it, or takes its successor's place in the chain, before the transaction ends.
 * @param text the number as an operator types it
 * @returns null when it is no number, or nobody's
 */
export async function findCertificateToChange(tx: Transaction, text: string): Promise<CertificateToChange | null> {
  const parsed = parseNumber(text);
  if (!parsed.ok) return null;
  const { number } = parsed;
  const row = await tx.certificate.findUnique({ where: { number } });
  if (row === null) return null;
  return {
    id: row.id,
    number,
    enrolmentId: row.enrolmentId,
    issue: row.issue,
    expiresAt: row.expiresAt,
    facts: CertificateFacts.parse(JSON.parse(row.facts)),
    personal: row.personalFacts === null ? null : PersonalFacts.parse(JSON.parse(row.personalFacts)),
    isRevoked: row.revokedAt !== null,
    replacement: await replacementOf(tx, row.supersededById),
    holder: await holderOf(tx, row.personId),
  };
}

async function replacementOf(tx: Transaction, id: string | null): Promise<CertificateToChange["replacement"]> {
  const row = id === null ? null : await tx.certificate.findUnique({ where: { id } });
  return row === null ? null : { number: row.number, isRevoked: row.revokedAt !== null };
}

async function holderOf(tx: Transaction, id: string | null): Promise<Holder | null> {
  if (id === null) return null;
  const person = await tx.person.findUnique({
    where: { id },
    select: { id: true, email: true, locale: true, certificateName: true, profession: true, emailVerifiedAt: true },
  });
  return person === null || person.emailVerifiedAt === null ? null : person;
}

/** Keeps who changed a certificate and why, and makes every process forget the check pages that it has ready. */
export async function recordChange(
  tx: Transaction,
  change: {
    readonly action: "certificate.supersede" | "certificate.revoke";
    readonly certificateId: string;
    readonly details: Readonly<Record<string, string | number>>;
    readonly actorId: string | null;
    readonly now: Date;
  },
): Promise<void> {
  const { action, certificateId, details, actorId, now } = change;
  await recordEvent(tx, { actorId, action, subject: `certificate:${certificateId}`, details, now });
  await tx.publicVersion.upsert({
    where: { name: "certificates" },
    create: { name: "certificates", version: 1 },
    update: { version: { increment: 1 } },
  });
}
