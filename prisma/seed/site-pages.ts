import { existsSync, readFileSync } from "node:fs";
import { locales } from "../../app/i18n/locales";
import { renderPage } from "../../app/markup/render-page.server";
import { transact } from "../../app/platform/db.server";
import { sitePageSlugs } from "../../app/site-pages/slugs";

/** A file of prisma/seed/pages: the first line is `# Title`, the rest the text. */
export function readPageFile(content: string): { title: string; markdown: string } {
  const title = /^# (.+)\n/.exec(content)?.[1];
  if (title === undefined) throw new Error("A page file starts with a line `# Title`");
  return { title, markdown: content.slice(content.indexOf("\n") + 1).trim() };
}

/**
 * Puts the shipped texts in place: as version 1 where a page has none in its language, as the next version where an
 * earlier shipped text stands. Texts that site admins saved are never touched.
 */
export async function seedSitePages(now: Date): Promise<void> {
  await transact(async (tx) => {
    for (const slug of sitePageSlugs) {
      const there = await tx.sitePage.findMany({ where: { slug }, orderBy: { version: "desc" } });
      const next = (there[0]?.version ?? 0) + 1;
      for (const language of locales) {
        const file = `prisma/seed/pages/${slug}.${language}.md`;
        const shipped = existsSync(file) ? readPageFile(readFileSync(file, "utf8")) : null;
        const latest = there.find((page) => page.language === language);
        if (shipped === null || (latest !== undefined && stays(latest, shipped))) continue;
        const version = latest === undefined ? 1 : next;
        const html = renderPage(shipped.markdown);
        await tx.sitePage.create({ data: { slug, language, version, ...shipped, html, savedAt: now } });
      }
    }
  });
}

type PageText = ReturnType<typeof readPageFile>;

function stays(latest: PageText & { readonly savedById: string | null }, { title, markdown }: PageText): boolean {
  return latest.savedById !== null || (latest.title === title && latest.markdown === markdown);
}
