import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { HomeFilm } from "../courses/components/home-film";
import { HomeEvidence, HomeSocieties, HomeSteps, HomeTracks } from "../courses/components/home-sections";
import { findHome } from "../courses/find-home.server";
import { catalogueStamp } from "../courses/published-tracks.server";
import { formatList, languageName } from "../i18n/format-list";
import { translator } from "../i18n/translate";
import { useLocale, useTranslate } from "../i18n/use-translate";
import type { PageHandle } from "../platform/page-handle";
import { siteFacts } from "../platform/site-facts.server";
import { stillPage } from "../platform/still.server";
import { publicHead } from "../ui/public-head";
import { publicPath } from "../ui/public-path";

export const handle = { still: true, islands: ["home"] } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { locale, readerKey } = await readerOf(args);
  const stamp = catalogueStamp();
  const site = siteFacts();
  const t = translator(locale);
  return stillPage(args.context, { key: `home ${readerKey} ${stamp}`, slots: {}, html: {} }, () => ({
    ...findHome({ locale, stamp }),
    head: publicHead({
      ...{ site, locale, place: "/", title: t("catalogue:home.title"), description: t("catalogue:home.description") },
      structured: {
        "@type": "WebSite",
        name: site.title,
        url: site.base,
        description: t("catalogue:home.description"),
      },
    }),
  }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

/** What this is, for whom, why, and where to begin. */
export default function Home() {
  const page = useLoaderData<typeof loader>();
  const t = useTranslate();
  const locale = useLocale();
  if (page === null) return null;
  const languages = formatList(
    locale,
    page.languages.map((code) => languageName(locale, code)),
  );
  return (
    <main id="main">
      <section className="page home-hero">
        <div className="say">
          <h1>{t("catalogue:home.h1")}</h1>
          <p className="lead">{t("catalogue:home.lead")}</p>
          <p className="row">
            <a className="btn main" href={publicPath(locale, "/catalogue")}>
              {t("catalogue:home.browse")}
            </a>
            <a className="btn line" href="#how">
              {t("catalogue:home.how")}
            </a>
          </p>
          {page.languages.length > 0 ? (
            <p className="small quiet">{t("catalogue:home.languages", { languages })}</p>
          ) : null}
        </div>
        <HomeFilm introduction={page.introduction} />
      </section>
      <HomeSteps />
      <HomeTracks rows={page.rows} />
      <HomeEvidence />
      <HomeSocieties societies={page.societies} />
    </main>
  );
}
