import { statement } from "../platform/db.server";
import { type CertificateStatus, certificateStatus, type StatusColumns } from "./certificate-status";
import { CertificateFacts, PersonalFacts } from "./facts";

/** What everybody who has the number may see. */
export interface PublicCertificate {
  readonly number: string;
  readonly facts: CertificateFacts;
  /** Null once the holder has been erased. */
  readonly personal: PersonalFacts | null;
  readonly status: CertificateStatus;
  readonly expiresAt: string | null;
  readonly revoked: { readonly at: string; readonly reason: string } | null;
  readonly replacedBy: { readonly number: string; readonly at: string } | null;
}

interface CertificateRow extends StatusColumns {
  readonly number: string;
  readonly facts: string;
  readonly revokedReason: string | null;
  readonly newNumber: string | null;
  readonly newIssuedAt: string | null;
}

const byNumber = statement<[string], CertificateRow>(`
  SELECT c.number, c.facts, c.personalFacts, c.expiresAt, c.revokedAt, c.revokedReason, c.supersededById,
         n.number AS newNumber, n.issuedAt AS newIssuedAt
    FROM Certificate c LEFT JOIN Certificate n ON n.id = c.supersededById WHERE c.number = ?`);

/** The certificate with this number in its written form, or null. One statement, whatever the size of the register. */
export function findCertificate(number: string, now: Date): PublicCertificate | null {
  const row = byNumber.get(number);
  if (row === undefined) return null;
  return {
    number: row.number,
    facts: CertificateFacts.parse(JSON.parse(row.facts)),
    personal: row.personalFacts === null ? null : PersonalFacts.parse(JSON.parse(row.personalFacts)),
    status: certificateStatus(row, now),
    expiresAt: row.expiresAt,
    revoked: row.revokedAt === null ? null : { at: row.revokedAt, reason: row.revokedReason ?? "" },
    replacedBy:
      row.newNumber === null || row.newIssuedAt === null ? null : { number: row.newNumber, at: row.newIssuedAt },
  };
}
