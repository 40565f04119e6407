import type { Locale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import { siteFacts } from "../platform/site-facts.server";
import { publicHead } from "../ui/public-head";
import { publicPath } from "../ui/public-path";
import type { CatalogueQuery } from "./catalogue-filters";
import type { WithdrawnTrack } from "./find-track-page.server";
import type { CataloguePage } from "./list-catalogue.server";
import type { TrackSociety } from "./published-tracks.server";
import type { TrackView } from "./view-track.server";

/** What the pages of tracks say of themselves to search engines, as schema.org names things. */

/** A search or a choice of filters is no page of its own: only the whole list and its pages are. */
export function catalogueHead({ page, query, locale }: { page: CataloguePage; query: CatalogueQuery; locale: Locale }) {
  const t = translator(locale);
  const site = siteFacts();
  const address = (path: string) => new URL(path, site.base).href;
  return publicHead({
    ...{ site, locale, place: "/catalogue", query: page.page > 1 ? `?page=${String(page.page)}` : "" },
    title: t("catalogue:list.title"),
    description: t("catalogue:list.description"),
    isHidden: query.q !== "" || page.chosen.length > 0,
    structured: {
      "@type": "ItemList",
      numberOfItems: page.count,
      itemListElement: page.rows.map((row, i) => ({
        "@type": "ListItem",
        position: i + 1,
        name: row.title,
        url: address(publicPath(locale, `/tracks/${row.slug}`)),
      })),
    },
  });
}

/**
 * The course. A society under whose name demonstration content stands has issued nothing, so it is not named as the
 * provider.
 */
export function trackHead({ track, locale }: { track: TrackView; locale: Locale }) {
  const site = siteFacts();
  const url = new URL(publicPath(locale, `/tracks/${track.slug}`), site.base).href;
  const duration = `PT${String(Math.floor(track.minutes / 60))}H${String(track.minutes % 60)}M`;
  const { society } = track;
  const societyUrl = new URL(publicPath(locale, `/societies/${society.slug}`), site.base).href;
  return publicHead({
    ...{
      site,
      locale,
      place: `/tracks/${track.slug}`,
      title: track.title,
      description: track.summary,
      isHidden: !track.isListed,
    },
    structured: {
      "@type": "Course",
      name: track.title,
      description: track.summary,
      url,
      inLanguage: track.language,
      availableLanguage: track.languages,
      provider: society.isDemonstration
        ? { "@type": "Organization", name: site.title, url: site.base }
        : { "@type": "Organization", name: society.name, url: society.website || societyUrl },
      version: track.editionNumber,
      datePublished: track.publishedAt.slice(0, 10),
      isAccessibleForFree: true,
      timeRequired: duration,
      teaches: track.outcomes.map(({ text }) => text),
      audience: { "@type": "EducationalAudience", educationalRole: "professional", audienceType: track.audience },
      offers: { "@type": "Offer", category: "Free", price: 0, priceCurrency: "EUR", url },
      hasCourseInstance: {
        "@type": "CourseInstance",
        courseMode: "online",
        courseWorkload: duration,
        inLanguage: track.language,
      },
    },
  });
}

/** A track that was taken back: named, and left out of search. */
export function withdrawnHead({ track, locale }: { track: WithdrawnTrack; locale: Locale }) {
  const description = translator(locale)("catalogue:track.withdrawn.text", { society: track.society.name });
  return publicHead({
    site: siteFacts(),
    locale,
    place: `/tracks/${track.slug}`,
    title: track.title,
    description,
    isHidden: true,
  });
}

export function societyHead({ society, locale }: { society: TrackSociety; locale: Locale }) {
  const { slug, name, acronym } = society;
  const site = siteFacts();
  const place = `/societies/${slug}`;
  const title = `${name} (${acronym})`;
  // A new society has said nothing of itself yet.
  const description = society.description || title;
  const url = society.website || new URL(publicPath(locale, place), site.base).href;
  return publicHead({
    ...{ site, locale, place, title, description },
    structured: { "@type": "Organization", name, alternateName: acronym, url, description },
  });
}
