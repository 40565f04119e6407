import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { listSocieties } from "../courses/list-societies.server";
import { catalogueStamp } from "../courses/published-tracks.server";
import { translator } from "../i18n/translate";
import { useLocale, useTranslate } from "../i18n/use-translate";
import type { PageHandle } from "../platform/page-handle";
import { siteFacts } from "../platform/site-facts.server";
import { stillPage } from "../platform/still.server";
import { publicHead } from "../ui/public-head";
import { publicPath } from "../ui/public-path";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { locale, readerKey } = await readerOf(args);
  const stamp = catalogueStamp();
  const t = translator(locale);
  return stillPage(args.context, { key: `societies ${readerKey} ${stamp}`, slots: {}, html: {} }, () => ({
    societies: listSocieties(stamp),
    head: publicHead({
      ...{ site: siteFacts(), locale, place: "/societies" },
      title: t("catalogue:societies.title"),
      description: t("catalogue:societies.description"),
    }),
  }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

/** Every society, with the number of its open tracks. */
export default function Societies() {
  const page = useLoaderData<typeof loader>();
  const t = useTranslate();
  const locale = useLocale();
  if (page === null) return null;
  return (
    <main id="main" className="page societies">
      <h1>{t("catalogue:societies.title")}</h1>
      <p className="lead">{t("catalogue:societies.lead")}</p>
      <ul className="society-register">
        {page.societies.map((society) => (
          <li key={society.slug}>
            <b>{society.acronym}</b>
            <a href={publicPath(locale, `/societies/${society.slug}`)}>{society.name}</a>
            <span className="quiet">{t("catalogue:societies.tracks", { count: society.trackCount })}</span>
          </li>
        ))}
      </ul>
      {page.societies.some(({ isDemonstration }) => isDemonstration) ? (
        <p className="small quiet">{t("catalogue:demonstration.societies")}</p>
      ) : null}
    </main>
  );
}
