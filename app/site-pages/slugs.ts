/** Texts about the site that site admins edit, by the last part of their address. */
export const sitePageSlugs = ["imprint", "terms", "privacy", "accessibility", "help"] as const;
export type SitePageSlug = (typeof sitePageSlugs)[number];

export function isSitePageSlug(value: string | undefined): value is SitePageSlug {
  return value !== undefined && (sitePageSlugs as readonly string[]).includes(value);
}
