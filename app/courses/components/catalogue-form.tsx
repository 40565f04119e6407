import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { publicPath } from "../../ui/public-path";
import type { FilterGroup } from "../catalogue-filters";
import type { CataloguePage, FilterValue } from "../list-catalogue.server";
import { filterName } from "./catalogue-names";

/** Search and filters: one form whose address is the result, so it works without a script and can be sent to a colleague. */
export function CatalogueForm({ page }: { page: CataloguePage }) {
  const t = useTranslate();
  const locale = useLocale();
  const action = publicPath(locale, "/catalogue");
  return (
    <form className="catalogue-form" method="get" action={action}>
      <div className="catalogue-search" role="search">
        <div className="field">
          <label htmlFor="q">{t("catalogue:list.search")}</label>
          <span className="hint" id="q-hint">
            {t("catalogue:list.search.hint")}
          </span>
          <input
            className="input"
            id="q"
            name="q"
            type="search"
            maxLength={100}
            defaultValue={page.q}
            aria-describedby="q-hint"
            spellCheck={false}
          />
        </div>
        <Button>{t("catalogue:list.search.button")}</Button>
      </div>
      <details className="catalogue-filters">
        <summary>{t("catalogue:list.filters")}</summary>
        {page.groups.map(({ group, values }) =>
          values.length === 0 ? null : <Group key={group} group={group} values={values} />,
        )}
        <Button look="line">{t("catalogue:list.filters.apply")}</Button>
      </details>
    </form>
  );
}

function Group({ group, values }: { group: FilterGroup; values: readonly FilterValue[] }) {
  const t = useTranslate();
  return (
    <fieldset>
      <legend>{t(`catalogue:filter.${group}`)}</legend>
      {values.map((value) => (
        <Value key={value.value} group={group} value={value} />
      ))}
    </fieldset>
  );
}

function Value({ group, value }: { group: FilterGroup; value: FilterValue }) {
  const t = useTranslate();
  const locale = useLocale();
  const id = `${group}-${value.value}`;
  return (
    <div className="check">
      <input type="checkbox" id={id} name={group} value={value.value} defaultChecked={value.isChosen} />
      <label htmlFor={id}>
        {filterName({ group, ...value }, t, locale)}{" "}
        <span className="count" aria-hidden="true">
          {value.count}
        </span>
        <span className="vh">({t("catalogue:list.filters.count", { count: value.count })})</span>
      </label>
    </div>
  );
}
