import { countFailure, type Limit, secondsToWait } from "../platform/rate-limit.server";
import { sha256 } from "../platform/ids.server";

/** How often something may be tried, per account and per network address. Hospitals share one address, so that one is wide. */
const quarterHour = 900;
const hour = 3600;

export const limits = {
  "sign-in": {
    account: { attempts: 8, windowSeconds: quarterHour },
    address: { attempts: 60, windowSeconds: quarterHour },
  },
  "sign-up": { account: { attempts: 4, windowSeconds: hour }, address: { attempts: 120, windowSeconds: hour } },
  "mail-link": { account: { attempts: 4, windowSeconds: hour }, address: { attempts: 60, windowSeconds: hour } },
  "own-password": {
    account: { attempts: 8, windowSeconds: quarterHour },
    address: { attempts: 60, windowSeconds: quarterHour },
  },
  "access-code": {
    account: { attempts: 8, windowSeconds: quarterHour },
    address: { attempts: 60, windowSeconds: quarterHour },
  },
} as const satisfies Readonly<Record<string, { account: Limit; address: Limit }>>;

export type LimitName = keyof typeof limits;

/** Who tries: `account` is what they name (an e-mail address, a person's id), known to us or not. */
export interface Attempt {
  readonly limit: LimitName;
  readonly account: string;
  readonly address: string;
  readonly now: Date;
}

// Hashed, so that the table of limits holds no e-mail addresses.
export const keyOfAccount = ({ limit, account }: Attempt) => `${limit} account ${sha256(account).slice(0, 32)}`;
const addressKey = ({ limit, address }: Attempt) => `${limit} address ${address}`;

export interface TooMany {
  readonly ok: false;
  readonly reason: "too-many";
  readonly waitSeconds: number;
}

/** The refusal, where the account or the address has used up its attempts; else null. */
export function refusedByLimit(attempt: Attempt): TooMany | null {
  const { account, address } = limits[attempt.limit];
  const waitSeconds = Math.max(
    secondsToWait(keyOfAccount(attempt), account, attempt.now),
    secondsToWait(addressKey(attempt), address, attempt.now),
  );
  return waitSeconds > 0 ? { ok: false, reason: "too-many", waitSeconds } : null;
}

export async function countAttempt(attempt: Attempt): Promise<void> {
  const { account, address } = limits[attempt.limit];
  await Promise.all([
    countFailure(keyOfAccount(attempt), account, attempt.now),
    countFailure(addressKey(attempt), address, attempt.now),
  ]);
}
