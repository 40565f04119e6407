import { useLocale, useTranslate } from "../../i18n/use-translate";
import { publicPath } from "../../ui/public-path";

export function EnrolmentClosed() {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top">
      <article className="sheet">
        <h1>{t("learning:enrol.closed.title")}</h1>
        <p className="lead">{t("learning:enrol.closed.text")}</p>
        <p>
          <a className="btn main" href={publicPath(useLocale(), "/catalogue")}>
            {t("learning:my.empty.button")}
          </a>
        </p>
      </article>
    </main>
  );
}
