import { useLocale, useTranslate } from "../i18n/use-translate";
import { usePageData } from "./page-data";
import { LanguageForm } from "./preference-form";
import { publicPath } from "./public-path";

/** Site footer: the pages that the law and the reader want, and what the demonstration is. */
export function Footer() {
  const t = useTranslate();
  const locale = useLocale();
  const { isDemonstration } = usePageData();
  const pages = ["imprint", "terms", "privacy", "accessibility", "help"] as const;
  return (
    <footer className="foot">
      <div className="page">
        <ul className="small">
          {pages.map((page) => (
            <li key={page}>
              <a href={publicPath(locale, `/pages/${page}`)}>{t(`common:foot.${page}`)}</a>
            </li>
          ))}
          {isDemonstration ? (
            <li>
              <a href="/dev/inbox">{t("common:foot.inbox")}</a>
            </li>
          ) : null}
        </ul>
        <LanguageForm className="languages" />
        {isDemonstration ? <p className="small quiet">{t("common:foot.demonstration")}</p> : null}
      </div>
    </footer>
  );
}
