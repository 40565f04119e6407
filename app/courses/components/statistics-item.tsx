import { formatNumber, formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { ItemDesk } from "../find-item-desk.server";
import type { ItemLine } from "../find-quiz-statistics.server";
import { optionName } from "../option-name";
import { RulingList } from "../ruling-list";
import { ShareBar } from "./share-bar";

export interface StatisticsItemProps {
  readonly item: ItemLine;
  readonly language: string;
  readonly desk: ItemDesk;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** One question: what was picked, by whom, and what to do about its flags. */
export function StatisticsItem(props: StatisticsItemProps) {
  const { item, language } = props;
  const t = useTranslate();
  return (
    <section className="one-item" id="item" aria-labelledby="item-title">
      <div className="sheet stack">
        <ul className="ident">
          <li>
            <b>{item.key}</b>
          </li>
          <li>{t("statistics:item.revision", { number: item.revision })}</li>
          <li>{t("statistics:item.answers", { count: item.attempts })}</li>
          {item.outcomes.length === 0 ? null : <li>{item.outcomes.join(", ")}</li>}
        </ul>
        <h2 id="item-title" lang={language}>
          {item.stem}
        </h2>
        {item.flags.map((flag) => (
          <div key={flag} className={flag === "key-suspect" ? "note mark" : "note"}>
            <p className="title">{t(`statistics:flag.${flag}`)}</p>
            <p>{t(`statistics:advice.${flag}`)}</p>
          </div>
        ))}
        <ItemFigures item={item} />
        {item.options.length === 0 ? (
          <p className="quiet">{t("statistics:item.none")}</p>
        ) : (
          <OptionTable item={item} language={language} />
        )}
      </div>
      <ToDo {...props} />
    </section>
  );
}

function ItemFigures({ item }: { item: ItemLine }) {
  const t = useTranslate();
  const locale = useLocale();
  const unknown = t("statistics:unknown");
  const number = (value: number | null) => (value === null ? unknown : formatNumber(locale, value, 2));
  const share = (value: number | null) => (value === null ? unknown : formatPercent(locale, value * 100));
  const time =
    item.medianSeconds === null
      ? unknown
      : t("statistics:seconds", { seconds: formatNumber(locale, item.medianSeconds) });
  const figures = [
    [t("statistics:col.facility"), share(item.facility)],
    [t("statistics:deviation"), share(item.deviation)],
    [t("statistics:col.discrimination"), number(item.discrimination)],
    [t("statistics:col.correlation"), number(item.restCorrelation)],
    [t("statistics:col.time"), time],
  ] as const;
  return (
    <dl className="item-figures" aria-label={t("statistics:item.figures")}>
      {figures.map(([term, figure]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd className="num">{figure}</dd>
        </div>
      ))}
    </dl>
  );
}

function OptionTable({ item, language }: { item: ItemLine; language: string }) {
  const t = useTranslate();
  const caption = t("statistics:item.options");
  return (
    <ScrollRegion label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("statistics:item.option")}</th>
            <th scope="col">{t("statistics:item.picks")}</th>
            <th scope="col" className="n">
              {t("statistics:item.rest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {item.options.map((option, i) => (
            <tr key={option.id}>
              <th scope="row" lang={item.kind === "true-false" ? undefined : language}>
                {optionName(item, i, t)} <OptionBadge option={option} />
              </th>
              <Picked {...option} isBad={option.fault === "preferred"} />
            </tr>
          ))}
          {item.leftOpen === null ? null : (
            <tr>
              <th scope="row" className="quiet">
                {t("statistics:item.open")}
              </th>
              <Picked {...item.leftOpen} isBad={false} />
            </tr>
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function OptionBadge({ option: { isKey, fault } }: { option: ItemLine["options"][number] }) {
  const t = useTranslate();
  if (isKey) return <span className="badge pass">{t("statistics:item.key")}</span>;
  if (fault === null) return null;
  return fault === "preferred" ? (
    <span className="badge mark">{t("statistics:item.suspect")}</span>
  ) : (
    <span className="badge">{t("statistics:item.dead")}</span>
  );
}

function Picked(props: { picks: number; share: number; meanRest: number | null; isBad: boolean }) {
  const locale = useLocale();
  return (
    <>
      <td className="g">
        <ShareBar to={props.share * 100} isBad={props.isBad} />
        <span>{formatPercent(locale, props.share * 100)}</span> <small className="quiet">({props.picks})</small>
      </td>
      <td className="n">{props.meanRest === null ? "–" : formatPercent(locale, props.meanRest * 100)}</td>
    </>
  );
}

/** What this member can do about the question, and what was done about its marking so far. */
function ToDo({ item, desk, societySlug, timeZone }: StatisticsItemProps) {
  const t = useTranslate();
  const society = `/society/${societySlug}`;
  const at = desk.own && `${society}/banks/${desk.own.bankSlug}/questions/${desk.own.key}`;
  return (
    <div className="to-do stack">
      <h3>{t("statistics:do")}</h3>
      {at === null ? (
        <p>{t("statistics:do.foreign")}</p>
      ) : (
        <>
          <p className="row">
            {desk.mayWrite ? (
              <a className="btn main" href={`${at}/edit`}>
                {t("statistics:do.edit")}
              </a>
            ) : (
              <a className="btn line" href={at}>
                {t("statistics:do.look")}
              </a>
            )}
            {desk.mayRule ? (
              <a className="btn line" href={`${society}/questions/${item.questionId}/ruling`}>
                {t("regrade:link")}
              </a>
            ) : null}
          </p>
          <p className="small quiet">{t("statistics:do.note")}</p>
          <h3>{t("statistics:rulings")}</h3>
          {desk.rulings.length === 0 ? <p>{t("regrade:none")}</p> : null}
          <RulingList
            rulings={desk.rulings}
            timeZone={timeZone}
            recordsHref={desk.mayRule ? `${society}/rulings` : null}
          />
        </>
      )}
    </div>
  );
}
