import type { Standing } from "../../assessments/regrade-sittings.server";
import { formatMarks, formatNumber } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { RegradeCounts, RegradeTable } from "../find-regrade.server";

/** In figures what a ruling does to those concerned. */
export function RegradeFigures({ counts }: { counts: Omit<RegradeCounts, "kept"> & Partial<RegradeCounts> }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <dl className="facts">
      <dt>{t("regrade:counts.all")}</dt>
      <dd>{formatNumber(locale, counts.all)}</dd>
      <dt>{t("regrade:counts.changed")}</dt>
      <dd>{formatNumber(locale, counts.changed)}</dd>
      <dt>{t("regrade:counts.newlyPassed")}</dt>
      <dd>{formatNumber(locale, counts.newlyPassed)}</dd>
      {counts.kept === undefined ? null : (
        <>
          <dt>{t("regrade:counts.kept")}</dt>
          <dd>{formatNumber(locale, counts.kept)}</dd>
        </>
      )}
    </dl>
  );
}

/** Before and after of a page of attempts. */
export function RegradeRows({ rows }: Pick<RegradeTable, "rows">) {
  const t = useTranslate();
  const standing = useStanding();
  return (
    <ScrollRegion label={t("regrade:table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("regrade:table.name")}</th>
            <th scope="col">{t("regrade:table.attempt")}</th>
            <th scope="col">{t("regrade:table.before")}</th>
            <th scope="col">{t("regrade:table.after")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ sittingId, name, number, before, after }) => (
            <tr key={sittingId}>
              <th scope="row">{name ?? t("regrade:table.nameless")}</th>
              <td>{number}</td>
              <td>{standing(before)}</td>
              <td>{standing(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** "8.5 of 10, passed" */
export function useStanding(): (standing: Standing) => string {
  const t = useTranslate();
  const locale = useLocale();
  return ({ scoreHundredths, maxHundredths, passed }) =>
    t(passed === null ? "regrade:standing.waits" : passed ? "regrade:standing.passed" : "regrade:standing.notPassed", {
      score: formatMarks(locale, scoreHundredths),
      max: formatMarks(locale, maxHundredths),
    });
}
