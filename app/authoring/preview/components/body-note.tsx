import { languageName } from "../../../i18n/format-list";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import type { LessonPreview } from "../find-lesson-preview.server";

/** What is to be known about the text of a reading lesson, above it. */
export function BodyNote({ preview }: { preview: Extract<LessonPreview, { view: "reading" }> }) {
  const t = useTranslate();
  const locale = useLocale();
  const { bar, body } = preview;
  if (body.isEmpty) return <p className="note care">{t("preview:missing.body")}</p>;
  return (
    <>
      {body.language === bar.language ? null : (
        <p className="note care">{t("preview:untranslated.body", { language: languageName(locale, body.language) })}</p>
      )}
      {body.faults === 0 ? null : (
        <p className="note care">
          {t("preview:faults", { count: body.faults })} <a href={`${bar.track}/checks`}>{t("preview:faults.checks")}</a>
        </p>
      )}
    </>
  );
}
