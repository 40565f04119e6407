import { expect } from "vitest";
import { locales } from "../i18n/locales";
import { readPageFile, seedSitePages } from "../../prisma/seed/site-pages";
import { dbTest } from "../../tests/support/db-test";
import { currentTermsVersion, findSitePage, findSitePageIn } from "./find-site-page.server";
import { saveSitePage } from "./save-site-page.server";
import { sitePageSlugs } from "./slugs";

const edit = { slug: "terms", title: "Terms", markdown: "## One\n\nText.", savedById: "admin" } as const;

dbTest(
  "the shipped texts stand in all five languages for every page, and a second seeding changes nothing",
  async ({ db, now }) => {
    await seedSitePages(now);
    const before = await db.sitePage.findMany();
    for (const slug of sitePageSlugs) {
      for (const language of locales)
        expect(findSitePageIn(slug, language)?.html, `${slug} ${language}`).toContain("<h2>");
    }
    await seedSitePages(new Date(now.getTime() + 1000));
    expect(await db.sitePage.findMany()).toEqual(before);
  },
);

dbTest("each save is a new version, counted over the languages, and older ones stay", async ({ db, now }) => {
  expect(await saveSitePage({ ...edit, language: "en", base: 0, now })).toEqual({ ok: true, version: 1 });
  expect(await saveSitePage({ ...edit, language: "de", title: "Bedingungen", base: 0, now })).toEqual({
    ok: true,
    version: 2,
  });
  expect(await saveSitePage({ ...edit, language: "en", title: "New terms", base: 1, now })).toEqual({
    ok: true,
    version: 3,
  });
  expect(findSitePage("terms", "en")).toMatchObject({ title: "New terms", version: 3 });
  expect(currentTermsVersion("de")).toBe(2);
  expect(await db.sitePage.count()).toBe(3);
});

dbTest("a language without a text reads the English one", async ({ now }) => {
  await saveSitePage({ ...edit, language: "en", base: 0, now });
  expect(findSitePage("terms", "it")).toMatchObject({ language: "en" });
  expect(findSitePage("help", "en")).toBeNull();
});

dbTest("who edits an older version is told, and nothing is overwritten", async ({ db, now }) => {
  await saveSitePage({ ...edit, language: "en", base: 0, now });
  await saveSitePage({ ...edit, language: "en", title: "Theirs", base: 1, now });
  expect(await saveSitePage({ ...edit, language: "en", title: "Mine", base: 1, now })).toEqual({
    ok: false,
    reason: "changed-meanwhile",
  });
  expect(findSitePage("terms", "en")?.title).toBe("Theirs");
  expect(await db.auditEvent.count()).toBe(2);
});

dbTest("scripts, styles and foreign elements of a text never reach the page", async ({ now }) => {
  const markdown =
    '<script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n<p onclick="x" style="color:red">y</p>\n\n![p](https://x.example/p.png)';
  await saveSitePage({ ...edit, markdown, language: "en", base: 0, now });
  expect(findSitePage("terms", "en")?.html).not.toMatch(/script|onclick|style|src=/);
});

dbTest("a page file starts with its title", () => {
  expect(readPageFile("# Help\n\nText.\n")).toEqual({ title: "Help", markdown: "Text." });
  expect(() => readPageFile("Text.")).toThrow(/# Title/);
});
