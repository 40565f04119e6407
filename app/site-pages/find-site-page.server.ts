import type { Locale } from "../i18n/locales";
import { statement } from "../platform/db.server";
import type { SitePageSlug } from "./slugs";

export interface SitePageView {
  /** English where the text has no translation. */
  readonly language: string;
  readonly version: number;
  readonly title: string;
  readonly markdown: string;
  /** Sanitised when it was saved. */
  readonly html: string;
  /** ISO, UTC. */
  readonly savedAt: string;
}

const findPage = statement<[string, string], SitePageView>(`
  SELECT language, version, title, markdown, html, savedAt FROM SitePage
   WHERE slug = ? AND language = ? ORDER BY version DESC LIMIT 1`);

/** The newest text of a page in exactly this language, or null. */
export function findSitePageIn(slug: SitePageSlug, language: Locale): SitePageView | null {
  return findPage.get(slug, language) ?? null;
}

/** The newest text of a page in the language, else in English, else null. */
export function findSitePage(slug: SitePageSlug, language: Locale): SitePageView | null {
  return findSitePageIn(slug, language) ?? findSitePageIn(slug, "en");
}

/** Version of the terms that a reader of the language sees and accepts. */
export function currentTermsVersion(language: Locale): number {
  return findSitePage("terms", language)?.version ?? 1;
}
