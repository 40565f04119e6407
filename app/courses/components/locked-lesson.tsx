import { useTranslate } from "../../i18n/use-translate";
import type { LessonShell } from "../lesson-view";
import { LessonFrame } from "./lesson-frame";

/** A lesson of a sequential track whose turn has not come: says which lesson opens it. */
export function LockedLesson({
  page,
  first,
}: {
  page: LessonShell;
  first: { id: string; number: number; title: string };
}) {
  const t = useTranslate();
  return (
    <LessonFrame page={page}>
      <div className="note care">
        <p className="title">{t("learning:locked.title")}</p>
        <p>{t("learning:locked.text", { number: first.number, title: first.title })}</p>
        <p>
          <a className="btn main" href={`/learn/${page.trackSlug}/${first.id}`}>
            {t("learning:locked.go", { number: first.number })}
          </a>
        </p>
      </div>
    </LessonFrame>
  );
}
