import { db, type Transaction } from "../platform/db.server";
import { randomText, sha256 } from "../platform/ids.server";

/**
 * Links in mails. The mail holds 160 random bits, the database only their SHA-256: a stolen database opens no account.
 * A token works once, until its end, for one purpose and one address.
 */
export type TokenPurpose = "verify" | "reset" | "change-old" | "change-new";

const lifeSeconds: Record<TokenPurpose, number> = {
  verify: 86_400,
  reset: 3600,
  "change-old": 86_400,
  "change-new": 86_400,
};

/**
 * Makes a token and gives the secret that the mail carries. Earlier tokens go on working until their end: a form that
 * was sent twice must not kill the link in the mail that arrives first.
 */
export async function makeToken(
  tx: Transaction,
  input: { personId: string; purpose: TokenPurpose; email: string; now: Date },
): Promise<string> {
  const { personId, purpose, email, now } = input;
  const secret = randomText(32);
  await tx.mailToken.create({
    data: {
      idHash: sha256(secret),
      personId,
      purpose,
      email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifeSeconds[purpose] * 1000),
    },
  });
  return secret;
}

export interface TokenFacts {
  readonly personId: string;
  readonly email: string;
}

/** Looks at a token without using it up: mail scanners open links, people press buttons. */
export async function findOpenToken(input: {
  secret: string;
  purposes: readonly TokenPurpose[];
  now: Date;
}): Promise<TokenFacts | null> {
  return db.mailToken.findFirst({
    where: {
      idHash: sha256(input.secret),
      purpose: { in: [...input.purposes] },
      usedAt: null,
      expiresAt: { gt: input.now },
    },
    select: { personId: true, email: true },
  });
}

/** Uses a token up; null where it was used, ran out, or never was. */
export async function spendToken(
  tx: Transaction,
  input: { secret: string; purpose: TokenPurpose; now: Date },
): Promise<TokenFacts | null> {
  const idHash = sha256(input.secret);
  const { count } = await tx.mailToken.updateMany({
    where: { idHash, purpose: input.purpose, usedAt: null, expiresAt: { gt: input.now } },
    data: { usedAt: input.now },
  });
  if (count === 0) return null;
  return tx.mailToken.findUnique({ where: { idHash }, select: { personId: true, email: true } });
}

/** The token of a secret that has been used: a second press of the same button is answered like the first. */
export async function findSpentToken(
  reader: Pick<Transaction, "mailToken">,
  input: { secret: string; purposes: readonly TokenPurpose[] },
): Promise<TokenFacts | null> {
  return reader.mailToken.findFirst({
    where: { idHash: sha256(input.secret), purpose: { in: [...input.purposes] }, NOT: { usedAt: null } },
    select: { personId: true, email: true },
  });
}
