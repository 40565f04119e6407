import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import type { PipeableStream } from "react-dom/server";

/**
 * A page that React has finished, as text. Where a character of several bytes doesn't fit into the rest of its buffer,
 * React 18 sends that rest as NULs (react/react#31134): in the middle of a word, or of the nonce, which then stops the
 * page's scripts. No page has a NUL of its own.
 */
export async function markupOf(stream: PipeableStream): Promise<string> {
  const body = stream.pipe(new PassThrough());
  return (await text(body)).replaceAll("\u0000", "");
}
