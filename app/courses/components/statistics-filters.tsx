import { useTranslate } from "../../i18n/use-translate";
import { SelectField, TextField } from "../../ui/field";
import type { SelectedItems } from "../select-items";
import { itemOrders, itemSelections, type StatisticsQuery, writeStatisticsQuery } from "../statistics-query";

/** Words and order of the questions, and which of them: by form, so that it works everywhere. */
export function StatisticsFilters({ query, selected }: { query: StatisticsQuery; selected: SelectedItems }) {
  const t = useTranslate();
  return (
    <form className="item-filters" role="search" aria-label={t("statistics:questions")}>
      {query.attempts === "all" ? <input type="hidden" name="attempts" value="all" /> : null}
      <TextField
        name="q"
        label={t("statistics:search")}
        hint={t("statistics:search.hint")}
        typed={query.q}
        input={{ type: "search", maxLength: 200, spellCheck: false }}
      />
      <SelectField
        name="show"
        label={t("statistics:show.label")}
        chosen={query.show}
        choices={itemSelections.map((value) => ({
          value,
          text: t(`statistics:show.${value}`, { count: selected.counts[value] }),
        }))}
      />
      <SelectField
        name="sort"
        label={t("statistics:sort")}
        chosen={query.sort}
        choices={itemOrders.map((value) => ({ value, text: t(`statistics:sort.${value}`) }))}
      />
      <button type="submit" className="btn line">
        {t("statistics:apply")}
      </button>
    </form>
  );
}

export function StatisticsPages({ query, selected }: { query: StatisticsQuery; selected: SelectedItems }) {
  const t = useTranslate();
  const { page, pageCount } = selected;
  if (pageCount === 1) return null;
  const at = (number: number) => writeStatisticsQuery({ ...query, item: "", page: number });
  return (
    <nav className="row" aria-label={t("statistics:pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("statistics:pages.previous")}</a> : null}
      <span>{t("statistics:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("statistics:pages.next")}</a> : null}
    </nav>
  );
}
