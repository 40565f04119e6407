/** What a certificate is worth on a day. Facts never change; these few columns do. */
export type CertificateStatus = "active" | "expired" | "superseded" | "revoked" | "erased";

export interface StatusColumns {
  /** Null once the holder has been erased. */
  readonly personalFacts: string | null;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly supersededById: string | null;
}

/**
 * The status on the day of `now`. A revocation outlives everything else: nobody gets rid of one by being erased.
 * A certificate is valid to the end of the day on which it expires (UTC), so that an answer holds for a whole day.
 */
export function certificateStatus(row: StatusColumns, now: Date): CertificateStatus {
  if (row.revokedAt !== null) return "revoked";
  if (row.supersededById !== null) return "superseded";
  if (row.personalFacts === null) return "erased";
  return row.expiresAt !== null && dayOf(now.toISOString()) > dayOf(row.expiresAt) ? "expired" : "active";
}

/** Whole days until a certificate ends, 0 on its last day; null when it has no end. */
export function daysLeft(expiresAt: string | null, now: Date): number | null {
  if (expiresAt === null) return null;
  return Math.round((Date.parse(dayOf(expiresAt)) - Date.parse(dayOf(now.toISOString()))) / 86_400_000);
}

/** The UTC day of an ISO moment, as the database or JavaScript writes it. */
function dayOf(moment: string): string {
  return new Date(moment).toISOString().slice(0, 10);
}
