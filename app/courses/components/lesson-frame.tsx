import type { ReactNode } from "react";
import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { LessonShell } from "../lesson-view";
import { lessonHref } from "../preview-place";
import { Outline } from "./outline";

/** Outline left, the lesson's sheet right: the frame of every lesson but a recording, which stands in its own room. */
export function LessonFrame({ page, children, after }: { page: LessonShell; children: ReactNode; after?: ReactNode }) {
  return (
    <div className="page learn">
      <Outline page={page} />
      <main id="main" className="learn-main">
        <article className="sheet lesson" data-lesson={page.lesson.id}>
          <LessonIdent page={page} />
          <h1 lang={page.contentLanguage}>{page.lesson.title}</h1>
          {children}
        </article>
        {after}
      </main>
    </div>
  );
}

/** Who says this, which edition, when, how long. */
function LessonIdent({ page }: { page: LessonShell }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ul className="ident">
      <li>
        <b>
          {page.modality}, {t("learning:lesson.number", { number: page.lesson.number })}
        </b>
      </li>
      <li>
        {page.editionNumber === null
          ? t("preview:draft")
          : t("learning:edition", { number: page.editionNumber, date: formatDate(locale, page.editionDate) })}
      </li>
      <li>{t("common:unit.minutes", { minutes: page.lesson.minutes })}</li>
      {page.lesson.outcomes.length > 0 ? (
        <li>{t("learning:outcomes", { codes: page.lesson.outcomes.map((o) => o.code).join(", ") })}</li>
      ) : null}
      <li>
        {page.society.name}
        {page.society.isDemonstration ? ` (${t("learning:demonstration")})` : ""}
      </li>
    </ul>
  );
}

/** Previous and next, and where a mistake is reported. */
export function LessonLinks({ page }: { page: LessonShell }) {
  const t = useTranslate();
  const href = (lessonId: string) => lessonHref(page, lessonId);
  return (
    <nav className="lesson-links" aria-label={t("learning:links.label")}>
      {page.previous ? (
        <a href={href(page.previous.id)} rel="prev" data-key="previous">
          {t("learning:links.previous", { number: page.previous.number })}{" "}
          <span lang={page.contentLanguage}>{page.previous.title}</span>
        </a>
      ) : (
        <span />
      )}
      {page.next ? (
        <a href={href(page.next.id)} rel="next" data-key="next">
          {t("learning:links.next", { number: page.next.number })}{" "}
          <span lang={page.contentLanguage}>{page.next.title}</span>
        </a>
      ) : null}
      {page.preview ? null : (
        <a className="small" href={`${href(page.lesson.id)}/mistake`}>
          {t("learning:links.mistake")}
        </a>
      )}
    </nav>
  );
}
