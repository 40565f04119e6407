import { formatMoment } from "../i18n/format";
import { useLocale, useTranslate } from "../i18n/use-translate";
import type { ListedRuling } from "./list-rulings.server";

/** Past rulings with their reason, their date and what they did; the pages of questions of every folder show them. */
export function RulingList(props: {
  readonly rulings: readonly ListedRuling[];
  readonly timeZone: string;
  /** Where rulings are on record, without their id; null for readers who may not rule. */
  readonly recordsHref: string | null;
}) {
  return (
    <ul className="rulings">
      {props.rulings.map((ruling) => (
        <RulingRow key={ruling.id} {...props} ruling={ruling} />
      ))}
    </ul>
  );
}

function RulingRow({
  ruling,
  timeZone,
  recordsHref,
}: {
  readonly ruling: ListedRuling;
  readonly timeZone: string;
  readonly recordsHref: string | null;
}) {
  const t = useTranslate();
  const locale = useLocale();
  const { all, changed, newlyPassed } = ruling;
  return (
    <li>
      <ul className="ident">
        <li>
          <b>{t(`regrade:kind.${ruling.kind}`)}</b>
        </li>
        <li>{t("regrade:revision", { number: ruling.revisionNumber })}</li>
        <li>{formatMoment(locale, ruling.at, timeZone)}</li>
        <li>{ruling.by ?? t("regrade:by.gone")}</li>
      </ul>
      <p className="said">{ruling.reason}</p>
      <p className="small">
        {all === 0 ? t("regrade:effect.none") : t("regrade:effect", { count: all, changed, passed: newlyPassed })}{" "}
        {recordsHref === null ? null : (
          <a
            href={`${recordsHref}/${ruling.id}`}
            aria-label={t("regrade:effect.open.of", { moment: formatMoment(locale, ruling.at, timeZone) })}
          >
            {t("regrade:effect.open")}
          </a>
        )}
      </p>
    </li>
  );
}
