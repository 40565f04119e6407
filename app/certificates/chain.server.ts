import { sha256 } from "../platform/ids.server";

/**
 * The chain of evidence: each certificate's hash covers what it states and the hash before it, so that no row can be
 * changed, added or taken away in the middle without a break. Name and profession enter as their commitment only.
 *
 * What a certificate is worth later is not covered: `revokedAt`, `revokedReason` and `supersededById` are written into
 * a row that stands, and must not break its hash or any after it. Who wrote them, and when, is in the audit trail. A
 * replacement's own facts are covered like any certificate's: it is a further link, not a change of the old one.
 */
export interface ChainLink {
  readonly sequence: number;
  readonly issue: number;
  /** The facts exactly as stored: the hash covers this text, not a parsed form of it. */
  readonly facts: string;
  readonly commitment: string;
  readonly expiresAt: Date | null;
  readonly previousHash: string;
}

/** What the first certificate has in the place of a hash before it. */
export const chainStart = "0".repeat(64);

/** SHA-256 of a JSON list in a fixed order, 64 lower-case hexadecimal digits. */
export function linkHash(link: ChainLink): string {
  const expiresAt = link.expiresAt?.toISOString() ?? null;
  return sha256(JSON.stringify([link.previousHash, link.sequence, link.issue, link.facts, link.commitment, expiresAt]));
}
