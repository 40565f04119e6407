import { formatPercent } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { ScrollRegion } from "../../../ui/scroll-region";
import type { InsightsPage } from "../find-insights.server";
import { ShareBar } from "./share-bar";

/** How many have done each lesson, where those who stopped stand, and the way to a quiz's questions. */
export function LessonFunnel({ page, societySlug }: { page: InsightsPage; societySlug: string }) {
  const t = useTranslate();
  return (
    <section className="sheet">
      <h2>{t("insights:lessons")}</h2>
      <ScrollRegion label={t("insights:lessons")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("insights:lesson")}</th>
              <th scope="col">{t("insights:lesson.share")}</th>
              <th scope="col" className="n">
                {t("insights:lesson.done")}
              </th>
              <th scope="col" className="n">
                {t("insights:lesson.stopped")}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.lessons.map((lesson, i) => (
              <LessonRow key={lesson.id} page={page} index={i} societySlug={societySlug} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="small quiet explain">{t("insights:lessons.explain")}</p>
    </section>
  );
}

function LessonRow({ page, index, societySlug }: { page: InsightsPage; index: number; societySlug: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const lesson = page.lessons[index];
  const figures = page.figures.lessons[index];
  if (lesson === undefined || figures === undefined) return null;
  return (
    <tr>
      <th scope="row" className="st">
        <span lang={page.language}>
          {index + 1}. {lesson.title}
        </span>{" "}
        {lesson.kind === "quiz" ? (
          <a className="small" href={`/society/${societySlug}/statistics/${page.trackSlug}/${lesson.id}`}>
            {t("insights:lesson.questions")}
          </a>
        ) : null}
      </th>
      <td className="g">
        <ShareBar share={figures.share} />
        <span>{formatPercent(locale, figures.share * 100)}</span>
      </td>
      <td className="n">{figures.done}</td>
      <td className="n">{figures.stoppedHere}</td>
    </tr>
  );
}
