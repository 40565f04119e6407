import { useLocale, useTranslate } from "../i18n/use-translate";
import { usePageData } from "./page-data";
import { publicPath } from "./public-path";
import { slot } from "../platform/slot";

const kinds: Record<number, "notFound" | "forbidden" | "bad" | "tooMany"> = {
  400: "bad",
  403: "forbidden",
  404: "notFound",
  405: "bad",
  413: "bad",
  415: "bad",
  429: "tooMany",
};

/** What happened, what was kept, a reference number, one action. */
export function ErrorPage({ status }: { status: number }) {
  const t = useTranslate();
  const locale = useLocale();
  const { place } = usePageData();
  const known = kinds[status] ?? "broken";
  // In a workspace "not there" and "not yours" are one answer, and somebody may have been at work a minute ago.
  const kind = known === "notFound" && place.startsWith("/society/") ? "notYours" : known;
  return (
    <main id="main" className="page page-top error-page">
      <article className="sheet stack">
        <p className="ident">
          {status}, {t("common:error.reference", { reference: slot("reference") })}
        </p>
        <h1>{t(`common:error.${kind}.title`)}</h1>
        <p className="lead">{t(`common:error.${kind}.text`)}</p>
        <p className="row">
          <a className="btn main" href={publicPath(locale, "/catalogue")}>
            {t("common:error.catalogue")}
          </a>
          <a className="btn text" href={publicPath(locale, "/")}>
            {t("common:error.home")}
          </a>
        </p>
      </article>
    </main>
  );
}
