import { createHash, randomBytes } from "node:crypto";

const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new row's id: 9 characters of time, so that neighbours stay together on disk, and 80 random bits. */
export function newId(): string {
  let time = "";
  for (let rest = Date.now(), i = 0; i < 9; i++, rest = Math.floor(rest / 32)) time = alphabet.charAt(rest % 32) + time;
  return time + randomText(16);
}

/** `length` characters of 5 random bits each, in lower-case Crockford base 32. */
export function randomText(length: number): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % 32)).join("");
}

/** SHA-256 in lower-case hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
