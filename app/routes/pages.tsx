import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { formatDate } from "../i18n/format";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { notFound, openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { siteFacts } from "../platform/site-facts.server";
import { findSitePage } from "../site-pages/find-site-page.server";
import { isSitePageSlug } from "../site-pages/slugs";
import { publicHead } from "../ui/public-head";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data }) => data?.head ?? [];

/** Imprint, terms, privacy, accessibility, help. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const { locale } = await readerOf(args);
  const slug = args.params["slug"];
  if (!isSitePageSlug(slug)) notFound("page");
  const { title, html, language, version, savedAt } = findSitePage(slug, locale) ?? notFound("page");
  const description = html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const head = publicHead({ site: siteFacts(), locale, place: `/pages/${slug}`, title, description });
  return { title, html, language, version, savedAt, head };
}

export default function SitePage() {
  const t = useTranslate();
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  const isForeign = page.language !== locale;
  return (
    <main id="main" className="page">
      <div className="form-page">
        <article className="sheet">
          <ul className="ident">
            <li>{t("pages:ident.version", { version: page.version })}</li>
            <li>{t("pages:ident.saved", { date: formatDate(locale, page.savedAt) })}</li>
          </ul>
          <h1 lang={page.language}>{page.title}</h1>
          {isForeign ? (
            <div className="note">
              <p>{t("pages:onlyEnglish")}</p>
            </div>
          ) : null}
          {/* Sanitised by markup/render-page when it was saved. */}
          <div className="read site-text" lang={page.language} dangerouslySetInnerHTML={{ __html: page.html }} />
        </article>
      </div>
    </main>
  );
}
