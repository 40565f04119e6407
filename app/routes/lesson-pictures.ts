import type { LoaderFunctionArgs } from "@remix-run/node";
import { findLessonPicture } from "../media/lesson-pictures.server";
import { notFound, openToAll } from "../platform/http.server";

/**
 * A picture of a lesson. Its address is the hash of its content, which nobody can guess (docs/decisions/0013). A
 * picture under an address never changes.
 */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const name = args.params["name"] ?? "";
  const width = /^\d{1,5}$/.exec(new URL(args.request.url).searchParams.get("w") ?? "")?.[0] ?? "0";
  const bytes = findLessonPicture(name, Number(width)) ?? notFound("picture");
  const etag = `"${name}-${width}"`;
  const headers = {
    "Content-Type": "image/webp",
    "Cache-Control": "public, max-age=31536000, immutable",
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'",
  };
  const known = args.request.headers.get("If-None-Match")?.split(",") ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, "") === etag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, { headers: { ...headers, "Content-Length": String(bytes.length) } });
}
