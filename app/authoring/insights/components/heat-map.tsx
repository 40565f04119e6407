import { formatClock, formatPercent } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { ScrollRegion } from "../../../ui/scroll-region";
import type { WebinarHeat } from "../find-insights.server";
import { heatBinMs } from "../watch-heat";

const width = 640;
const floor = 120;

/** Which parts of a recording its viewers played, ten seconds by ten seconds. */
export function HeatMap({ webinar, title, language }: { webinar: WebinarHeat; title: string; language: string }) {
  const t = useTranslate();
  const id = `watched-${webinar.lessonId}`;
  return (
    <section className="sheet" aria-labelledby={id}>
      <h2 id={id}>{t("insights:heat")}</h2>
      <p className="ident">
        <b lang={language}>{title}</b> {t("insights:heat.count", { count: webinar.viewers })}
      </p>
      {webinar.viewers === 0 ? null : (
        <>
          <figure>
            <HeatChart webinar={webinar} title={title} />
            <figcaption className="small">{t("insights:heat.caption")}</figcaption>
          </figure>
          <HeatTable webinar={webinar} title={title} />
        </>
      )}
    </section>
  );
}

function HeatChart({ webinar, title }: { webinar: WebinarHeat; title: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { shares, durationMs } = webinar;
  const wide = width / shares.length;
  const least = shares.reduce((place, share, i) => (share < (shares[place] ?? 1) ? i : place), 0);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const steps = shares.map((share, i) => `H${(i * wide).toFixed(1)}V${(floor - share * 100).toFixed(1)}`).join("");
  return (
    <ScrollRegion label={`${title}: ${t("insights:heat.caption")}`}>
      <svg
        className="insight-chart"
        viewBox={`0 0 ${String(width)} 144`}
        role="img"
        aria-label={t("insights:heat.text", {
          mean: formatPercent(locale, mean * 100),
          least: formatPercent(locale, (shares[least] ?? 0) * 100),
          at: formatClock(least * heatBinMs),
        })}
      >
        <path className="line" d={`M0 20H${String(width)}M0 70H${String(width)}`} />
        <path className="ink" d={`M0 ${String(floor)}${steps}H${String(width)}V${String(floor)}z`} />
        <text x={0} y={14}>
          {formatPercent(locale, 100)}
        </text>
        {[0, 1, 2, 3, 4].map((quarter) => (
          <text
            key={quarter}
            x={(quarter * width) / 4}
            y={140}
            textAnchor={quarter === 0 ? "start" : quarter === 4 ? "end" : "middle"}
          >
            {formatClock((quarter * durationMs) / 4)}
          </text>
        ))}
      </svg>
    </ScrollRegion>
  );
}

function HeatTable({ webinar, title }: { webinar: WebinarHeat; title: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <details>
      <summary>{t("statistics:histogram.table")}</summary>
      <ScrollRegion label={`${title}: ${t("insights:heat")}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("insights:heat.from")}</th>
              <th scope="col" className="n">
                {t("insights:heat.share")}
              </th>
            </tr>
          </thead>
          <tbody>
            {webinar.shares.map((share, i) => (
              <tr key={formatClock(i * heatBinMs)}>
                <th scope="row">{formatClock(i * heatBinMs)}</th>
                <td className="n">{formatPercent(locale, share * 100)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
