import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import type { LessonShell } from "../lesson-view";
import { LessonFrame, LessonLinks } from "./lesson-frame";

/** A reading lesson: finished HTML in a React shell. The text itself never sits in the page's data. */
export function ReadingLesson({ page }: { page: LessonShell }) {
  const t = useTranslate();
  return (
    <LessonFrame page={page} after={<LessonLinks page={page} />}>
      {page.isChangedSinceRead ? (
        <div className="note">
          <p className="title">{t("learning:edition.reread")}</p>
          <p>{t("learning:edition.reread.text")}</p>
        </div>
      ) : null}
      <div className="read" lang={page.contentLanguage}>
        {slot("body")}
      </div>
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
    </LessonFrame>
  );
}
