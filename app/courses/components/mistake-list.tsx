import { formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { RulingList } from "../ruling-list";
import type { ReportedMistake } from "../list-mistakes.server";

interface MistakeListPage {
  readonly title: string;
  readonly reports: readonly ReportedMistake[];
  readonly count: number;
  readonly pages: number;
  readonly page: number;
  readonly show: "open" | "resolved";
  readonly timeZone: string;
  /** The society's address for readers who may rule on questions; null for everybody else. */
  readonly rulesAt: string | null;
}

/** What readers reported to the society: each report says where, what, who and when. */
export function MistakeList({ list }: { list: MistakeListPage }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top">
      <h1>{list.title}</h1>
      <nav className="tabs" aria-label={list.title}>
        <a href="?show=open" aria-current={list.show === "open" ? "page" : undefined}>
          {t("learning:mistakes.open")}
        </a>
        <a href="?show=resolved" aria-current={list.show === "resolved" ? "page" : undefined}>
          {t("learning:mistakes.resolved")}
        </a>
      </nav>
      {list.reports.length === 0 ? <p className="page-back">{t("learning:mistakes.none")}</p> : null}
      <ul className="mistakes">
        {list.reports.map((report) => (
          <MistakeRow key={report.id} report={report} list={list} />
        ))}
      </ul>
      {list.pages > 1 ? (
        <nav className="row" aria-label={t("learning:mistakes.pages")}>
          {list.page > 1 ? (
            <a href={`?show=${list.show}&page=${String(list.page - 1)}`}>{t("learning:mistakes.newer")}</a>
          ) : null}
          <span>{t("learning:mistakes.page", { page: list.page, count: list.pages })}</span>
          {list.page < list.pages ? (
            <a href={`?show=${list.show}&page=${String(list.page + 1)}`}>{t("learning:mistakes.older")}</a>
          ) : null}
        </nav>
      ) : null}
    </main>
  );
}

function MistakeRow({ report, list }: { report: ReportedMistake; list: MistakeListPage }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <li className="sheet tight">
      <ul className="ident">
        <li lang="en">
          <b>{report.lessonTitle}</b>
          {report.questionId ? `, ${report.questionId}` : ""}
        </li>
        <li lang="en">
          {report.trackTitle}, {t("learning:mistakes.edition", { number: report.editionNumber })}
        </li>
        <li>{formatMoment(locale, report.reportedAt, list.timeZone)}</li>
        <li>{report.reporter ?? t("learning:mistakes.gone")}</li>
      </ul>
      <p className="said">{report.text}</p>
      {report.rulings.length === 0 ? null : (
        <div className="stack decided">
          <p className="label">{t("regrade:earlier")}</p>
          <RulingList
            rulings={report.rulings}
            timeZone={list.timeZone}
            recordsHref={list.rulesAt === null ? null : `${list.rulesAt}/rulings`}
          />
        </div>
      )}
      <form method="post" className="row">
        <input type="hidden" name="report" value={report.id} />
        <button type="submit" className="btn line sm" name="resolved" value={report.resolvedAt === null ? "yes" : "no"}>
          {report.resolvedAt === null ? t("learning:mistakes.resolve") : t("learning:mistakes.reopen")}
        </button>
        {list.rulesAt === null || report.revisionId === null ? null : (
          <a
            href={`${list.rulesAt}/questions/${report.revisionId}/ruling`}
            aria-label={t("regrade:link.of", { question: report.questionId ?? "" })}
          >
            {t("regrade:link")}
          </a>
        )}
      </form>
    </li>
  );
}
