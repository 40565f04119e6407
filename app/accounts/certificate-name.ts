/**
 * A name that a certificate can print: letters of Latin, Greek and Cyrillic with their accents, and the signs that
 * names have. Other scripts have no font in the document.
 */
const letter =
  "(?=\\p{L})(?=[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}])[\\u0041-\\u024f\\u0370-\\u052f\\u1e00-\\u1fff]";
const printableName = new RegExp(`^(?:${letter}[\\u0300-\\u0333]{0,2}|[' ’.,()\\-‐])+$`, "u");
const hasLetter = new RegExp(letter, "u");

export type NameFault = "name-required" | "name-long" | "name-letters";

export const nameLimit = 100;

/** Spaces are single, accents composed. */
export function tidyName(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/** What is wrong with a tidied name, or null. */
export function nameFault(name: string): NameFault | null {
  if (name === "") return "name-required";
  if (name.length > nameLimit) return "name-long";
  return printableName.test(name) && hasLetter.test(name) ? null : "name-letters";
}
