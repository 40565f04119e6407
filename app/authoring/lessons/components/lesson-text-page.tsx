import { isLocale, localeNames } from "../../../i18n/locales";
import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Done } from "../../../ui/form-summary";
import { trackPath } from "../../drafts/components/track-words";
import { TrackTop } from "../../workspace/components/track-top";
import { previewPath, textPath } from "./text-path";
import { PreviewSection } from "./lesson-preview";
import type { LessonTextPageData, TextAnswer } from "./lesson-text-data";
import { LessonWriter } from "./lesson-writer";

/** The text of a reading lesson: its editor for those who write, and how it would be published. */
export function LessonTextPage({ page, answer }: { page: LessonTextPageData; answer: TextAnswer | null }) {
  const t = useTranslate();
  const lesson = trackPath(page.societySlug, page.trackSlug, `/lessons/${page.lessonId}`);
  return (
    <main id="main" className="page page-top lesson-editor">
      <TrackTop
        title={page.trackTitle}
        language={page.language}
        within={[{ href: lesson, text: t("lessonEditor:lesson") }]}
      />
      <div className="bar">
        <div>
          <h1 lang={page.language}>{page.lessonTitle}</h1>
          <VersionLine page={page} />
        </div>
        <p className="row">
          <a className="btn line sm" href={previewPath(page)}>
            {t("lessonEditor:preview.learner")}
          </a>
          <a className="btn line sm" href={textPath(page, "/history")}>
            {t("lessonEditor:history.title")}
          </a>
        </p>
      </div>
      <Languages page={page} />
      {page.isSaved && answer === null ? <Done text={t("lessonEditor:saved.done")} /> : null}
      {page.mayWrite ? (
        <LessonWriter key={textPath(page)} page={page} answer={answer} />
      ) : (
        <>
          <p>{t("lessonEditor:look.only")}</p>
          <PreviewSection preview={page.preview} language={page.language} />
        </>
      )}
    </main>
  );
}

function VersionLine({ page }: { page: LessonTextPageData }) {
  const t = useTranslate();
  const locale = useLocale();
  if (page.saved === null) return <p className="ident">{t("lessonEditor:version.none")}</p>;
  const date = formatMoment(locale, page.saved.at, page.timeZone);
  const said = { number: page.version, date, name: page.saved.by ?? "" };
  return (
    <p className="ident">
      {page.saved.by === null ? t("lessonEditor:version.at", said) : t("lessonEditor:version.by", said)}
    </p>
  );
}

function Languages({ page }: { page: LessonTextPageData }) {
  const t = useTranslate();
  const [source] = page.languages;
  return (
    <nav className="tabs" aria-label={t("lessonEditor:languages")}>
      {page.languages.filter(isLocale).map((language) => (
        <a
          key={language}
          href={textPath({ ...page, language })}
          lang={language}
          aria-current={language === page.language ? "page" : undefined}
        >
          {localeNames[language]}
          {language === source ? <small lang={undefined}> {t("lessonEditor:language.source")}</small> : null}
        </a>
      ))}
    </nav>
  );
}
