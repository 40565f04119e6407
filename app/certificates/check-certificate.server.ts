import { countFailure, type Limit, secondsToWait } from "../platform/rate-limit.server";
import { findCertificate, type PublicCertificate } from "./find-certificate.server";
import { parseNumber } from "./number";

export type NumberFault = "length" | "characters" | "check";

export type Checked =
  | { readonly answer: "found"; readonly certificate: PublicCertificate }
  /** The text is another spelling of this number: the page has one address. */
  | { readonly answer: "respell"; readonly number: string }
  | { readonly answer: "malformed"; readonly fault: NumberFault }
  | { readonly answer: "unknown" }
  | { readonly answer: "limited"; readonly seconds: number };

/** Only numbers that could exist and don't are counted: mistyping costs nobody anything, guessing does. */
const limit: Limit = { attempts: 30, windowSeconds: 600 };

/**
 * Looks a number up for anybody.
 * @param text as it stands in the address
 * @param address where the question comes from (`clientAddress`)
 */
export async function checkCertificate({
  text,
  address,
  now,
}: {
  text: string;
  address: string;
  now: Date;
}): Promise<Checked> {
  const parsed = parseNumber(text.slice(0, 100));
  if (!parsed.ok) return { answer: "malformed", fault: parsed.reason };
  if (parsed.number !== text) return { answer: "respell", number: parsed.number };
  const key = `certificate-check ${address}`;
  const seconds = secondsToWait(key, limit, now);
  if (seconds > 0) return { answer: "limited", seconds };
  const certificate = findCertificate(parsed.number, now);
  if (certificate !== null) return { answer: "found", certificate };
  await countFailure(key, limit, now);
  return { answer: "unknown" };
}
