import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSiteAdmin } from "../auth/viewer.server";
import { localeNames } from "../i18n/locales";
import { useTranslate } from "../i18n/use-translate";
import { renderPage } from "../markup/render-page.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { SitePageFields } from "../site-pages/components/site-page-fields";
import { findSitePageIn } from "../site-pages/find-site-page.server";
import { saveSitePage } from "../site-pages/save-site-page.server";
import { SitePageForm } from "../site-pages/schemas";
import { namedSitePage } from "../site-pages/named-site-page.server";
import { Done } from "../ui/form-summary";
import { pageTitle } from "../ui/page-title";
import { publicPath } from "../ui/public-path";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("pages:admin.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requireSiteAdmin(args);
  const { slug, language } = namedSitePage(args.params);
  const page = findSitePageIn(slug, language);
  const saved = Number(new URL(args.request.url).searchParams.get("saved"));
  return {
    slug,
    language,
    kept: { title: page?.title ?? "", markdown: page?.markdown ?? "", base: String(page?.version ?? 0) },
    savedVersion: saved > 0 && saved === page?.version ? saved : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireSiteAdmin(args);
  const { slug, language } = namedSitePage(args.params);
  const form = await readForm(args.request, SitePageForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed, preview: null }, { status: 422 });
  const { intent, title, markdown, base } = form.value;
  const typed = { title, markdown, base: String(base) };
  if (intent === "preview") return data({ errors: {}, typed, preview: { title, html: renderPage(markdown) } });
  const saved = await saveSitePage({ slug, language, title, markdown, base, savedById: viewer.id, now: now() });
  if (saved.ok) return redirect(`/admin/pages/${slug}/${language}?saved=${String(saved.version)}`, 303);
  const newest = findSitePageIn(slug, language)?.version ?? 0;
  return data(
    { errors: { form: saved.reason }, typed: { ...typed, base: String(newest) }, preview: null },
    { status: 409 },
  );
}

export default function EditSitePage() {
  const t = useTranslate();
  const { slug, language, kept, savedVersion } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <main id="main" className="page">
      <div className="form-page wide">
        <p className="crumbs">
          <a href="/admin/pages">{t("pages:admin.back")}</a>
        </p>
        <div className="sheet">
          <h1>{t("pages:admin.editing", { page: t(`pages:name.${slug}`), language: localeNames[language] })}</h1>
          {savedVersion === null || answer !== undefined ? null : (
            <Done text={t("pages:admin.saved", { version: savedVersion })} />
          )}
          <SitePageFields language={language} typed={answer?.typed ?? kept} errors={answer?.errors ?? {}} />
          <p>
            <a href={publicPath(language, `/pages/${slug}`)}>{t("pages:admin.open")}</a>
          </p>
        </div>
        {answer?.preview ? (
          <article className="sheet" id="preview">
            <p className="ident">{t("pages:admin.previewTitle")}</p>
            <h2 lang={language}>{answer.preview.title}</h2>
            {/* Sanitised by markup/render-page. */}
            <div className="read site-text" lang={language} dangerouslySetInnerHTML={{ __html: answer.preview.html }} />
          </article>
        ) : null}
      </div>
    </main>
  );
}
