import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { LessonShell } from "../lesson-view";

/** Instead of a lesson, where the society ended the enrolment: since when, why, and what stays. */
export function EndedLesson({ page, ended }: { page: LessonShell; ended: { at: string; reason: string } }) {
  const t = useTranslate();
  const locale = useLocale();
  const values = { society: page.society.name, date: formatDate(locale, ended.at), reason: ended.reason };
  return (
    <main id="main" className="page page-top">
      <article className="sheet">
        <p className="ident" lang={page.contentLanguage}>
          {page.trackTitle}
        </p>
        <h1>{t("learning:ended.title")}</h1>
        <p className="lead">{t("learning:ended.text", values)}</p>
        <p>{t("learning:ended.stays")}</p>
        <p className="page-back">
          <a className="btn main" href="/my/certificates">
            {t("learning:my.certificates")}
          </a>{" "}
          <a href="/my">{t("learning:my.title")}</a>
        </p>
      </article>
    </main>
  );
}
