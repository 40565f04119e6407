import { formatMonth } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { ScrollRegion } from "../../../ui/scroll-region";
import type { MonthFigures } from "../track-figures";

const width = 640;
const height = 150;
const floor = 170;

/** Enrolments month by month, the completions of the same month in front of them; beside it the same as a table. */
export function MonthChart({ months }: { months: readonly MonthFigures[] }) {
  const t = useTranslate();
  const locale = useLocale();
  const most = Math.max(1, ...months.flatMap(({ enrolled, completed }) => [enrolled, completed]));
  const column = Math.min(64, width / months.length);
  const every = months.length > 12 ? 3 : 1;
  const best = months.reduce((a, b) => (b.enrolled > a.enrolled ? b : a));
  const bar = (i: number, share: number, value: number) => {
    const wide = column * share;
    const left = i * column + (column - wide) / 2;
    const top = floor - (value / most) * height;
    return `M${left.toFixed(1)} ${top.toFixed(1)}h${wide.toFixed(1)}V${String(floor)}h-${wide.toFixed(1)}z`;
  };
  const caption = t("insights:months.caption");
  return (
    <section className="sheet" aria-labelledby="months">
      <h2 id="months">{t("insights:months")}</h2>
      <figure>
        <ScrollRegion label={caption}>
          <svg
            className="insight-chart"
            viewBox={`0 0 ${String(width)} 196`}
            role="img"
            aria-label={t("insights:months.text", {
              count: months.length,
              month: formatMonth(locale, `${best.month}-01`),
              most: best.enrolled,
            })}
          >
            <path d={`M0 ${String(floor)}h${String(width)}`} stroke="currentColor" />
            {months.map(({ month, enrolled, completed }, i) => (
              <g key={month}>
                <path className="pale" d={bar(i, 0.8, enrolled)} />
                <path className="ink" d={bar(i, 0.4, completed)} />
                {enrolled > 0 && column >= 24 ? (
                  <text
                    x={(i + 0.5) * column}
                    y={floor - 6 - (Math.max(enrolled, completed) / most) * height}
                    textAnchor="middle"
                  >
                    {enrolled}
                  </text>
                ) : null}
                {i % every === 0 ? (
                  <text x={i * column + 2} y={190}>
                    {month.slice(2)}
                  </text>
                ) : null}
              </g>
            ))}
          </svg>
        </ScrollRegion>
        <figcaption className="small">{caption}</figcaption>
      </figure>
      <MonthTable months={months} />
    </section>
  );
}

function MonthTable({ months }: { months: readonly MonthFigures[] }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <details>
      <summary>{t("statistics:histogram.table")}</summary>
      <ScrollRegion label={t("insights:months")}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("insights:month")}</th>
              {(["enrolled", "completed", "certificates"] as const).map((name) => (
                <th key={name} scope="col" className="n">
                  {t(`insights:${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, enrolled, completed, certificates }) => (
              <tr key={month}>
                <th scope="row">{formatMonth(locale, `${month}-01`)}</th>
                <td className="n">{enrolled}</td>
                <td className="n">{completed}</td>
                <td className="n">{certificates}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
