import { db, transact } from "../platform/db.server";
import { signIn, type SignedIn } from "./sign-in.server";
import { findOpenToken, findSpentToken, spendToken } from "./tokens.server";

export type Confirmed = SignedIn | { readonly ok: false; readonly reason: "link-over" };

/**
 * Proves an address by the link that was mailed to it and the password that was chosen with it. The link alone would
 * open the account to whoever signed up first with somebody else's address; for the same reason sessions that were
 * started before the proof end. A second press of the button is answered like the first.
 */
export async function confirmEmail(input: {
  secret: string;
  password: string;
  address: string;
  isDemonstration: boolean;
  now: Date;
}): Promise<Confirmed> {
  const { secret, now, ...attempt } = input;
  const token =
    (await findOpenToken({ secret, purposes: ["verify"], now })) ??
    (await findSpentToken(db, { secret, purposes: ["verify"] }));
  const person = token && (await db.person.findUnique({ where: { id: token.personId }, select: { email: true } }));
  if (token === null || person?.email !== token.email) return { ok: false, reason: "link-over" };
  const signedIn = await signIn({ ...attempt, email: token.email, now });
  if (!signedIn.ok) return signedIn;
  return (await prove({ secret, now })) ? signedIn : { ok: false, reason: "link-over" };
}

async function prove({ secret, now }: { secret: string; now: Date }): Promise<boolean> {
  return transact(async (tx) => {
    const spent = await spendToken(tx, { secret, purpose: "verify", now });
    const token = spent ?? (await findSpentToken(tx, { secret, purposes: ["verify"] }));
    if (token === null) return false;
    const { count } = await tx.person.updateMany({
      where: { id: token.personId, email: token.email, emailVerifiedAt: null },
      data: { emailVerifiedAt: now },
    });
    if (count > 0) await tx.session.deleteMany({ where: { personId: token.personId } });
    return true;
  });
}
