import type { ReactNode } from "react";
import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import type { LessonShell } from "../lesson-view";
import { LessonFrame, LessonLinks } from "./lesson-frame";

interface ReadingLessonProps {
  readonly page: LessonShell;
  /** Of a preview: what is to be known about the text. */
  readonly note?: ReactNode;
  /** Language of the text, where it isn't the content's: a preview shows what isn't translated yet. */
  readonly language?: string;
}

/** A reading lesson: finished HTML in a React shell. The text itself never sits in the page's data. */
export function ReadingLesson({ page, note, language }: ReadingLessonProps) {
  const t = useTranslate();
  return (
    <LessonFrame page={page} after={<LessonLinks page={page} />}>
      {page.isChangedSinceRead ? (
        <div className="note">
          <p className="title">{t("learning:edition.reread")}</p>
          <p>{t("learning:edition.reread.text")}</p>
        </div>
      ) : null}
      {note}
      <div className="read" lang={language ?? page.contentLanguage}>
        {slot("body")}
      </div>
      {page.preview ? null : <EndForm page={page} />}
    </LessonFrame>
  );
}

function EndForm({ page }: { page: LessonShell }) {
  const t = useTranslate();
  return (
    <form method="post" className="lesson-end">
      <input type="hidden" name="intent" value="done" />
      <button className="btn main" type="submit">
        {slot("lesson.end")}
        {page.next ? t("learning:end.next", { number: page.next.number }) : t("learning:end.last")}
      </button>
      {page.next ? (
        <span className="small quiet" lang={page.contentLanguage}>
          {page.next.title}
        </span>
      ) : null}
    </form>
  );
}
