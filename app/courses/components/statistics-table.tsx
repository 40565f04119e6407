import { formatNumber, formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { ScrollRegion } from "../../ui/scroll-region";
import type { ItemLine } from "../find-quiz-statistics.server";

/** Every question with its figures; bars are ink, and red only where a key is suspect. */
export function StatisticsTable(props: {
  items: readonly ItemLine[];
  chosen: string | null;
  flaggedOnly: boolean;
  link: (values: Record<string, string>) => string;
}) {
  const t = useTranslate();
  const flagged = props.items.filter((item) => item.flags.some((flag) => flag !== "few-answers"));
  const shown = props.flaggedOnly ? flagged : props.items;
  return (
    <section className="sheet">
      <div className="hd">
        <h2>{t("statistics:questions")}</h2>
        <p className="row small">
          <span className="quiet">{t("statistics:show.label")}</span>
          <a href={props.link({})} aria-current={props.flaggedOnly ? undefined : "true"}>
            {t("statistics:show.all", { count: props.items.length })}
          </a>
          <a href={props.link({ show: "flagged" })} aria-current={props.flaggedOnly ? "true" : undefined}>
            {t("statistics:show.flagged", { count: flagged.length })}
          </a>
        </p>
      </div>
      {shown.length === 0 ? <p>{t("statistics:flagged.none")}</p> : <ItemTable {...props} items={shown} />}
      <p className="small quiet explain">{t("statistics:explain")}</p>
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

function ItemTable({ items, chosen, flaggedOnly, link }: Parameters<typeof StatisticsTable>[0]) {
  const t = useTranslate();
  return (
    <ScrollRegion label={t("statistics:questions")}>
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
          {items.map((item) => (
            <ItemRow
              key={item.questionId}
              item={item}
              isChosen={item.questionId === chosen}
              href={`${link({ item: item.questionId, ...(flaggedOnly ? { show: "flagged" } : {}) })}#item`}
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
        <Bar from={0} to={item.facility * 100} isBad={false} />
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
      <Bar from={50} to={50 + value * 50} isBad={isBad} />
      <span>{formatNumber(locale, value, 2)}</span>
    </>
  );
}

function Bar({ from, to, isBad }: { from: number; to: number; isBad: boolean }) {
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return (
    <svg className="hb" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
      <path className="ground" d={from === 0 ? "M0 0h100v12H0z" : "M0 5.5h100v1H0zM49.5 0h1v12h-1z"} />
      <path className={isBad ? "bad" : "bar"} d={`M${left.toFixed(1)} 2H${right.toFixed(1)}V10H${left.toFixed(1)}z`} />
    </svg>
  );
}
