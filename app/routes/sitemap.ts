import type { LoaderFunctionArgs } from "@remix-run/node";
import { listPublicPlaces } from "../courses/list-public-places.server";
import { writeSitemap } from "../courses/write-sitemap";
import { openToAll } from "../platform/http.server";
import { siteFacts } from "../platform/site-facts.server";
import { sitePageSlugs } from "../site-pages/slugs";

/** Every public page in every language, for search engines. */
export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const texts = sitePageSlugs.map((slug) => ({ place: `/pages/${slug}`, changedOn: null }));
  const xml = writeSitemap([...listPublicPlaces(), { place: "/verify", changedOn: null }, ...texts], siteFacts().base);
  return new Response(xml, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
