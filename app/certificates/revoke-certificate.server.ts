import { enqueueMail } from "../mail/enqueue-mail.server";
import { type Transaction, transact } from "../platform/db.server";
import { findCertificateToChange, recordChange } from "./change-certificate.server";
import { revokedMail } from "./change-mails.server";
import { type ReasonFault, readReason } from "../audit/reason";

export interface RevokeRequest {
  /** As an operator types it. */
  readonly number: string;
  /** Public: it stands on the check page. */
  readonly reason: string;
  /** Null for a command at the server's own console. */
  readonly actorId: string | null;
  readonly now: Date;
}

export type Revoked =
  | {
      readonly ok: true;
      readonly number: string;
      /** False where the holder's account is gone. */
      readonly isMailed: boolean;
      /** The certificate that had replaced this one and still counts; revoking the old one doesn't touch it. */
      readonly stillCounts: string | null;
    }
  | { readonly ok: false; readonly reason: "unknown" | "revoked" | ReasonFault };

/**
 * Takes a certificate back for a stated reason, in one transaction with mail and audit. A holder who was erased keeps
 * no certificate by it: the number can be revoked all the same.
 */
export function revokeCertificate(request: RevokeRequest): Promise<Revoked> {
  return transact((tx) => revoke(tx, request));
}

async function revoke(tx: Transaction, request: RevokeRequest): Promise<Revoked> {
  const { actorId, now } = request;
  const certificate = await findCertificateToChange(tx, request.number);
  if (certificate === null) return { ok: false, reason: "unknown" };
  const { id, number, facts, personal, holder, replacement } = certificate;
  if (certificate.isRevoked) return { ok: false, reason: "revoked" };
  const names = [personal?.name, holder?.certificateName].filter((name) => name !== undefined);
  const read = readReason(request.reason, names);
  if (!read.ok) return read;
  const { reason } = read;
  await tx.certificate.update({ where: { id }, data: { revokedAt: now, revokedReason: reason } });
  await recordChange(tx, {
    action: "certificate.revoke",
    certificateId: id,
    details: { number, reason },
    actorId,
    now,
  });
  if (holder !== null) {
    await enqueueMail(tx, { mail: revokedMail(holder, facts, reason), key: `certificate revoked ${id}`, now });
  }
  const stillCounts = replacement === null || replacement.isRevoked ? null : replacement.number;
  return { ok: true, number, isMailed: holder !== null, stillCounts };
}
