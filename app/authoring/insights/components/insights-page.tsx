import { formatMoment, formatNumber } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { TrackTop } from "../../workspace/components/track-top";
import type { InsightsPage } from "../find-insights.server";
import { EvaluationResults } from "./evaluation-results";
import { HeatMap } from "./heat-map";
import { LessonFunnel } from "./lesson-funnel";
import { MonthChart } from "./month-chart";

/** How a track is taken: who came, how far they got, what they watched and what they said. Names nobody. */
export function TrackInsights({
  page,
  societySlug,
  timeZone,
}: {
  page: InsightsPage;
  societySlug: string;
  timeZone: string;
}) {
  const t = useTranslate();
  const { figures } = page;
  return (
    <main id="main" className="page page-top statistics insights">
      {page.hasDraft ? <TrackTop title={page.trackTitle} language={page.language} /> : null}
      <Head page={page} societySlug={societySlug} timeZone={timeZone} />
      {figures.enrolled === 0 ? (
        <p>{t("insights:nobody")}</p>
      ) : (
        <>
          <Totals page={page} />
          <MonthChart months={figures.months} />
          <LessonFunnel page={page} societySlug={societySlug} />
          {page.webinars.map((webinar) => (
            <HeatMap
              key={webinar.lessonId}
              webinar={webinar}
              title={page.lessons.find(({ id }) => id === webinar.lessonId)?.title ?? webinar.lessonId}
              language={page.language}
            />
          ))}
        </>
      )}
      <EvaluationResults summary={page.evaluations} />
    </main>
  );
}

function Head({ page, societySlug, timeZone }: { page: InsightsPage; societySlug: string; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <header className="ph">
      <div>
        <p className="ident">
          <a href={`/society/${societySlug}/insights`}>{t("insights:title")}</a>{" "}
          {t("insights:scope", { edition: page.editionNumber, at: formatMoment(locale, page.at, timeZone) })}
        </p>
        <h1 lang={page.language}>{page.trackTitle}</h1>
        {page.isCut ? <p className="quiet">{t("insights:cut")}</p> : null}
      </div>
      <p className="row small">
        <a className="btn line sm" href="?as=csv" download>
          {t("common:download.as", { format: "CSV" })}
        </a>
        <a className="btn line sm" href="?as=json" download>
          {t("common:download.as", { format: "JSON" })}
        </a>
      </p>
    </header>
  );
}

function Totals({ page }: { page: InsightsPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const { figures } = page;
  const { days, certificates } = figures;
  const number = (value: number) => formatNumber(locale, value, value < 10 && value % 1 !== 0 ? 1 : 0);
  return (
    <dl className="sum sheet tight insight-sum">
      <div>
        <dt>{t("insights:enrolled")}</dt>
        <dd>{number(figures.enrolled)}</dd>
        <dd className="small">
          {t("insights:split", {
            goingOn: number(figures.goingOn),
            stopped: number(figures.stopped),
            notStarted: number(figures.notStarted),
          })}
        </dd>
      </div>
      <div>
        <dt>{t("insights:completed")}</dt>
        <dd>{number(figures.completed)}</dd>
      </div>
      <div>
        <dt>{t("insights:days")}</dt>
        <dd>{days === null ? t("statistics:unknown") : t("insights:days.value", { days: number(days.median) })}</dd>
        {days === null ? null : (
          <dd className="small">
            {t("insights:days.quartiles", { lower: number(days.lowerQuartile), upper: number(days.upperQuartile) })}
          </dd>
        )}
      </div>
      <div>
        <dt>{t("insights:certificates")}</dt>
        <dd>{number(certificates.valid + certificates.superseded + certificates.revoked)}</dd>
        <dd className="small">
          {t("insights:certificates.split", {
            superseded: number(certificates.superseded),
            revoked: number(certificates.revoked),
          })}
        </dd>
      </div>
    </dl>
  );
}
