import { useTranslate } from "../../i18n/use-translate";

/** Links to the page before and after, where a list has several. `hrefOf` gives the address of a page. */
export function PageLinks({
  page,
  pageCount,
  hrefOf,
}: {
  page: number;
  pageCount: number;
  hrefOf: (page: number) => string;
}) {
  const t = useTranslate();
  if (pageCount === 1) return null;
  return (
    <nav className="row" aria-label={t("societies:pages")}>
      {page > 1 ? <a href={hrefOf(page - 1)}>{t("societies:pages.previous")}</a> : null}
      <span>{t("societies:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={hrefOf(page + 1)}>{t("societies:pages.next")}</a> : null}
    </nav>
  );
}
