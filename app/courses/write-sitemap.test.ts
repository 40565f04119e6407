import { expect, test } from "vitest";
import { writeSitemap } from "./write-sitemap";

const xml = writeSitemap(
  [
    { place: "/", changedOn: null },
    { place: "/tracks/ct", changedOn: "2026-03-02" },
  ],
  "https://learn.example.org",
);

test("every page stands once for each language, with its address in full", () => {
  expect(xml.match(/<loc>/g)).toHaveLength(10);
  expect(xml).toContain("<loc>https://learn.example.org/de/tracks/ct</loc><lastmod>2026-03-02</lastmod>");
  expect(xml).toContain("<loc>https://learn.example.org/en</loc><xhtml:link");
});

test("each names all its siblings and the address without a language", () => {
  const [first = ""] = xml.split("\n").filter((line) => line.includes("/fr/tracks/ct</loc>"));
  expect(first.match(/hreflang="[a-z-]+"/g)).toEqual(
    ["en", "de", "fr", "es", "it", "x-default"].map((language) => `hreflang="${language}"`),
  );
  expect(first).toContain('hreflang="x-default" href="https://learn.example.org/tracks/ct"');
});

test("what XML would misread is escaped", () => {
  expect(writeSitemap([{ place: "/a&b'c", changedOn: null }], "https://learn.example.org")).toContain(
    "/en/a&amp;b&apos;c</loc>",
  );
});
