import type { ReactNode } from "react";
import { languageName } from "../../../i18n/format-list";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { QuizStateNote } from "../../drafts/components/quiz-state";
import type { LessonPreview } from "../find-lesson-preview.server";
import type { PreviewPaper } from "../preview-paper.server";

/**
 * One of the papers that learners might get, or what stands in the way of one.
 * @param asked the view of a question belongs to the sittings' own folder, and the route hands it in
 */
export function Paper({
  preview: { bar, page, paper },
  asked,
}: {
  preview: Extract<LessonPreview, { view: "quiz" }>;
  asked: (sample: PreviewPaper["questions"][number], number: number) => ReactNode;
}) {
  const t = useTranslate();
  const locale = useLocale();
  const query = new URLSearchParams({ language: bar.language, seed: String((paper.seed % 9999) + 1) });
  return (
    <section aria-labelledby="preview-paper" className="quiz-part">
      <h2 id="preview-paper">{t("preview:paper")}</h2>
      {paper.questions.length === 0 ? (
        <QuizStateNote state={paper.state} sample="" />
      ) : (
        <>
          <p>{t("preview:paper.text")}</p>
          <p className="row">
            <a className="btn line sm" href={`${bar.track}/preview/${page.lesson.id}?${query.toString()}`}>
              {t("tracks:sample.another")}
            </a>
          </p>
          <ol className="sample-paper">
            {paper.questions.map((sample, at) => (
              <li key={sample.question.id} lang={sample.language}>
                <h3 className="ident" lang={locale}>
                  {t("sitting:question", { number: at + 1 })}
                  {sample.language === bar.language
                    ? null
                    : ` · ${t("preview:untranslated.body", { language: languageName(locale, sample.language) })}`}
                </h3>
                {asked(sample, at + 1)}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
