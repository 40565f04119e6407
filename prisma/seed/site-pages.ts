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
 * Puts the shipped texts in place, as version 1, for each page and language that has no version yet. Texts that site
 * admins saved are never touched.
 */
export async function seedSitePages(now: Date): Promise<void> {
  await transact(async (tx) => {
    const there = await tx.sitePage.findMany({
      distinct: ["slug", "language"],
      select: { slug: true, language: true },
    });
    const known = new Set(there.map(({ slug, language }) => `${slug} ${language}`));
    for (const slug of sitePageSlugs) {
      for (const language of locales) {
        const file = `prisma/seed/pages/${slug}.${language}.md`;
        if (known.has(`${slug} ${language}`) || !existsSync(file)) continue;
        const { title, markdown } = readPageFile(readFileSync(file, "utf8"));
        await tx.sitePage.create({
          data: { slug, language, version: 1, title, markdown, html: renderPage(markdown), savedAt: now },
        });
      }
    }
  });
}
