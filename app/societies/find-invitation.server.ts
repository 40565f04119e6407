import { isSocietyRole, type SocietyRole } from "../auth/roles";
import { db, type Transaction } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";

/** Why an invitation can't be accepted. */
export const closedReasons = ["unknown", "society-gone", "used", "withdrawn", "expired"] as const;
export type ClosedReason = (typeof closedReasons)[number];

export interface OpenInvitation {
  readonly state: "open";
  readonly id: string;
  readonly societyId: string;
  readonly society: { readonly slug: string; readonly name: string };
  readonly email: string;
  readonly role: SocietyRole;
  /** ISO moment. */
  readonly expiresAt: string;
}

export type FoundInvitation =
  | OpenInvitation
  | {
      readonly state: ClosedReason;
      /** Who accepted it, with where they then work; for their own second look. */
      readonly used: { readonly byId: string; readonly societySlug: string } | null;
    };

const closed = (state: ClosedReason): FoundInvitation => ({ state, used: null });

/**
 * What the secret of a mail leads to. Looking changes nothing, because scanners of mail open links.
 * @param tx the transaction that accepts it; left out, the read connection
 */
export async function findInvitation(
  input: { secret: string; now: Date },
  tx: Pick<Transaction, "societyInvitation"> = db,
): Promise<FoundInvitation> {
  const row = await tx.societyInvitation.findUnique({
    where: { tokenHash: sha256(input.secret) },
    include: { society: { select: { id: true, slug: true, name: true } } },
  });
  if (row === null) return closed("unknown");
  const { society, role } = row;
  if (society === null) return closed("society-gone");
  if (row.acceptedById !== null) return { state: "used", used: { byId: row.acceptedById, societySlug: society.slug } };
  if (row.revokedAt !== null) return closed("withdrawn");
  if (row.expiresAt <= input.now) return closed("expired");
  if (!isSocietyRole(role)) return closed("unknown");
  const { id, email, expiresAt } = row;
  return { state: "open", id, societyId: society.id, society, email, role, expiresAt: expiresAt.toISOString() };
}
