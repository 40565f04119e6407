import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { sayFinding } from "../../say-finding";
import type { LessonPreview } from "../preview-lesson.server";

/** A text as learners would read it, and what must be mended before it can be published. */
export function PreviewSection({ preview, language }: { preview: LessonPreview; language: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const problems = preview.faults.map((fault) => sayFinding(fault, t, locale));
  return (
    <section aria-labelledby="preview" className="stack">
      <h2 id="preview">{t("lessonEditor:preview.title")}</h2>
      {problems.length === 0 ? null : (
        <div className="note mark">
          <p className="title">{t("lessonEditor:problems.title")}</p>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="ident">{t("lessonEditor:preview.words", { count: preview.words })}</p>
      {preview.html === "" ? (
        <p>{t("lessonEditor:preview.empty")}</p>
      ) : (
        <div className="sheet">
          <article className="read" lang={language} dangerouslySetInnerHTML={{ __html: preview.html }} />
        </div>
      )}
    </section>
  );
}
