import { useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { QuizLine } from "../find-quiz-statistics.server";

/** Every quiz of a society: where the statistics begin. */
export function QuizList({ quizzes, societySlug }: { quizzes: readonly QuizLine[]; societySlug: string }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top">
      <h1>{t("statistics:quizzes.title")}</h1>
      <p className="lead">{t("statistics:quizzes.lead")}</p>
      {quizzes.length === 0 ? (
        <p className="page-back">{t("statistics:quizzes.none")}</p>
      ) : (
        <ScrollRegion label={t("statistics:quizzes.title")} className="sheet">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("statistics:quiz")}</th>
                <th scope="col">{t("statistics:track")}</th>
                <th scope="col" className="n">
                  {t("statistics:learners")}
                </th>
                <th scope="col" className="n">
                  {t("statistics:attempts")}
                </th>
              </tr>
            </thead>
            <tbody>
              {quizzes.map((quiz) => (
                <tr key={`${quiz.trackSlug}/${quiz.lessonId}`}>
                  <th scope="row" lang={quiz.language}>
                    <a href={`/society/${societySlug}/statistics/${quiz.trackSlug}/${quiz.lessonId}`}>
                      {quiz.lessonTitle}
                    </a>
                  </th>
                  <td lang={quiz.language}>{quiz.trackTitle}</td>
                  <td className="n">{quiz.learners}</td>
                  <td className="n">{quiz.sittings}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </main>
  );
}
