import { enqueueMail } from "../mail/enqueue-mail.server";
import { transact, type Transaction } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { emailChangedMail } from "./account-mails.server";
import { findSpentToken, spendToken, type TokenFacts } from "./tokens.server";

export type EmailChangeAgreed =
  | { readonly ok: true; readonly isChanged: boolean }
  | { readonly ok: false; readonly reason: "link-over" | "address-taken" };

/** One of the two addresses agrees. The second one makes the change. */
export async function confirmEmailChange(input: { secret: string; now: Date }): Promise<EmailChangeAgreed> {
  const { secret, now } = input;
  return transact(async (tx) => {
    const token =
      (await spendToken(tx, { secret, purpose: "change-old", now })) ??
      (await spendToken(tx, { secret, purpose: "change-new", now }));
    if (token === null) return answerAgain(tx, input);
    const newEmail = await agreedAddress(tx, token, now);
    return newEmail === null
      ? { ok: true, isChanged: false }
      : changeTo(tx, { personId: token.personId, newEmail, now });
  });
}

/** The new address, once both halves are in; else null. */
async function agreedAddress(tx: Transaction, { personId }: TokenFacts, now: Date): Promise<string | null> {
  const halves = await tx.mailToken.findMany({
    where: { personId, purpose: { in: ["change-old", "change-new"] }, NOT: { usedAt: null }, expiresAt: { gt: now } },
  });
  const isAgreed = halves.some((half) => half.purpose === "change-old");
  return isAgreed ? (halves.find((half) => half.purpose === "change-new")?.email ?? null) : null;
}

async function changeTo(
  tx: Transaction,
  input: { personId: string; newEmail: string; now: Date },
): Promise<EmailChangeAgreed> {
  const { personId, newEmail, now } = input;
  const owner = await tx.person.findUnique({ where: { email: newEmail }, select: { id: true } });
  if (owner !== null) return { ok: false, reason: "address-taken" };
  const before = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { email: true } });
  const person = await tx.person.update({ where: { id: personId }, data: { email: newEmail, emailVerifiedAt: now } });
  // Used ones stay: they tell a second press of the button what the first one did.
  await tx.mailToken.deleteMany({ where: { personId, usedAt: null } });
  await enqueueMail(tx, { mail: emailChangedMail(person, before.email), key: `change ${newId()}`, now });
  return { ok: true, isChanged: true };
}

/** A second press of the same button is answered like the first, and changes nothing. */
async function answerAgain(tx: Transaction, input: { secret: string; now: Date }): Promise<EmailChangeAgreed> {
  const token = await findSpentToken(tx, { secret: input.secret, purposes: ["change-old", "change-new"] });
  if (token === null) return { ok: false, reason: "link-over" };
  const newEmail = await agreedAddress(tx, token, input.now);
  if (newEmail === null) return { ok: true, isChanged: false };
  const person = await tx.person.findUniqueOrThrow({ where: { id: token.personId }, select: { email: true } });
  return person.email === newEmail ? { ok: true, isChanged: true } : { ok: false, reason: "address-taken" };
}
