import { ImportRefused } from "./imported";

/** A file's text, and what was assumed to read it. */
export interface DecodedText {
  readonly text: string;
  /** What had to be guessed or left out, in words. */
  readonly notes: readonly { readonly what: string; readonly why: string }[];
}

/** Larger files are refused: no bank that people write comes near it. */
export const largestFile = 64 * 1024 * 1024;

const marks: Readonly<Record<string, string>> = { "255 254": "utf-16le", "254 255": "utf-16be" };

/** Byte order marks and what a file without one betrays by its zero bytes. */
function encodingOf(bytes: Uint8Array): string | null {
  const marked = marks[bytes.subarray(0, 2).join(" ")];
  if (marked !== undefined) return marked;
  const start = bytes.subarray(0, 400);
  const zeros = (odd: 0 | 1) => start.filter((byte, index) => index % 2 === odd && byte === 0).length;
  const most = Math.max(1, Math.floor(start.length / 2) * 0.7);
  if (zeros(1) > most && zeros(0) === 0) return "utf-16le";
  return zeros(0) > most && zeros(1) === 0 ? "utf-16be" : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  return /^[^<]{0,3}<\?xml[^>]*encoding=["']([A-Za-z0-9._-]+)["']/.exec(start)?.[1]?.toLowerCase() ?? null;
}

/** The text, or null when the bytes aren't of this encoding or the encoding isn't known. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const guessed = {
  what: "the encoding",
  why: "the file is neither UTF-8 nor UTF-16; it was read as Windows-1252, look at accents and signs",
};

/** The text by what the file says of itself, else as UTF-8; null when it is neither. */
function decodeKnown(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes) ?? declaredEncoding(bytes) ?? "utf-8";
  return decodeAs(encoding, bytes) ?? decodeAs("utf-8", bytes);
}

/**
 * Reads a text file of unknown encoding: by its byte order mark, by what an XML declaration says, as UTF-8, and when
 * nothing else fits as Windows-1252, which is then noted. Control characters are left out and noted.
 *
 * @throws ImportRefused for a file that is too large or no text
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > largestFile) throw new ImportRefused("The file is larger than 64 MB.");
  const known = decodeKnown(bytes);
  const text = known ?? decodeAs("windows-1252", bytes);
  if (text === null) throw new ImportRefused("The file isn't a text in an encoding that can be read.");
  if (text.includes("\0")) throw new ImportRefused("The file holds a NUL character: it is damaged or no text file.");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that no text should hold
  const clean = text.replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  const leftOut = text.length - clean.length;
  const why = `${String(leftOut)} invisible control characters were left out`;
  const notes = [...(known === null ? [guessed] : []), ...(leftOut === 0 ? [] : [{ what: "control characters", why }])];
  return { text: clean.replace(/^\ufeff/, ""), notes };
}
