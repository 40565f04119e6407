/**
 * The code that invites people to a track: 10 characters in Crockford base 32, 50 random bits, without the letters that
 * are taken for digits. It is kept in capitals and without a gap.
 */

/** What somebody typed, as codes are kept: case, gaps and hyphens don't count, O is a zero, I and L are a one. */
export function readAccessCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}

/** As people read it aloud: "7K3QZ 4M8XA". */
export function sayAccessCode(code: string): string {
  return `${code.slice(0, 5)} ${code.slice(5)}`;
}
