import { hashPassword, passwordFits } from "../auth/password.server";
import { db, transact } from "../platform/db.server";
import { forgetFailures } from "../platform/rate-limit.server";
import { keyOfAccount } from "./limits.server";
import { passwordFault, type PasswordFault } from "./password-rules";
import { setPassword } from "./set-password.server";
import { findOpenToken, findSpentToken, spendToken } from "./tokens.server";

export type Reset =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "link-over" }
  | { readonly ok: false; readonly reason: "weak"; readonly fault: PasswordFault };

/**
 * Chooses a new password by a mailed link. The link proves the address, works once, ends every session, and lets the
 * owner in at once where wrong guesses of others had used up the attempts.
 */
export async function resetPassword(input: { secret: string; password: string; now: Date }): Promise<Reset> {
  const { secret, now } = input;
  const token = await findOpenToken({ secret, purposes: ["reset"], now });
  if (token === null) return answerAgain(input);
  const person = await db.person.findUnique({
    where: { id: token.personId },
    select: { email: true, certificateName: true },
  });
  if (person === null) return { ok: false, reason: "link-over" };
  const fault = passwordFault(input.password, [person.email, person.certificateName]);
  if (fault !== null) return { ok: false, reason: "weak", fault };
  const passwordHash = await hashPassword(input.password);
  const spent = await transact(async (tx) => {
    const facts = await spendToken(tx, { secret, purpose: "reset", now });
    if (facts === null || facts.email !== person.email) return false;
    await setPassword(tx, { personId: facts.personId, passwordHash, keepSessionHash: null, provedEmail: true, now });
    return true;
  });
  if (!spent) return answerAgain(input);
  await forgetFailures(keyOfAccount({ limit: "sign-in", account: person.email, address: "", now }));
  return { ok: true };
}

/** A second press of the same button finds the link used, and the password that it typed in place. */
async function answerAgain({ secret, password }: { secret: string; password: string }): Promise<Reset> {
  const spent = await findSpentToken(db, { secret, purposes: ["reset"] });
  const person =
    spent && (await db.person.findUnique({ where: { id: spent.personId }, select: { passwordHash: true } }));
  const isSame = person !== null && (await passwordFits(person.passwordHash, password));
  return isSame ? { ok: true } : { ok: false, reason: "link-over" };
}
