import { useTranslate } from "../../i18n/use-translate";
import { Done } from "../../ui/form-summary";
import type { RulingRecord } from "../find-regrade.server";
import { RulingIdent } from "./regrade-page";
import { RegradeFigures, RegradeRows } from "./regrade-table";

interface RegradeRecordData {
  readonly record: RulingRecord;
  readonly title: string;
  readonly isJustMade: boolean;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** A ruling on record, with what it did. */
export function RegradeRecord({ page }: { page: RegradeRecordData }) {
  const t = useTranslate();
  const { record, societySlug } = page;
  const { table } = record;
  const base = `/society/${societySlug}/rulings/${record.id}`;
  return (
    <main id="main" className="page page-top participants">
      <p className="small">
        <a href={`/society/${societySlug}/questions/${record.revisionId}/ruling`}>{t("regrade:record.question")}</a>
      </p>
      <h1>{page.title}</h1>
      {page.isJustMade ? <Done text={t("regrade:record.done")} /> : null}
      <article className="sheet tight">
        <RulingIdent ruling={record} timeZone={page.timeZone} />
        <div className="read stem" lang="en" dangerouslySetInnerHTML={{ __html: record.question.stem }} />
        <p className="said">{record.reason}</p>
      </article>
      <section aria-labelledby="changes" className="stack">
        <h2 id="changes">{t("regrade:record.changes")}</h2>
        <RegradeFigures counts={table.counts} />
        {table.rows.length === 0 ? <p>{t("regrade:changes.none")}</p> : <RegradeRows rows={table.rows} />}
        {table.pageCount > 1 ? (
          <nav className="row" aria-label={t("regrade:pages")}>
            {table.page > 1 ? (
              <a href={`${base}?page=${String(table.page - 1)}`}>{t("regrade:pages.previous")}</a>
            ) : null}
            <span>{t("regrade:pages.page", { page: table.page, count: table.pageCount })}</span>
            {table.page < table.pageCount ? (
              <a href={`${base}?page=${String(table.page + 1)}`}>{t("regrade:pages.next")}</a>
            ) : null}
          </nav>
        ) : null}
      </section>
    </main>
  );
}
