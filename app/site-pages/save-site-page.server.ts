import type { Locale } from "../i18n/locales";
import { renderPage } from "../markup/render-page.server";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import type { SitePageSlug } from "./slugs";

export type SitePageSaved =
  | { readonly ok: true; readonly version: number }
  | { readonly ok: false; readonly reason: "changed-meanwhile" };

/**
 * Saves a text as a new version; older ones stay. Versions are counted over all languages of a page, so that a number
 * names one text: what a person accepted can be found again.
 */
export async function saveSitePage(input: {
  slug: SitePageSlug;
  language: Locale;
  title: string;
  markdown: string;
  /** The version that the editor saw, 0 for none. */
  base: number;
  savedById: string;
  now: Date;
}): Promise<SitePageSaved> {
  const { slug, language, title, markdown, now } = input;
  const html = renderPage(markdown);
  return transact(async (tx) => {
    const current = await tx.sitePage.findFirst({
      where: { slug, language },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    if ((current?.version ?? 0) !== input.base) return { ok: false, reason: "changed-meanwhile" };
    const newest = await tx.sitePage.findFirst({
      where: { slug },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    const version = (newest?.version ?? 0) + 1;
    await tx.sitePage.create({
      data: { slug, language, version, title, markdown, html, savedAt: now, savedById: input.savedById },
    });
    const details = JSON.stringify({ language, version });
    await tx.auditEvent.create({
      data: { id: newId(), at: now, actorId: input.savedById, action: "site-page.save", subject: slug, details },
    });
    return { ok: true, version };
  });
}
