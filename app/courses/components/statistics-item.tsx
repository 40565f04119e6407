import { formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { ItemLine } from "../find-quiz-statistics.server";

/** One question: what was picked, by whom, and what to do about its flags. */
export function StatisticsItem({ item, language }: { item: ItemLine; language: string }) {
  const t = useTranslate();
  return (
    <section className="sheet one-item" id="item" aria-labelledby="item-title">
      <ul className="ident">
        <li>
          <b>{item.key}</b>
        </li>
        <li>{t("statistics:item.revision", { number: item.revision })}</li>
        <li>{t("statistics:item.answers", { count: item.attempts })}</li>
        <li>{item.outcomes.join(", ")}</li>
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
      {item.options.length === 0 ? (
        <p className="quiet">{t("statistics:item.none")}</p>
      ) : (
        <OptionTable item={item} language={language} />
      )}
    </section>
  );
}

function OptionTable({ item, language }: { item: ItemLine; language: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const name = (id: string, i: number) => {
    if (id === "true" || id === "false") return t(id === "true" ? "statistics:yes" : "statistics:no");
    return item.optionTexts[i] ?? id;
  };
  return (
    <ScrollRegion label={t("statistics:item.options")}>
      <table>
        <caption>{t("statistics:item.options")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("statistics:item.option")}</th>
            <th scope="col" className="n">
              {t("statistics:item.picks")}
            </th>
            <th scope="col" className="n">
              {t("statistics:item.rest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {item.options.map((option, i) => (
            <tr key={option.id}>
              <th scope="row" lang={language}>
                {name(option.id, i)}{" "}
                {option.isKey ? <span className="badge pass">{t("statistics:item.key")}</span> : null}
              </th>
              <td className="n">{`${String(option.picks)} (${formatPercent(locale, option.share * 100)})`}</td>
              <td className="n">{option.meanRest === null ? "–" : formatPercent(locale, option.meanRest * 100)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
