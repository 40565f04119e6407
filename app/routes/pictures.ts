import type { LoaderFunctionArgs } from "@remix-run/node";
import { findViewer } from "../auth/viewer.server";
import { findKeptPicture } from "../authoring/banks/upload-store.server";
import { findQuestionPicture } from "../media/question-pictures.server";
import { now } from "../platform/clock.server";
import { notFound, openToAll } from "../platform/http.server";

const forEver = "public, max-age=31536000, immutable";

/**
 * A picture of questions. Its address is the hash of its content, which nobody can guess: whoever has the address has
 * seen the question that holds it, so there is nothing left to guard. A picture under an address never changes. One of a
 * file that waits for its import is there for the person who brought the file only.
 */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const name = args.params["name"] ?? "";
  const stored = findQuestionPicture(name);
  const picture = stored ?? (await findWaiting(args, name)) ?? notFound("picture");
  const etag = `"${name}"`;
  const headers = {
    "Content-Type": picture.type,
    "Cache-Control": stored === null ? "private, no-store" : forEver,
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
  };
  const known = args.request.headers.get("If-None-Match")?.split(",") ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  return new Response(picture.bytes, { headers: { ...headers, "Content-Length": String(picture.bytes.length) } });
}

async function findWaiting(args: LoaderFunctionArgs, name: string) {
  const viewer = await findViewer(args);
  return viewer === null ? null : findKeptPicture({ name, personId: viewer.id, now: now() });
}
