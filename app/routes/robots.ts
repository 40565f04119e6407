import type { LoaderFunctionArgs } from "@remix-run/node";
import { openToAll } from "../platform/http.server";
import { siteFacts } from "../platform/site-facts.server";

const ownPages = ["/my", "/learn", "/profile", "/admin", "/dev", "/preferences", "/media"];

/** Public pages may be read by machines; pages of one person have nothing for them. */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const lines = [
    "User-agent: *",
    ...ownPages.map((path) => `Disallow: ${path}`),
    "",
    `Sitemap: ${new URL("/sitemap.xml", siteFacts().base).href}`,
    "",
  ];
  return new Response(lines.join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
