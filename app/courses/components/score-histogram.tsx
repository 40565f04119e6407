import { formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";

const column = 52;
const height = 130;

/** Attempts by tenths of the score, with the pass mark, and the same as a table. */
export function ScoreHistogram({ histogram, passPercent }: { histogram: readonly number[]; passPercent: number }) {
  const t = useTranslate();
  const locale = useLocale();
  const most = Math.max(1, ...histogram);
  const range = (i: number) => `${String(i * 10)}–${formatPercent(locale, (i + 1) * 10)}`;
  const passAt = 2 + (passPercent / 100) * column * 10;
  return (
    <figure className="sheet tight">
      <ScrollRegion label={t("statistics:histogram.caption")}>
        <svg
          className="hist"
          viewBox="0 0 524 176"
          role="img"
          aria-label={t("statistics:histogram", {
            counts: histogram.join(", "),
            pass: formatPercent(locale, passPercent),
          })}
        >
          <path d="M0 150h524" stroke="currentColor" />
          {histogram.map((count, i) => {
            const top = 150 - (count / most) * height;
            return (
              <g key={range(i)} className={i * 10 >= passPercent ? "passed" : undefined}>
                <path className="bar" d={`M${String(2 + i * column)} ${top.toFixed(1)}h48V150h-48z`} />
                <text x={26 + i * column} y={top - 6} textAnchor="middle">
                  {count}
                </text>
                <text x={26 + i * column} y={170} textAnchor="middle">
                  {(i + 1) * 10}
                </text>
              </g>
            );
          })}
          <path className="pass" d={`M${passAt.toFixed(1)} 4v146`} />
          <text className="pass" x={passAt - 6} y={14} textAnchor="end">
            {t("statistics:histogram.pass")} {formatPercent(locale, passPercent)}
          </text>
        </svg>
      </ScrollRegion>
      <figcaption>
        {t("statistics:histogram.caption")}
        <HistogramTable histogram={histogram} range={range} />
      </figcaption>
    </figure>
  );
}

function HistogramTable({ histogram, range }: { histogram: readonly number[]; range: (tenth: number) => string }) {
  const t = useTranslate();
  return (
    <details>
      <summary>{t("statistics:histogram.table")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("statistics:histogram.range")}</th>
            <th scope="col" className="n">
              {t("statistics:attempts")}
            </th>
          </tr>
        </thead>
        <tbody>
          {histogram.map((count, i) => (
            <tr key={range(i)}>
              <th scope="row">{range(i)}</th>
              <td className="n">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
