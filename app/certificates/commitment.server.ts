import { createHash } from "node:crypto";
import type { PersonalFacts } from "./facts";

/**
 * A commitment to the personal facts: the chain of evidence hashes this value, so that the person can be erased and
 * the chain still holds. Without the salt it says nothing about the person; a name alone could be guessed.
 *
 * The bytes hashed are the salt's length (one byte), the salt, and the facts as JSON with sorted keys, no white space, UTF-8.
 * @param salt 16 to 255 unpredictable bytes, drawn for this certificate and erased together with the facts
 * @returns SHA-256, 64 lower-case hexadecimal digits
 */
export function commitment(personal: PersonalFacts, salt: Uint8Array): string {
  if (salt.length < 16 || salt.length > 255) throw new RangeError("A commitment's salt has 16 to 255 bytes");
  const canonical = JSON.stringify({ name: personal.name, profession: personal.profession });
  return createHash("sha256").update(Uint8Array.of(salt.length)).update(salt).update(canonical, "utf8").digest("hex");
}
