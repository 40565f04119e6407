import { isLocale, type Locale } from "../i18n/locales";
import { type Translate, translator } from "../i18n/translate";

interface RootFacts {
  readonly locale: Locale;
  readonly siteTitle: string;
}

function rootFacts(matches: readonly unknown[]): RootFacts {
  // Remix gives `meta` every match; the first one is the root, whose loader promises these fields.
  const data = (matches[0] as { data?: { locale?: unknown; siteTitle?: unknown } } | undefined)?.data;
  return {
    locale: isLocale(data?.locale) ? data.locale : "en",
    siteTitle: typeof data?.siteTitle === "string" ? data.siteTitle : "Stepwedge",
  };
}

/** For a route's `meta`: the page's title in the page's language, then the site's. */
export function pageTitle(
  { matches }: { matches: readonly unknown[] },
  title: (t: Translate) => string,
): { title: string }[] {
  const { locale, siteTitle } = rootFacts(matches);
  return [{ title: `${title(translator(locale))} | ${siteTitle}` }];
}
