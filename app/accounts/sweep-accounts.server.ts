import { transact } from "../platform/db.server";

const days = 86_400_000;

/**
 * Removes tokens that are over, and accounts whose address was never confirmed in thirty days. Such an account can't
 * have enrolled, so nothing but the account goes. Part of the daily upkeep.
 */
export async function sweepAccounts(now: Date): Promise<void> {
  await transact(async (tx) => {
    await tx.mailToken.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 7 * days) } } });
    await tx.person.deleteMany({
      where: {
        emailVerifiedAt: null,
        createdAt: { lt: new Date(now.getTime() - 30 * days) },
        enrolments: { none: {} },
        memberships: { none: {} },
      },
    });
  });
}
