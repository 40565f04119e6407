import type { MetaDescriptor } from "@remix-run/node";
import { type Locale, locales } from "../i18n/locales";
import { publicPath } from "./public-path";

const openGraphLocales: Record<Locale, string> = { en: "en_GB", de: "de_DE", fr: "fr_FR", es: "es_ES", it: "it_IT" };

export interface PublicHead {
  readonly site: { readonly base: string; readonly title: string };
  readonly locale: Locale;
  /** Path without the language, such as `/tracks/ct`. */
  readonly place: string;
  /** Query part that makes another page of it, such as `?page=2`. */
  readonly query?: string;
  readonly title: string;
  readonly description: string;
  /** For pages that search engines should leave out. */
  readonly isHidden?: boolean;
  /** schema.org data. */
  readonly structured?: Readonly<Record<string, unknown>>;
}

/** What a public page says of itself to search engines and to whoever shows a link to it. */
export function publicHead(page: PublicHead): MetaDescriptor[] {
  const address = (path: string) => new URL(path, page.site.base).href;
  const here = address(publicPath(page.locale, page.place) + (page.query ?? ""));
  const title = `${page.title} | ${page.site.title}`;
  const description = page.description.length > 200 ? `${page.description.slice(0, 197).trimEnd()}…` : page.description;
  const shared: Record<string, string> = {
    "og:title": page.title,
    "og:description": description,
    "og:type": "website",
    "og:url": here,
    "og:site_name": page.site.title,
    "og:locale": openGraphLocales[page.locale],
    "og:image": address("/open-graph.png"),
    "og:image:width": "1200",
    "og:image:height": "630",
  };
  return [
    { title },
    { name: "description", content: description },
    ...(page.isHidden ? [{ name: "robots", content: "noindex" }] : []),
    { tagName: "link", rel: "canonical", href: here },
    ...(page.isHidden ? [] : alternates(page, address)),
    ...Object.entries(shared).map(([property, content]) => ({ property, content })),
    ...locales
      .filter((other) => other !== page.locale)
      .map((other) => ({ property: "og:locale:alternate", content: openGraphLocales[other] })),
    { name: "twitter:card", content: "summary_large_image" },
    // Remix escapes `<` in it, so that no text of a track can end the block.
    ...(page.structured === undefined
      ? []
      : [{ "script:ld+json": { "@context": "https://schema.org", ...page.structured } }]),
  ];
}

function alternates({ place, query = "" }: PublicHead, address: (path: string) => string): MetaDescriptor[] {
  const link = (hrefLang: string, path: string) => ({
    tagName: "link" as const,
    rel: "alternate",
    hrefLang,
    href: address(path + query),
  });
  return [...locales.map((locale) => link(locale, publicPath(locale, place))), link("x-default", place)];
}
