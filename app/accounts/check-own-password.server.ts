import { passwordFits } from "../auth/password.server";
import { db } from "../platform/db.server";
import { forgetFailures } from "../platform/rate-limit.server";
import { countAttempt, keyOfAccount, refusedByLimit, type TooMany } from "./limits.server";

export type OwnPassword = { readonly ok: true } | { readonly ok: false; readonly reason: "wrong-password" } | TooMany;

/** Asks a signed-in person for the password again, before something that an open laptop must not allow. */
export async function checkOwnPassword(input: {
  personId: string;
  password: string;
  address: string;
  now: Date;
}): Promise<OwnPassword> {
  const attempt = { limit: "own-password", account: input.personId, address: input.address, now: input.now } as const;
  const refused = refusedByLimit(attempt);
  if (refused !== null) return refused;
  const person = await db.person.findUnique({ where: { id: input.personId }, select: { passwordHash: true } });
  const fits = await passwordFits(person?.passwordHash ?? null, input.password);
  const refusedMeanwhile = refusedByLimit(attempt);
  if (!fits) await countAttempt(attempt);
  if (refusedMeanwhile !== null) return refusedMeanwhile;
  if (!fits) return { ok: false, reason: "wrong-password" };
  await forgetFailures(keyOfAccount(attempt));
  return { ok: true };
}
