import { locales } from "../i18n/locales";
import { publicPath } from "../ui/public-path";
import type { PublicPlace } from "./list-public-places.server";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
const escapeXml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/**
 * A sitemap in which every page stands once for each language, with its siblings.
 * @param base address of the site
 */
export function writeSitemap(places: readonly PublicPlace[], base: string): string {
  const address = (path: string) => escapeXml(new URL(path, base).href);
  const entries = places.flatMap(({ place, changedOn }) => {
    const siblings = [
      ...locales.map((locale) => ({ language: locale, path: publicPath(locale, place) })),
      { language: "x-default", path: place },
    ]
      .map(({ language, path }) => `<xhtml:link rel="alternate" hreflang="${language}" href="${address(path)}"/>`)
      .join("");
    const changed = changedOn === null ? "" : `<lastmod>${escapeXml(changedOn)}</lastmod>`;
    return locales.map((locale) => `<url><loc>${address(publicPath(locale, place))}</loc>${changed}${siblings}</url>`);
  });
  const start =
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">';
  return `${start}\n${entries.join("\n")}\n</urlset>\n`;
}
