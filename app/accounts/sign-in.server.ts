import { passwordFits } from "../auth/password.server";
import { db } from "../platform/db.server";
import { forgetFailures } from "../platform/rate-limit.server";
import { countAttempt, keyOfAccount, refusedByLimit, type TooMany } from "./limits.server";

export type SignedIn =
  | { readonly ok: true; readonly personId: string; readonly locale: string; readonly theme: string }
  | { readonly ok: false; readonly reason: "wrong" }
  | TooMany;

/**
 * Checks e-mail and password. An unknown address, a wrong password and a demonstration account on a real site get the
 * same answer after the same time. Only failures count towards the limit.
 */
export async function signIn(input: {
  email: string;
  password: string;
  address: string;
  /** Demonstration accounts open only in demonstration mode. */
  isDemonstration: boolean;
  now: Date;
}): Promise<SignedIn> {
  const attempt = { limit: "sign-in", account: input.email, address: input.address, now: input.now } as const;
  const refused = refusedByLimit(attempt);
  if (refused !== null) return refused;
  const person = await db.person.findUnique({
    where: { email: input.email },
    select: { id: true, passwordHash: true, locale: true, theme: true, isDemonstration: true },
  });
  const mayOpen = person !== null && (input.isDemonstration || !person.isDemonstration);
  const fits = await passwordFits(mayOpen ? person.passwordHash : null, input.password);
  // Guesses sent side by side pass the first look together; the second one stops those beyond the limit.
  const refusedMeanwhile = refusedByLimit(attempt);
  if (!fits || !mayOpen) await countAttempt(attempt);
  if (refusedMeanwhile !== null) return refusedMeanwhile;
  if (!fits || !mayOpen) return { ok: false, reason: "wrong" };
  await forgetFailures(keyOfAccount(attempt));
  return { ok: true, personId: person.id, locale: person.locale, theme: person.theme };
}
