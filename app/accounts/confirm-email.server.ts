import { transact } from "../platform/db.server";
import { spendToken, wasSpent } from "./tokens.server";

export type Confirmed = { readonly ok: true } | { readonly ok: false; readonly reason: "link-over" };

/** Proves an address by the link that was mailed to it. A second press of the button is answered like the first. */
export async function confirmEmail(input: { secret: string; now: Date }): Promise<Confirmed> {
  return transact(async (tx) => {
    const spent = await spendToken(tx, { secret: input.secret, purpose: "verify", now: input.now });
    const token = spent ?? (await wasSpent(tx, { secret: input.secret, purpose: "verify" }));
    const person =
      token &&
      (await tx.person.findUnique({ where: { id: token.personId }, select: { email: true, emailVerifiedAt: true } }));
    if (person?.email !== token?.email || token === null) return { ok: false, reason: "link-over" };
    if (spent !== null) await tx.person.update({ where: { id: token.personId }, data: { emailVerifiedAt: input.now } });
    return { ok: true };
  });
}
