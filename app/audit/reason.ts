export type ReasonFault = "reason-missing" | "reason-long" | "reason-names-holder";

const limit = 300;

/** Letters without accents and case, so that "Muller" is found in "MÜLLER". */
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en");
const wordsOf = (text: string) => fold(text).match(/\p{L}+/gu) ?? [];

/**
 * The reason for something done to a person's certificate or enrolment, in one line. It is kept for ever, in the audit
 * trail and, for a revocation, on the public check page. So it may not name the person: an erasure would not reach it.
 * @param names what the person was and is called; words of one or two letters are let pass
 */
export function readReason(
  text: string,
  names: readonly string[],
): { readonly ok: true; readonly reason: string } | { readonly ok: false; readonly reason: ReasonFault } {
  const reason = text
    .normalize("NFC")
    .replace(/[\s\p{Control}]+/gu, " ")
    .trim();
  if (!/\p{L}/u.test(reason)) return { ok: false, reason: "reason-missing" };
  if (reason.length > limit) return { ok: false, reason: "reason-long" };
  const said = new Set(wordsOf(reason));
  const isNamed = names.some((name) => wordsOf(name).some((word) => word.length > 2 && said.has(word)));
  return isNamed || reason.includes("@") ? { ok: false, reason: "reason-names-holder" } : { ok: true, reason };
}
