import { useLocale, useTranslate } from "../../i18n/use-translate";
import { publicPath } from "../../ui/public-path";
import type { CataloguePage } from "../list-catalogue.server";
import { filterName } from "./catalogue-names";
import { TrackRegister } from "./track-register";

/** What was chosen, what was found, and where it goes on. */
export function CatalogueResults({ page }: { page: CataloguePage }) {
  const t = useTranslate();
  return (
    <section className="catalogue-results" aria-labelledby="results">
      <h2 className="vh" id="results">
        {t("catalogue:list.results")}
      </h2>
      <Chosen page={page} />
      {page.corrections.map(({ typed, taken }) => (
        <p className="note small" key={typed}>
          {t("catalogue:list.correction", { typed, taken: taken.slice(0, 4).join(", ") })}
        </p>
      ))}
      {page.rows.length === 0 ? (
        <NothingFound page={page} />
      ) : (
        <div className="sheet">
          <TrackRegister rows={page.rows} />
        </div>
      )}
      <Pages page={page} />
    </section>
  );
}

function Chosen({ page }: { page: CataloguePage }) {
  const t = useTranslate();
  const locale = useLocale();
  const catalogue = publicPath(locale, "/catalogue");
  if (page.chosen.length === 0) return null;
  return (
    <ul className="catalogue-chosen small" aria-label={t("catalogue:list.chosen")}>
      {page.chosen.map((chosen) => {
        const name = filterName(chosen, t, locale);
        return (
          <li key={`${chosen.group} ${chosen.value}`}>
            {name}{" "}
            <a href={catalogue + chosen.without}>
              {t("catalogue:list.remove")}
              <span className="vh"> {name}</span>
            </a>
          </li>
        );
      })}
      {page.chosen.length > 1 ? (
        <li>
          <a href={catalogue}>{t("catalogue:list.remove.all")}</a>
        </li>
      ) : null}
    </ul>
  );
}

/** Says which filter to drop; where no single one is the reason, leads back to all tracks. */
function NothingFound({ page }: { page: CataloguePage }) {
  const t = useTranslate();
  const locale = useLocale();
  const catalogue = publicPath(locale, "/catalogue");
  const helpful = page.chosen.filter(({ countWithout }) => countWithout > 0);
  if (page.chosen.length === 0) return <p>{t("catalogue:list.none.open")}</p>;
  return (
    <div className="sheet catalogue-none">
      <p className="lead">{t("catalogue:list.none")}</p>
      {helpful.length === 0 ? (
        <p>
          {t("catalogue:list.none.all")} <a href={catalogue}>{t("catalogue:list.none.all.link")}</a>
        </p>
      ) : (
        <>
          <p>{t("catalogue:list.none.drop")}</p>
          <ul>
            {helpful.map((chosen) => (
              <li key={`${chosen.group} ${chosen.value}`}>
                <a href={catalogue + chosen.without}>
                  {t("catalogue:list.none.drop.one", {
                    filter: filterName(chosen, t, locale),
                    count: chosen.countWithout,
                  })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Pages({ page }: { page: CataloguePage }) {
  const t = useTranslate();
  const locale = useLocale();
  const catalogue = publicPath(locale, "/catalogue");
  if (page.pageCount === 1) return null;
  return (
    <nav className="catalogue-pages" aria-label={t("catalogue:list.pages")}>
      {page.previous === null ? null : (
        <a href={catalogue + page.previous} rel="prev">
          {t("catalogue:list.pages.previous")}
        </a>
      )}
      <span>{t("catalogue:list.pages.here", { page: page.page, count: page.pageCount })}</span>
      {page.next === null ? null : (
        <a href={catalogue + page.next} rel="next">
          {t("catalogue:list.pages.next")}
        </a>
      )}
    </nav>
  );
}
