import { useTranslate } from "../../i18n/use-translate";
import type { MessageKey } from "../../i18n/messages";
import type { ProposedRuling } from "../propose-ruling.server";
import { RegradeKey } from "./regrade-key";
import { RegradeFigures, RegradeRows } from "./regrade-table";

/** What a proposed ruling would do, and the word to go ahead. Every button posts the whole proposal again. */
export function RegradePreview({ proposed }: { proposed: ProposedRuling }) {
  const t = useTranslate();
  const { table } = proposed;
  return (
    <form method="post" className="stack-l">
      <Proposal proposed={proposed} />
      <dl className="facts">
        <dt>{t("regrade:kind")}</dt>
        {/* The three kinds of the form, and each one is in the English file. */}
        <dd>{t(`regrade:kind.${proposed.kind}` as MessageKey)}</dd>
        <dt>{t("regrade:reason")}</dt>
        <dd className="said">{proposed.reason}</dd>
      </dl>
      {proposed.corrected === null ? null : <RegradeKey question={proposed.question} />}
      <section aria-labelledby="changes" className="stack">
        <h2 id="changes">{t("regrade:changes")}</h2>
        <RegradeFigures counts={table.counts} />
        <p>{t("regrade:changes.keeps")}</p>
        {table.rows.length === 0 ? <p>{t("regrade:changes.none")}</p> : <RegradeRows rows={table.rows} />}
        <Pages page={table.page} pageCount={table.pageCount} />
      </section>
      <p className="row">
        <button type="submit" className="btn main" name="intent" value="commit">
          {t("regrade:commit")}
        </button>
        <button type="submit" className="btn line" name="intent" value="edit">
          {t("regrade:edit")}
        </button>
      </p>
    </form>
  );
}

function Proposal({ proposed: { kind, reason, rulingId, after, corrected } }: { proposed: ProposedRuling }) {
  const fields = { kind, reason, rulingId, after, ...(corrected === null ? {} : { corrected }) };
  return Object.entries(fields).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Pages({ page, pageCount }: { page: number; pageCount: number }) {
  const t = useTranslate();
  if (pageCount === 1) return null;
  return (
    <nav className="row" aria-label={t("regrade:pages")}>
      {page > 1 ? (
        <button type="submit" className="btn text" name="page" value={page - 1}>
          {t("regrade:pages.previous")}
        </button>
      ) : null}
      <span>{t("regrade:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? (
        <button type="submit" className="btn text" name="page" value={page + 1}>
          {t("regrade:pages.next")}
        </button>
      ) : null}
    </nav>
  );
}
