import { useTranslate } from "../../i18n/use-translate";

/** The formula and the source of each figure. */
export function StatisticsHow() {
  const t = useTranslate();
  const figures = [
    [t("statistics:col.facility"), t("statistics:how.facility")],
    [t("statistics:deviation"), t("statistics:how.deviation")],
    [t("statistics:col.discrimination"), t("statistics:how.discrimination")],
    [t("statistics:col.correlation"), t("statistics:how.correlation")],
    [t("statistics:col.time"), t("statistics:how.time")],
    [t("statistics:alpha"), t("statistics:how.alpha")],
    [t("statistics:error"), t("statistics:how.error")],
  ] as const;
  return (
    <details className="small explain">
      <summary>{t("statistics:how")}</summary>
      <dl className="how">
        {figures.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
