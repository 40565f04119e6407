import type { Locale } from "../i18n/locales";
import { locales } from "../i18n/locales";
import { findSitePageIn } from "./find-site-page.server";
import { sitePageSlugs, type SitePageSlug } from "./slugs";

export interface SitePageLine {
  readonly slug: SitePageSlug;
  readonly languages: readonly {
    readonly language: Locale;
    readonly current: { readonly version: number; readonly savedAt: string } | null;
  }[];
}

/** Every page with the state of each language: for the people who edit them. */
export function listSitePages(): SitePageLine[] {
  return sitePageSlugs.map((slug) => ({
    slug,
    languages: locales.map((language) => {
      const page = findSitePageIn(slug, language);
      return {
        language,
        current: page === null ? null : { version: page.version, savedAt: new Date(page.savedAt).toISOString() },
      };
    }),
  }));
}
