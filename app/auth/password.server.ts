import { hash, verify } from "@node-rs/argon2";

/** Argon2id with OWASP's first parameters: 19 MiB, two passes. Runs off the event loop. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), options);
}

let decoy: Promise<string> | null = null;

/**
 * True when the password fits. `storedHash` null (no such account) takes as long as a wrong password, so that the
 * time tells nobody which accounts exist.
 */
export async function passwordFits(storedHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const fits = await verify(storedHash ?? (await decoy), password.normalize("NFKC"), options);
  return storedHash !== null && fits;
}
