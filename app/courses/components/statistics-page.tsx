import { formatDate, formatNumber, formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { QuizStatisticsPage } from "../find-quiz-statistics.server";
import { ScoreHistogram } from "./score-histogram";
import { StatisticsItem } from "./statistics-item";
import { StatisticsTable } from "./statistics-table";

/** How a quiz and its questions measure: four figures, the scores, every question, and one of them in full. */
export function StatisticsPage(props: {
  page: QuizStatisticsPage;
  /** Revision id of the question that is shown in full. */
  chosen: string | null;
  flaggedOnly: boolean;
  timeZone: string;
}) {
  const { page } = props;
  const t = useTranslate();
  const item = page.items.find((line) => line.questionId === props.chosen);
  const link = (values: Record<string, string>) =>
    `?${new URLSearchParams({ attempts: page.which, ...values }).toString()}`;
  return (
    <main id="main" className="page page-top statistics">
      <Head page={page} timeZone={props.timeZone} />
      {page.quiz.attempts === 0 ? (
        <p className="page-back">{t("statistics:none")}</p>
      ) : (
        <>
          <div className="over">
            <Figures page={page} />
            <ScoreHistogram histogram={page.quiz.histogram} passPercent={page.passPercent} />
          </div>
          <StatisticsTable items={page.items} chosen={props.chosen} flaggedOnly={props.flaggedOnly} link={link} />
          {item ? <StatisticsItem item={item} language={page.language} /> : null}
        </>
      )}
    </main>
  );
}

function Head({ page, timeZone }: { page: QuizStatisticsPage; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { from, to, which } = page;
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
      <nav className="row small" aria-label={t("statistics:show.label")}>
        <a href="?attempts=first" aria-current={which === "first" ? "true" : undefined}>
          {t("statistics:scope.first")}
        </a>
        <a href="?attempts=all" aria-current={which === "all" ? "true" : undefined}>
          {t("statistics:scope.all")}
        </a>
        <a className="btn line sm" href={`?attempts=${which}&as=csv`}>
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
