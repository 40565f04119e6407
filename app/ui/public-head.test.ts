import { expect, test } from "vitest";
import { publicHead } from "./public-head";

const site = { base: "https://learn.example.org", title: "Stepwedge" };
const head = (more: object = {}) =>
  publicHead({ site, locale: "de", place: "/tracks/ct", title: "CT", description: "About CT", ...more });
const links = (rel: string, more?: object) =>
  head(more).flatMap((tag) => ("rel" in tag && tag.rel === rel ? [tag] : []));

test("a page names its own address and that of every language", () => {
  expect(links("canonical")).toEqual([
    { tagName: "link", rel: "canonical", href: "https://learn.example.org/de/tracks/ct" },
  ]);
  expect(links("alternate").map((tag) => ("hrefLang" in tag ? tag.hrefLang : null))).toEqual([
    "en",
    "de",
    "fr",
    "es",
    "it",
    "x-default",
  ]);
});

test("a hidden page asks to be left out and names no siblings", () => {
  expect(head({ isHidden: true })).toContainEqual({ name: "robots", content: "noindex" });
  expect(links("alternate", { isHidden: true })).toEqual([]);
  expect(head()).not.toContainEqual({ name: "robots", content: "noindex" });
});

test("links to it show title, description, picture and languages", () => {
  expect(head()).toContainEqual({ title: "CT | Stepwedge" });
  expect(head()).toContainEqual({ property: "og:locale", content: "de_DE" });
  expect(head()).toContainEqual({ property: "og:image", content: "https://learn.example.org/open-graph.png" });
});

test("a long description is cut", () => {
  const description = head({ description: "word ".repeat(100) }).find(
    (tag) => "name" in tag && tag.name === "description",
  );
  expect(
    description !== undefined && "content" in description && String(description.content).length,
  ).toBeLessThanOrEqual(200);
});

test("structured data stands under schema.org", () => {
  expect(head({ structured: { "@type": "Course" } })).toContainEqual({
    "script:ld+json": { "@context": "https://schema.org", "@type": "Course" },
  });
});
