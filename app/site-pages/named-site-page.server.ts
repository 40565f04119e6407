import { isLocale, type Locale } from "../i18n/locales";
import { notFound } from "../platform/http.server";
import { isSitePageSlug, type SitePageSlug } from "./slugs";

/** The page and language that an address names; ends the request with 404 where there is no such pair. */
export function namedSitePage(params: Readonly<Record<string, string | undefined>>): {
  slug: SitePageSlug;
  language: Locale;
} {
  const { slug, language } = params;
  if (!isSitePageSlug(slug) || !isLocale(language)) notFound("page");
  return { slug, language };
}
