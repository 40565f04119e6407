import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSiteAdmin } from "../auth/viewer.server";
import { formatDate } from "../i18n/format";
import { localeNames } from "../i18n/locales";
import { useLocale, useTranslate } from "../i18n/use-translate";
import type { PageHandle } from "../platform/page-handle";
import { listSitePages } from "../site-pages/list-site-pages.server";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("pages:admin.title"));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSiteAdmin(args);
  return { pages: listSitePages(), timeZone: viewer.timeZone };
}

export default function AdminPages() {
  const t = useTranslate();
  const locale = useLocale();
  const { pages, timeZone } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page">
      <div className="form-page wide">
        <div className="sheet">
          <h1>{t("pages:admin.title")}</h1>
          <p className="lead">{t("pages:admin.lead")}</p>
          {pages.map(({ slug, languages }) => (
            <section key={slug} aria-labelledby={slug}>
              <h2 id={slug}>{t(`pages:name.${slug}`)}</h2>
              <ul className="register">
                {languages.map(({ language, current }) => (
                  <li key={language}>
                    <div>
                      <p className="what" lang={language}>
                        {localeNames[language]}
                      </p>
                      <p className="hint">
                        {current === null
                          ? t("pages:admin.none")
                          : t("pages:admin.state", {
                              version: current.version,
                              date: formatDate(locale, current.savedAt, timeZone),
                            })}
                      </p>
                    </div>
                    <a
                      className="btn line sm"
                      href={`/admin/pages/${slug}/${language}`}
                      aria-label={t("pages:admin.editIn", {
                        page: t(`pages:name.${slug}`),
                        language: localeNames[language],
                      })}
                    >
                      {t("pages:admin.edit")}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </main>
  );
}
