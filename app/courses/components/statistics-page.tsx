import { formatDate, formatNumber, formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { enoughAnswers } from "../../../quizzes/engine/statistics";
import type { ItemDesk } from "../find-item-desk.server";
import type { QuizStatisticsPage } from "../find-quiz-statistics.server";
import type { SelectedItems } from "../select-items";
import { type StatisticsQuery, writeStatisticsQuery } from "../statistics-query";
import { ScoreHistogram } from "./score-histogram";
import { StatisticsItem } from "./statistics-item";
import { StatisticsRatings } from "./statistics-ratings";
import { StatisticsTable } from "./statistics-table";

interface Props {
  readonly page: QuizStatisticsPage;
  readonly query: StatisticsQuery;
  readonly selected: SelectedItems;
  readonly desk: ItemDesk;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** How a quiz and its questions measure: four figures, the scores, every question, and one of them in full. */
export function StatisticsPage({ page, query, selected, desk, societySlug, timeZone }: Props) {
  const t = useTranslate();
  const item = page.items.find((line) => line.questionId === query.item);
  const { attempts } = page.quiz;
  return (
    <main id="main" className="page page-top statistics">
      <p className="small">
        <a href={`/society/${societySlug}/statistics`}>{t("statistics:quizzes.title")}</a>
      </p>
      <Head page={page} query={query} timeZone={timeZone} />
      {attempts === 0 ? (
        <p className="page-back">{t("statistics:none")}</p>
      ) : (
        <>
          {attempts < enoughAnswers ? <p className="note few">{t("statistics:few", { count: attempts })}</p> : null}
          <div className="over">
            <Figures page={page} />
            <ScoreHistogram histogram={page.quiz.histogram} passPercent={page.passPercent} />
          </div>
          <StatisticsTable selected={selected} query={query} />
          {item ? <StatisticsItem item={item} language={page.language} {...{ desk, societySlug, timeZone }} /> : null}
        </>
      )}
      <StatisticsRatings ratings={page.ratings} language={page.language} />
    </main>
  );
}

function Head({ page, query, timeZone }: Pick<Props, "page" | "query" | "timeZone">) {
  const t = useTranslate();
  const locale = useLocale();
  const { from, to, which } = page;
  const at = (attempts: StatisticsQuery["attempts"]) => writeStatisticsQuery({ ...query, attempts, page: 1 });
  return (
    <header className="ph">
      <div>
        <p className="ident">
          <b lang={page.language}>{page.lessonTitle}</b> <span lang={page.language}>{page.trackTitle}</span>{" "}
          {t("statistics:scope.count", { count: page.quiz.attempts })}
          {from !== null && to !== null
            ? `, ${t("statistics:scope.dates", { from: formatDate(locale, from, timeZone), to: formatDate(locale, to, timeZone) })}`
            : ""}
        </p>
        <h1>{t("statistics:title")}</h1>
        {page.isCut ? <p className="quiet">{t("statistics:scope.cut")}</p> : null}
      </div>
      <nav className="row small" aria-label={t("statistics:scope.label")}>
        <a href={at("first")} aria-current={which === "first" ? "true" : undefined}>
          {t("statistics:scope.first")}
        </a>
        <a href={at("all")} aria-current={which === "all" ? "true" : undefined}>
          {t("statistics:scope.all")}
        </a>
        <a className="btn line sm" href={writeStatisticsQuery({ ...query, as: "csv" })} download>
          {t("statistics:csv")}
        </a>
      </nav>
    </header>
  );
}

function Figures({ page }: { page: QuizStatisticsPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const { mean, median, deviation, alpha, standardError } = page.quiz;
  const share = (value: number | null) =>
    value === null ? t("statistics:unknown") : formatPercent(locale, 100 * value);
  return (
    <dl className="sum sheet tight">
      <div>
        <dt>{t("statistics:mean")}</dt>
        <dd>
          {share(mean)}{" "}
          <small>
            {t("statistics:median")} {share(median)}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t("statistics:deviation")}</dt>
        <dd>{share(deviation)}</dd>
      </div>
      <div>
        <dt>{t("statistics:alpha")}</dt>
        <dd>{alpha === null ? t("statistics:unknown") : formatNumber(locale, alpha, 2)}</dd>
      </div>
      <div>
        <dt>{t("statistics:error")}</dt>
        <dd>{standardError === null ? t("statistics:unknown") : `±${share(standardError)}`}</dd>
      </div>
    </dl>
  );
}
