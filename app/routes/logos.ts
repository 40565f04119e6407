import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, openToAll } from "../platform/http.server";
import { findLogo } from "../societies/society-settings.server";

/** A society's logo. Its address is the hash of its content, so a picture under an address never changes. */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const name = args.params["name"] ?? "";
  const bytes = findLogo(name) ?? notFound("logo");
  const etag = `"${name}"`;
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
