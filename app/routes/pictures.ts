import type { LoaderFunctionArgs } from "@remix-run/node";
import { findQuestionPicture } from "../media/question-pictures.server";
import { notFound, openToAll } from "../platform/http.server";

/**
 * A picture of questions. Its address is the hash of its content, which nobody can guess: whoever has the address has
 * seen the question that holds it, so there is nothing left to guard. A picture under an address never changes.
 */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const name = args.params["name"] ?? "";
  const picture = findQuestionPicture(name) ?? notFound("picture");
  const etag = `"${name}"`;
  const headers = {
    "Content-Type": picture.type,
    "Cache-Control": "public, max-age=31536000, immutable",
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
  };
  const known = args.request.headers.get("If-None-Match")?.split(",") ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  return new Response(picture.bytes, { headers: { ...headers, "Content-Length": String(picture.bytes.length) } });
}
