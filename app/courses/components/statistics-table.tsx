import { formatNumber, formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { ItemLine } from "../find-quiz-statistics.server";
import type { SelectedItems } from "../select-items";
import { type StatisticsQuery, writeStatisticsQuery } from "../statistics-query";
import { ShareBar } from "./share-bar";
import { StatisticsFilters, StatisticsPages } from "./statistics-filters";
import { StatisticsHow } from "./statistics-how";

interface TableProps {
  readonly selected: SelectedItems;
  readonly query: StatisticsQuery;
}

/** Every question with its figures; bars are ink, and red only where a key is suspect. */
export function StatisticsTable({ selected, query }: TableProps) {
  const t = useTranslate();
  return (
    <section className="sheet stack" aria-labelledby="all-questions">
      <h2 id="all-questions">{t("statistics:questions")}</h2>
      <StatisticsFilters query={query} selected={selected} />
      {selected.count > 0 ? (
        <ItemTable selected={selected} query={query} />
      ) : (
        <p>{t(query.show === "flagged" && query.q === "" ? "statistics:flagged.none" : "statistics:nothing")}</p>
      )}
      <StatisticsPages query={query} selected={selected} />
      <p className="small quiet explain">{t("statistics:explain")}</p>
      <StatisticsHow />
    </section>
  );
}

const columns = [
  "question",
  "outcome",
  "answers",
  "facility",
  "discrimination",
  "correlation",
  "time",
  "look",
] as const;
const numeric = new Set<string>(["answers", "time"]);

function ItemTable({ selected, query }: TableProps) {
  const t = useTranslate();
  return (
    <ScrollRegion label={t("statistics:table")}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={numeric.has(name) ? "n" : undefined}>
                {t(`statistics:col.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {selected.items.map((item) => (
            <ItemRow
              key={item.questionId}
              item={item}
              isChosen={item.questionId === query.item}
              href={`${writeStatisticsQuery({ ...query, item: item.questionId })}#item`}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function ItemRow({ item, isChosen, href }: { item: ItemLine; isChosen: boolean; href: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <tr className={isChosen ? "on" : undefined}>
      <th scope="row" className="st">
        <a href={href}>{item.key}</a> <span className="small quiet">{item.stem.slice(0, 70)}</span>
      </th>
      <td>{item.outcomes.join(", ")}</td>
      <td className="n">{item.attempts}</td>
      <td className="g">
        <ShareBar to={item.facility * 100} />
        <span>{formatPercent(locale, item.facility * 100)}</span>
      </td>
      <td className="g">
        <Signed value={item.discrimination} isBad={(item.discrimination ?? 0) < 0} />
      </td>
      <td className="g">
        <Signed value={item.restCorrelation} isBad={item.flags.includes("key-suspect")} />
      </td>
      <td className="n">
        {item.medianSeconds === null
          ? "–"
          : t("statistics:seconds", { seconds: formatNumber(locale, item.medianSeconds) })}
      </td>
      <td>
        {item.flags.map((flag) => (
          <span key={flag} className={flag === "key-suspect" ? "badge mark" : "badge"}>
            {t(`statistics:flag.${flag}`)}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** A figure from -1 to 1 with a bar that begins in the middle. */
function Signed({ value, isBad }: { value: number | null; isBad: boolean }) {
  const locale = useLocale();
  if (value === null) return <span>–</span>;
  return (
    <>
      <ShareBar from={50} to={50 + value * 50} isBad={isBad} />
      <span>{formatNumber(locale, value, 2)}</span>
    </>
  );
}
